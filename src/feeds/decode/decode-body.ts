import { gunzipSync } from 'node:zlib'

/** Response headers by lower-case name. */
export type Headers = Readonly<Record<string, string | undefined>>

/** Decoded bodies above this are cut; a feed of honest size is far below it. */
const maxDecodedBytes = 50_000_000

/**
 * The text of a response body. Order of trust: byte order mark; UTF-8 where the bytes are valid UTF-8, whatever a label
 * says; the HTTP charset; the document's own declaration; windows-1252.
 */
export function decodeBody(body: Uint8Array, headers: Headers = {}): string {
  const bytes = unzip(body)
  const marked = byteOrderMark(bytes)
  if (marked) return decode(bytes.subarray(marked.length), marked.label) ?? ''
  const labels = [charsetOf(headers['content-type']), declaredEncoding(bytes)]
  const shifted = labels.find((label) => label !== undefined && /^iso-2022|^hz-gb/i.test(label))
  if (shifted && bytes.includes(0x1b)) {
    const text = decode(bytes, shifted)
    if (text !== undefined) return text
  }
  const candidates = [...labels.filter((label) => label !== undefined), 'windows-1252']
  return decodeUtf8(bytes) ?? candidates.map((label) => decode(bytes, label)).find(isText) ?? ''
}

const isText = (text: string | undefined): text is string => text !== undefined

function unzip(body: Uint8Array): Uint8Array {
  if (body[0] !== 0x1f || body[1] !== 0x8b) return body
  try {
    return gunzipSync(body, { maxOutputLength: maxDecodedBytes })
  } catch {
    return body
  }
}

function byteOrderMark(bytes: Uint8Array): { label: string; length: number } | undefined {
  const [a, b, c] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return { label: 'utf-8', length: 3 }
  if (a === 0xff && b === 0xfe) return { label: 'utf-16le', length: 2 }
  if (a === 0xfe && b === 0xff) return { label: 'utf-16be', length: 2 }
  if (a === 0x3c && b === 0) return { label: 'utf-16le', length: 0 }
  if (a === 0 && b === 0x3c) return { label: 'utf-16be', length: 0 }
  return undefined
}

/** Undefined when the bytes are not UTF-8; a sequence cut off at the very end is forgiven. */
function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
  } catch {
    return undefined
  }
}

function decode(bytes: Uint8Array, label: string): string | undefined {
  try {
    return new TextDecoder(label).decode(bytes)
  } catch {
    return undefined
  }
}

function charsetOf(contentType: string | undefined): string | undefined {
  return /charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(contentType ?? '')?.[1]
}

/** From the XML declaration or an HTML `meta`, read as ASCII from the first bytes. */
function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 2048))
  return (
    /<\?xml[^>]{0,200}?encoding\s*=\s*["']\s*([\w.:-]+)/i.exec(head)?.[1] ??
    /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head)?.[1]
  )
}
