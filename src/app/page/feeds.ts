import { healthOf } from '../../commands/admin/feed-words.ts'
import type { FeedSubscription } from '../../domain/subscription.ts'
import type { FeedStanding } from '../../platforms/console/page/reads.ts'
import { type FeedDay, feedDays } from '../../store/feeds/feed-days.ts'
import { type FeedHealth, feedHealth } from '../../store/feeds/feed-health.ts'
import type { WorkspaceTx } from '../../store/transaction.ts'
import { listFeedSubscriptions } from '../../store/wishes/feed-subscriptions.ts'
import { firstDay, lastDays } from './days.ts'

/** The feeds of a workspace, and how they did in the last 30 days. */
export async function readFeeds(tx: WorkspaceTx): Promise<readonly FeedStanding[]> {
  const feeds = await listFeedSubscriptions(tx)
  const ids = feeds.map(({ feedId }) => feedId)
  const health = new Map((await feedHealth(tx, ids)).map((each) => [each.feedId, each]))
  const days = Map.groupBy(await feedDays(tx, ids, firstDay(tx.now)), ({ feedId }) => feedId)
  return feeds.map((feed) =>
    standing(feed, health.get(feed.feedId), days.get(feed.feedId) ?? [], tx.now),
  )
}

function standing(
  feed: FeedSubscription,
  health: FeedHealth | undefined,
  days: readonly FeedDay[],
  now: Date,
): FeedStanding {
  const state = health?.state
  const articles = new Map(days.map((each) => [each.day, each.articles]))
  return {
    feed,
    health: healthOf(feed, health, now),
    fault: state?.disabled ?? state?.failure,
    homeUrl: health?.homeUrl,
    newestAt: health?.newestAt,
    lastCheckedAt: state?.lastCheckedAt,
    nextCheckAt: health?.nextCheckAt,
    bytesSaved: state?.bytesSaved ?? 0,
    perDay: lastDays(now).map((day) => articles.get(day) ?? 0),
    polls: days.reduce((sum, each) => sum + each.polls, 0),
    unchanged: days.reduce((sum, each) => sum + each.unchanged, 0),
  }
}
