import { truncateGraphemes } from '../../support/text/truncate.ts'
import { htmlToText } from '../extract/html-text.ts'
import type { Entry, ParsedFeed } from './parsed-feed.ts'

const longestTitle = 100

/** Every entry gets a link and a title where anything can serve as one. */
export function withFallbacks(feed: ParsedFeed): ParsedFeed {
  return { ...feed, entries: feed.entries.map((entry) => withTitle(withLink(entry, feed.link))) }
}

/** An enclosure is the item's own address before the feed's page is. */
function withLink(entry: Entry, home: string | undefined): Entry {
  const link = entry.link ?? entry.enclosures[0] ?? home
  return entry.link === undefined && link !== undefined ? { ...entry, link } : entry
}

function withTitle(entry: Entry): Entry {
  if (entry.title !== undefined) return entry
  const title = firstLine(entry.summary) ?? firstLine(entry.content) ?? entry.link
  return title === undefined ? entry : { ...entry, title }
}

function firstLine(html: string | undefined): string | undefined {
  if (html === undefined) return undefined
  const line = htmlToText(html.slice(0, 5000)).text.split('\n')[0]
  return line ? truncateGraphemes(line, longestTitle) : undefined
}
