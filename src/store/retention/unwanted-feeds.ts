import { sql } from 'kysely'
import type { EverywhereTx } from '../transaction.ts'
import { forgetSome } from './forget.ts'

const dayMs = 86_400_000

/** In this order, so that the feed is found again until nothing of it is left. */
const ofFeed = ['sightings', 'feed_articles', 'feed_days'] as const

/** Deletes some of what is kept of feeds that nobody wants any more, then the feed itself; 0 when nothing is left. */
export async function forgetUnwantedFeeds(tx: EverywhereTx, limit: number): Promise<number> {
  const { db, now, leaseNowMs } = tx
  const feed = await db
    .selectFrom('feeds')
    .select('id')
    .where('added_at_ms', '<', now.getTime() - dayMs)
    .where('lease_until_ms', '<=', leaseNowMs)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('feed_subscriptions')
            .select('feed_subscriptions.feed_id')
            .whereRef('feed_subscriptions.feed_id', '=', 'feeds.id'),
        ),
      ),
    )
    .limit(1)
    .executeTakeFirst()
  if (feed === undefined) return 0
  const isOld = sql<boolean>`feed_id = ${feed.id}`
  for (const table of ofFeed) {
    const some = await forgetSome(tx, { table, isOld }, limit)
    if (some > 0) return some
  }
  return forgetSome(tx, { table: 'feeds', isOld: sql`id = ${feed.id}` }, limit)
}
