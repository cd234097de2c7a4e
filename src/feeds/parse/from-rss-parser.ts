import RssParser from 'rss-parser'
import { resolved, webAddress } from './from-rss.ts'
import { resolveLink } from './links.ts'
import type { Entry, ParsedFeed } from './parsed-feed.ts'
import { isoDates, present } from './shared-fields.ts'
import { titleText } from './title-text.ts'

type Extra = {
  'content:encoded'?: string
  creator?: string
  id?: string
  author?: string
  published?: string
  updated?: string
}
type Item = RssParser.Item & Extra

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value : undefined

/** The second opinion: what rss-parser reads where feedsmith refuses. Rejects when it refuses too. */
export async function fromRssParser(xml: string, url: string | undefined): Promise<ParsedFeed> {
  const feed = await new RssParser<object, Extra>({ defaultRSS: 2.0 }).parseString(xml)
  const link = resolveLink(text(feed.link), [url])
  return {
    title: titleText(text(feed.title)),
    link,
    description: text(feed.description),
    language: undefined,
    entries: feed.items.map((item) => entry(item, [link, url])),
    pace: { everyMinutes: undefined, skipHours: [], skipDays: [] },
    truncated: false,
    warnings: ['read by the second parser only'],
  }
}

function entry(item: Item, bases: readonly (string | undefined)[]): Entry {
  const id = text(item.guid) ?? text(item.id)
  return {
    title: titleText(text(item.title)),
    link: resolveLink(text(item.link) ?? webAddress(id), bases),
    id,
    dates: isoDates([text(item.pubDate), text(item.isoDate)]),
    authors: present([text(item.creator), text(item.author)]),
    summary: text(item.summary) ?? text(item.content),
    content: text(item['content:encoded']) ?? text(item.content),
    categories: present((item.categories ?? []).map(text)),
    enclosures: resolved([text(item.enclosure?.url)], bases),
    captions: [],
    media: [],
    language: undefined,
  }
}
