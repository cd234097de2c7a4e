import { escapeText } from 'entities'

/** Text constructs of Atom 0.3, whose `mode` may be base64, and of Atom 1.0, whose content may be of any media type. */
const construct =
  /<((?:\w+:)?(?:title|tagline|subtitle|summary|content|copyright|rights|info))\b([^<>]*)>([^<>]*)</g

/** Writes out what stands in base64, so that it is read like all other text. */
export function withoutBase64(text: string): string {
  if (!/mode\s*=\s*["']base64|type\s*=\s*["']application\/octet-stream/i.test(text)) return text
  return text.replace(construct, (whole, name: string, attributes: string, encoded: string) => {
    if (!isBase64(attributes)) return whole
    const written = escapeText(Buffer.from(encoded, 'base64').toString('utf8'))
    return `<${name} type="html"${withoutForm(attributes)}>${written}<`
  })
}

const isBase64 = (attributes: string) =>
  /\bmode\s*=\s*["']base64["']|\btype\s*=\s*["']application\/octet-stream["']/i.test(attributes)

const withoutForm = (attributes: string) =>
  attributes.replace(/\s*\b(?:mode|type)\s*=\s*(?:"[^"]*"|'[^']*')/gi, '')
