import type { Article } from '../domain/article.ts'
import type { FeedId } from '../domain/ids.ts'
import type { Sighting } from '../domain/sighting.ts'
import { withoutTracking } from './address.ts'
import { type FetchKind, isNews, plausibleDate } from './freshness.ts'
import { type NamedEntry, type Recognition, recognise } from './identity.ts'

/** What is known of a feed when its entries become articles. */
export type FeedContext = {
  readonly feedId: FeedId
  /** The outlet's name as readers know it. */
  readonly publisher: string
  /** The feed's own language, for items that name none. */
  readonly language: string | undefined
  /** The sightings of this feed by identity; those that `nameEntries` named are enough. */
  readonly sightings: ReadonlyMap<string, Sighting>
  /** The feed was never fetched with success before. */
  readonly isFirstFetch: boolean
  readonly now: Date
}

/** One item of a fetch that has to be remembered. */
export type FeedItem = {
  /** `revised` keeps the id of the article that it changes; its `revision` is for the store to count. */
  readonly kind: 'new' | 'revised'
  readonly article: Article
  readonly sightings: readonly Sighting[]
  /** New, and something to tell; an item that is not is only remembered as seen, or changes an article that is kept. */
  readonly isNews: boolean
}

/** The entries of one fetch as articles: what is new and what the publisher has changed, the newest first. */
export function toArticles(
  entries: readonly NamedEntry[],
  context: FeedContext,
): readonly FeedItem[] {
  const recognised = recognise(entries, context.sightings)
  const fetch = kindOfFetch(recognised, context)
  return entries.flatMap((entry, at) => {
    const recognition = recognised[at]
    if (!recognition || recognition.kind === 'unchanged') return []
    return [toItem(entry, recognition, recognition.kind, fetch, context)]
  })
}

function kindOfFetch(recognised: readonly Recognition[], context: FeedContext): FetchKind {
  if (context.isFirstFetch) return 'first'
  const isReset = recognised.length > 5 && recognised.every(({ kind }) => kind === 'new')
  return isReset ? 'reset' : 'usual'
}

function toItem(
  { entry, identities, fingerprint }: NamedEntry,
  { articleId }: Recognition,
  kind: FeedItem['kind'],
  fetch: FetchKind,
  { feedId, publisher, language, now }: FeedContext,
): FeedItem {
  const publishedAt = plausibleDate(entry.dates[0] ? new Date(entry.dates[0]) : undefined, now)
  const article: Article = {
    id: articleId,
    feedId,
    publisher,
    url: entry.link && withoutTracking(entry.link),
    title: entry.title ?? '',
    text: entry.body?.text ?? '',
    headings: entry.body?.headings ?? [],
    publishedAt,
    firstSeenAt: now,
    language: entry.language ?? language,
    byline: entry.authors.join(', ') || undefined,
    partial: false,
    revision: 1,
  }
  return {
    kind,
    article,
    sightings: identities.map((identity) => ({ feedId, identity, articleId, fingerprint })),
    isNews: kind === 'new' && entry.body !== undefined && isNews(publishedAt, fetch, now),
  }
}
