import { escapeText } from 'entities'
import type { AtomFeed } from 'feedsmith'
import { alternate, resolved, webAddress } from './from-rss.ts'
import { resolveLink } from './links.ts'
import { everyMinutes } from './pace.ts'
import type { Entry, ParsedFeed } from './parsed-feed.ts'
import {
  isoDates,
  mediaDescription,
  mediaTitle,
  mediaUrls,
  moduleAuthors,
  moduleCategories,
  moduleDates,
  present,
} from './shared-fields.ts'
import { plainTitle, titleText } from './title-text.ts'

type Bases = readonly (string | undefined)[]
type Text = AtomFeed.Text | AtomFeed.Content

/** Atom 0.3 and 1.0 as feedsmith reads it. */
export function fromAtom(feed: AtomFeed.Feed<string>, bases: Bases): ParsedFeed {
  const feedBases = [feed.xml?.base, ...bases]
  const link = resolveLink(alternate(feed.links) ?? webAddress(feed.id), feedBases)
  const entryBases = [feed.xml?.base, link, ...bases]
  return {
    title: textTitle(feed.title) ?? titleText(feed.dc?.titles?.[0] ?? feed.media?.title?.value),
    link,
    description: textHtml(feed.subtitle) ?? feed.dc?.descriptions?.[0] ?? feed.itunes?.summary,
    language: feed.xml?.lang ?? feed.dc?.languages?.[0],
    entries: (feed.entries ?? []).map((entry) => atomEntry(entry, feed, entryBases)),
    pace: { everyMinutes: everyMinutes(undefined, feed.sy), skipHours: [], skipDays: [] },
    truncated: false,
    warnings: [],
  }
}

function atomEntry(
  entry: AtomFeed.Entry<string>,
  feed: AtomFeed.Feed<string>,
  feedBases: Bases,
): Entry {
  const bases = [entry.xml?.base, ...feedBases]
  const enclosures = (entry.links ?? [])
    .filter((link) => link.rel === 'enclosure')
    .map((link) => link.href)
  const link =
    alternate(entry.links) ??
    entry.content?.src ??
    webAddress(entry.id) ??
    enclosures[0] ??
    entry.links?.[0]?.href
  return {
    title: textTitle(entry.title) ?? titleText(mediaTitle(entry.media) ?? entry.dc?.titles?.[0]),
    link: resolveLink(link, bases),
    id: entry.id,
    dates: isoDates([entry.published, ...moduleDates(entry), entry.updated]),
    authors: atomAuthors(entry, feed),
    summary:
      textHtml(entry.summary) ?? mediaDescription(entry.media) ?? entry.dc?.descriptions?.[0],
    content: textHtml(entry.content),
    categories: present([
      ...(entry.categories ?? []).flatMap(({ label, term }) => [label, term]),
      ...moduleCategories(entry),
    ]),
    enclosures: resolved(enclosures, bases),
    captions: present([mediaDescription(entry.media)]),
    media: resolved(mediaUrls(entry.media), bases),
    language: entry.xml?.lang ?? entry.content?.xml?.lang ?? entry.dc?.languages?.[0],
  }
}

/** The entry's authors; else those of its source, then of the feed (RFC 4287 §4.2.1). */
function atomAuthors(
  entry: AtomFeed.Entry<string>,
  feed: AtomFeed.Feed<string>,
): readonly string[] {
  const names = (people: readonly AtomFeed.Person[] | undefined) =>
    (people ?? []).map(({ name, email, uri }) => name ?? email ?? uri)
  const own = present([
    ...names(entry.authors),
    ...moduleAuthors(entry),
    ...names(entry.contributors),
  ])
  if (own.length > 0) return own
  const source = present(names(entry.source?.authors))
  return source.length > 0 ? source : present(names(feed.authors))
}

const isMarkup = (type: string | undefined) => type !== undefined && /html/i.test(type)

/** A text construct as HTML: `type="text"` means what it says, so its signs are escaped. */
function textHtml(text: Text | undefined): string | undefined {
  if (text?.value === undefined) return undefined
  return isMarkup(text.type) || looksEscaped(text) ? text.value : escapeText(text.value)
}

/** Many publishers put HTML where the type says text. */
function looksEscaped({ value, type }: Text): boolean {
  return (
    (type === undefined || !/^text(\/plain)?$/i.test(type)) &&
    /<\/?[a-z][^<>]*>|&[a-z#]/i.test(value ?? '')
  )
}

function textTitle(text: Text | undefined): string | undefined {
  if (text === undefined) return undefined
  return isMarkup(text.type) || looksEscaped(text) ? titleText(text.value) : plainTitle(text.value)
}
