import { isItem, tagsOf } from './shape.ts'

/** Names that would reach into an object's prototype (feedsmith refuses them; nobody needs them). */
const dangerousNames = /(<\/?)(__proto__|constructor|prototype)(?=[\s/>])/gi

/** An ampersand that begins no entity. */
const bareAmpersand = /&(?!#\d{1,7};|#x[\da-f]{1,6};|[a-z][\da-z]{1,31};)/gi

/** XML 1.0 allows none of these (§2.2). */
const controls = /[\u0000-\u0008\u000B\u000C\u000E-\u001F]/g

/** One way to make a refused feed readable; `text` is unchanged when it does not apply. */
export type Repair = {
  readonly name: string
  readonly truncated: boolean
  mend(text: string): string
}

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
  {
    name: 'last tag completed',
    truncated: false,
    mend: (text) => text.replace(/(<\/[\w:.-]+)\s*$/, '$1>'),
  },
  { name: 'prefix of the root element removed', truncated: false, mend: withoutRootPrefix },
  {
    name: 'bare ampersands escaped',
    truncated: false,
    mend: (text) => text.replace(bareAmpersand, '&amp;'),
  },
  { name: 'cut off after the last complete item', truncated: true, mend: cutAfterLastItem },
]

/** A JSON Feed with a version that names no specification is read as 1.1. */
export const jsonRepairs: readonly Repair[] = [
  { name: 'version of the JSON Feed assumed', truncated: false, mend: withJsonFeedVersion },
]

function withJsonFeedVersion(text: string): string {
  try {
    const feed: unknown = JSON.parse(text)
    const isFeed =
      typeof feed === 'object' && feed !== null && Array.isArray(Reflect.get(feed, 'items'))
    return isFeed ? JSON.stringify({ ...feed, version: 'https://jsonfeed.org/version/1.1' }) : text
  } catch {
    return text
  }
}

/** `<r:rss>` and its end become `<rss>`. */
function withoutRootPrefix(text: string): string {
  const prefix = /<(\w+):(?:rss|feed|RDF)[\s>]/i.exec(text.slice(0, 4096))?.[1]
  if (!prefix || prefix.toLowerCase() === 'rdf') return text
  return text.replaceAll(`<${prefix}:`, '<').replaceAll(`</${prefix}:`, '</')
}

/** Ends a document that was cut off: everything after the last complete entry goes, open elements are closed. */
function cutAfterLastItem(text: string): string {
  const end = endOfLastItem(text)
  const root = /<((?:\w+:)?(?:rss|feed|rdf))[\s>]/i.exec(text.slice(0, 4096))?.[1]
  if (end === undefined || !root) return text
  const kept = text.slice(0, end)
  const channel = /<channel[\s>]/i.test(kept) && /rss$/i.test(root) ? '</channel>' : ''
  return `${kept}${channel}</${root}>`
}

function endOfLastItem(text: string): number | undefined {
  let last: number | undefined
  for (const { name, end, isEnd } of tagsOf(text)) if (isEnd && isItem(name)) last = end
  return last
}
