import type { FeedId } from '../domain/ids.ts'
import { storyId } from '../domain/ids.ts'
import type { FeedSubscription, Subscription } from '../domain/subscription.ts'
import { wordingFor } from '../domain/wording/wording.ts'
import type { DigestWindow } from '../pipeline.ts'
import { articlesSince, unseenArticles } from '../store/articles/window.ts'
import { idOf } from '../store/columns.ts'
import { windowStart } from '../store/delivery/window-start.ts'
import { feedHealth } from '../store/feeds/feed-health.ts'
import { apartPairs } from '../store/stories/splits.ts'
import { toldStories } from '../store/stories/told.ts'
import type { WorkspaceTx } from '../store/transaction.ts'
import { feedsOf } from '../store/wishes/feed-subscriptions.ts'
import { listFilters } from '../store/wishes/filters.ts'

/** When a digest is due and what it says of that. */
export type DigestTimes = Pick<DigestWindow, 'dueAt' | 'lateUntil' | 'nextAt'>

/** More articles than this of one window are left for the next. */
const mostArticles = 5_000

/** Somebody waits for it: the newest of them are enough. */
const mostArticlesAsked = 1_500

/**
 * Everything that the digest of a subscription is made from, as it stands now: what it has not used yet, or, where `asked`
 * says since when, whatever came in since then.
 */
export async function readWindow(
  tx: WorkspaceTx,
  subscription: Subscription,
  times: DigestTimes,
  asked?: Date,
): Promise<DigestWindow> {
  const feeds = await feedsOf(tx, subscription)
  const since = asked ?? (await windowStart(tx, subscription.id))
  const wording = wordingFor(subscription.language ?? 'en')
  const ids = feeds.map(({ feedId }) => feedId)
  const articles = asked
    ? await articlesSince(tx, ids, since, mostArticlesAsked)
    : await unseenArticles(tx, subscription.id, ids, since, mostArticles)
  const named = new Map(feeds.map((feed) => [feed.feedId, feed]))
  return {
    ...times,
    subscription,
    articles: articles.map((article) => ({
      ...article,
      publisher: named.get(article.feedId)?.name ?? article.publisher,
      language: article.language ?? named.get(article.feedId)?.language,
    })),
    read: {
      feedsRead: feeds.length,
      feedsFailed: await failedFeeds(tx, named),
      articlesRead: articles.length,
    },
    context: {
      told: await toldStories(tx, subscription.channel),
      apart: await apartPairs(tx),
      newStoryId: (lead) => storyId(idOf('story', subscription.id, lead.id)),
    },
    wishes: {
      digest: subscription.name,
      channel: subscription.channel,
      filters: await listFilters(tx),
      mutes: [],
      follows: [],
      feeds,
      now: tx.now,
      since,
      wording,
    },
    wording,
  }
}

async function failedFeeds(
  tx: WorkspaceTx,
  feeds: ReadonlyMap<FeedId, FeedSubscription>,
): Promise<DigestWindow['read']['feedsFailed']> {
  const health = await feedHealth(tx, [...feeds.keys()])
  return health.flatMap(({ feedId, state, title }) => {
    const why = state?.disabled?.sentence ?? state?.failure?.sentence
    return why === undefined ? [] : [{ name: feeds.get(feedId)?.name ?? title, why }]
  })
}
