import type { RdfFeed, RssFeed } from 'feedsmith'
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
import { titleText } from './title-text.ts'

type RssItem = RssFeed.Item<string>
type RdfItem = RdfFeed.Item<string>
type Bases = readonly (string | undefined)[]

/** RSS 0.9x and 2.0 as feedsmith reads it. */
export function fromRss(feed: RssFeed.Feed<string>, bases: Bases): ParsedFeed {
  const feedBases = [feed.xml?.base, ...bases]
  const link = resolveLink(feed.link ?? alternate(feed.atom?.links) ?? feed.image?.link, feedBases)
  const itemBases = [feed.xml?.base, link, ...bases]
  return {
    title: titleText(
      feed.title ??
        feed.dc?.titles?.[0] ??
        feed.itunes?.title ??
        feed.atom?.title?.value ??
        feed.media?.title?.value,
    ),
    link,
    description:
      feed.description ??
      feed.dc?.descriptions?.[0] ??
      feed.itunes?.summary ??
      feed.itunes?.subtitle ??
      feed.atom?.subtitle?.value,
    language: feed.language ?? feed.dc?.languages?.[0],
    entries: (feed.items ?? []).map((item) => rssEntry(item, itemBases)),
    pace: {
      everyMinutes: everyMinutes(feed.ttl, feed.sy),
      skipHours: feed.skipHours ?? [],
      skipDays: feed.skipDays ?? [],
    },
    truncated: false,
    warnings: [],
  }
}

function rssEntry(item: RssItem, feedBases: Bases): Entry {
  const bases = [item.xml?.base, ...feedBases]
  const permalink = item.guid?.isPermaLink === false ? undefined : webAddress(item.guid?.value)
  const enclosures = (item.enclosures ?? []).map((enclosure) => enclosure.url)
  const link = item.link ?? alternate(item.atom?.links) ?? permalink ?? item.comments
  return {
    title: titleText(
      item.title ??
        mediaTitle(item.media) ??
        item.dc?.titles?.[0] ??
        item.itunes?.title ??
        item.atom?.title?.value,
    ),
    link: resolveLink(link, bases),
    id: item.guid?.value ?? item.dc?.identifiers?.[0] ?? item.atom?.id,
    dates: isoDates([item.pubDate, item.atom?.published, ...moduleDates(item), item.atom?.updated]),
    authors: present([
      ...(item.authors ?? []).flatMap(({ name, email }) => [
        name && email ? `${name} (${email})` : (name ?? email),
      ]),
      ...(item.atom?.authors ?? []).map((author) => author.name ?? author.email),
      ...moduleAuthors(item),
    ]),
    summary:
      item.description ??
      item.dc?.descriptions?.[0] ??
      item.itunes?.summary ??
      item.itunes?.subtitle ??
      mediaDescription(item.media) ??
      item.atom?.summary?.value,
    content: item.content?.encoded ?? item.atom?.content?.value,
    categories: present([
      ...(item.categories ?? []).map((category) => category.name),
      ...(item.atom?.categories ?? []).flatMap(({ label, term }) => [label, term]),
      ...moduleCategories(item),
    ]),
    enclosures: resolved(enclosures, bases),
    captions: present([mediaDescription(item.media)]),
    media: resolved(mediaUrls(item.media), bases),
    language: item.dc?.languages?.[0],
  }
}

/** RSS 0.90 and 1.0 as feedsmith reads it. */
export function fromRdf(feed: RdfFeed.Feed<string>, bases: Bases): ParsedFeed {
  const link = resolveLink(feed.link ?? alternate(feed.atom?.links), [feed.xml?.base, ...bases])
  const itemBases = [feed.xml?.base, link, ...bases]
  return {
    title: titleText(feed.title ?? feed.dc?.titles?.[0]),
    link,
    description: feed.description ?? feed.dc?.descriptions?.[0],
    language: feed.dc?.languages?.[0],
    entries: (feed.items ?? []).map((item) => rdfEntry(item, feed, itemBases)),
    pace: { everyMinutes: everyMinutes(undefined, feed.sy), skipHours: [], skipDays: [] },
    truncated: false,
    warnings: [],
  }
}

function rdfEntry(item: RdfItem, feed: RdfFeed.Feed<string>, feedBases: Bases): Entry {
  const own = present(moduleAuthors(item))
  const bases = [item.xml?.base, ...feedBases]
  return {
    title: titleText(item.title ?? item.dc?.titles?.[0] ?? mediaTitle(item.media)),
    link: resolveLink(
      item.link ?? alternate(item.atom?.links) ?? webAddress(item.rdf?.about),
      bases,
    ),
    id: item.rdf?.about ?? item.dc?.identifiers?.[0],
    dates: isoDates(moduleDates(item)),
    authors: present(own.length > 0 ? own : (feed.dc?.creators ?? [])),
    summary: item.description ?? item.dc?.descriptions?.[0],
    content: item.content?.encoded,
    categories: present([
      ...moduleCategories(item),
      ...(item.atom?.categories ?? []).flatMap(({ label, term }) => [label, term]),
    ]),
    enclosures: [],
    captions: present([mediaDescription(item.media)]),
    media: resolved(mediaUrls(item.media), bases),
    language: item.dc?.languages?.[0],
  }
}

type AtomLink = { readonly href?: string; readonly rel?: string | undefined }

export function alternate(links: readonly AtomLink[] | undefined): string | undefined {
  return (
    links?.find((link) => link.rel === 'alternate') ?? links?.find((link) => link.rel === undefined)
  )?.href
}

/** An id counts as a link only when it is an address in full. */
export function webAddress(id: string | undefined): string | undefined {
  return id && /^https?:\/\//i.test(id.trim()) ? id : undefined
}

export function resolved(urls: readonly (string | undefined)[], bases: Bases): readonly string[] {
  return present(urls.map((url) => resolveLink(url, bases)))
}
