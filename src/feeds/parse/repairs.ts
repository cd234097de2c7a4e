/** Names that would reach into an object's prototype (feedsmith refuses them; nobody needs them). */
const dangerousNames = /(<\/?)(__proto__|constructor|prototype)(?=[\s/>])/gi

/** An ampersand that begins no entity. */
const bareAmpersand = /&(?!#\d{1,7};|#x[\da-f]{1,6};|[a-z][\da-z]{1,31};)/gi

/** XML 1.0 allows none of these (§2.2). */
const controls = /[\u0000-\u0008\u000B\u000C\u000E-\u001F]/g

/** One way to make a refused feed readable; `text` is unchanged when it does not apply. */
type Repair = { readonly name: string; readonly truncated: boolean; mend(text: string): string }

/** In the order in which they are tried, each on top of those before it. */
export const repairs: readonly Repair[] = [
  {
    name: 'control characters left out',
    truncated: false,
    mend: (text) => text.replace(controls, ''),
  },
  {
    name: 'elements with forbidden names renamed',
    truncated: false,
    mend: (text) => text.replace(dangerousNames, '$1x-$2'),
  },
  { name: 'prefix of the root element removed', truncated: false, mend: withoutRootPrefix },
  {
    name: 'bare ampersands escaped',
    truncated: false,
    mend: (text) => text.replace(bareAmpersand, '&amp;'),
  },
  { name: 'cut off after the last complete item', truncated: true, mend: cutAfterLastItem },
]

/** `<r:rss>` and its end become `<rss>`. */
function withoutRootPrefix(text: string): string {
  const prefix = /<(\w+):(?:rss|feed|RDF)[\s>]/i.exec(text.slice(0, 4096))?.[1]
  if (!prefix || prefix.toLowerCase() === 'rdf') return text
  return text.replaceAll(`<${prefix}:`, '<').replaceAll(`</${prefix}:`, '</')
}

/** Ends a document that was cut off: everything after the last complete entry goes, open elements are closed. */
export function cutAfterLastItem(text: string): string {
  const name = [...['item', 'entry']].find((word) =>
    new RegExp(`</(?:\\w+:)?${word}\\s*>`, 'i').test(text),
  )
  if (!name) return text
  const last = lastMatch(text, new RegExp(`</(?:\\w+:)?${name}\\s*>`, 'gi'))
  const root = /<((?:\w+:)?(?:rss|feed|rdf))[\s>]/i.exec(text.slice(0, 4096))?.[1]
  if (last === undefined || !root) return text
  const channel =
    /<channel[\s>]/i.test(text.slice(0, last)) && /rss$/i.test(root) ? '</channel>' : ''
  return `${text.slice(0, last)}${channel}</${root}>`
}

function lastMatch(text: string, pattern: RegExp): number | undefined {
  let end: number | undefined
  for (const found of text.matchAll(pattern)) end = found.index + found[0].length
  return end
}
