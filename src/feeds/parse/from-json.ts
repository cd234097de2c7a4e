import { escapeText } from 'entities'
import type { JsonFeed } from 'feedsmith'
import { resolved, webAddress } from './from-rss.ts'
import { resolveLink } from './links.ts'
import type { Entry, ParsedFeed } from './parsed-feed.ts'
import { isoDates, present } from './shared-fields.ts'
import { plainTitle } from './title-text.ts'

type Bases = readonly (string | undefined)[]

/** JSON Feed 1.0 and 1.1 as feedsmith reads it. */
export function fromJson(feed: JsonFeed.Feed<string>, bases: Bases): ParsedFeed {
  const link = resolveLink(feed.home_page_url ?? feed.feed_url, [feed.feed_url, ...bases])
  const itemBases = [link, feed.feed_url, ...bases]
  return {
    title: plainTitle(feed.title),
    link,
    description: feed.description === undefined ? undefined : escapeText(feed.description),
    language: feed.language,
    entries: (feed.items ?? []).map((item) => jsonEntry(item, feed, itemBases)),
    pace: { everyMinutes: undefined, skipHours: [], skipDays: [] },
    truncated: false,
    warnings: [],
  }
}

function jsonEntry(item: JsonFeed.Item<string>, feed: JsonFeed.Feed<string>, bases: Bases): Entry {
  const authors = item.authors?.length ? item.authors : (feed.authors ?? [])
  return {
    title: plainTitle(item.title),
    link: resolveLink(item.url ?? item.external_url ?? webAddress(item.id), bases),
    id: item.id,
    dates: isoDates([item.date_published, item.date_modified]),
    authors: present(authors.map((author) => author.name ?? author.url)),
    summary: item.summary === undefined ? undefined : escapeText(item.summary),
    content: item.content_html ?? paragraphs(item.content_text),
    categories: present(item.tags ?? []),
    enclosures: resolved(
      (item.attachments ?? []).map((attachment) => attachment.url),
      bases,
    ),
    captions: [],
    media: resolved([item.image, item.banner_image], bases),
    language: item.language,
  }
}

function paragraphs(text: string | undefined): string | undefined {
  if (text === undefined) return undefined
  return text
    .split(/\n\s*\n/)
    .map((paragraph) => `<p>${escapeText(paragraph)}</p>`)
    .join('\n')
}
