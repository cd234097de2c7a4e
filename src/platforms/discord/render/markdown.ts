import { cleanLine } from '../../../support/text/clean.ts'
import type { ShownLink } from '../../../support/text/shown-link.ts'
import { truncateGraphemes } from '../../../support/text/truncate.ts'

/** What begins markup anywhere: emphasis, code, spoilers, links, mentions, times, emoji. */
const markup = /[\\*_~`|[\]()<>@]/g
/** What makes an address of itself, or an emoji of a name. */
const colons = /:(?=\/\/|[\w+-]+:)/g
/** What makes a heading, a list or small print at the start of a line. */
const lineStart = /^(?:[#+-]|\d+(?=\.))/

/** Foreign text as one line that Discord shows literally; pings, links and formats nothing. */
export function escapeLine(text: string): string {
  return cleanLine(text)
    .replace(markup, '\\$&')
    .replace(colons, '\\:')
    .replace(lineStart, (start) => (/\d/.test(start) ? `${start}\\` : `\\${start}`))
}

/** The same within `maxGraphemes` characters and within `maxUnits` after escaping: cut before escaping, then measured. */
export function escapeWithin(text: string, maxGraphemes: number, maxUnits: number): string {
  const line = cleanLine(text)
  let units = maxUnits
  for (;;) {
    const escaped = escapeLine(truncateGraphemes(line, maxGraphemes, units))
    if (escaped.length <= maxUnits || units === 0) return escaped
    units = Math.max(0, Math.min(units - 1, Math.floor((units * maxUnits) / escaped.length)))
  }
}

/** Escaped words as a link, with the site that it leads to beside it. */
export function markdownLink(words: string, link: ShownLink): string {
  return `[${words || escapeLine(link.site)}](<${addressIn(link)}>) \\(${escapeLine(link.site)}\\)`
}

/** Parentheses would end the link's target in clients that look no further. */
function addressIn(link: ShownLink): string {
  return link.url.replace(/[()]/g, (character) => (character === '(' ? '%28' : '%29'))
}
