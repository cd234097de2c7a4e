import { type FeedId, feedId } from '../../domain/ids.ts'
import { dayOf } from '../columns.ts'
import type { Tx } from '../transaction.ts'

/** What a day's polls of a feed brought; a day in UTC. */
export type FeedDay = {
  readonly feedId: FeedId
  readonly day: string
  readonly polls: number
  readonly unchanged: number
  readonly failures: number
  readonly articles: number
}

/** The days on which the feeds were polled since then, in their order. */
export async function feedDays(
  { db, engine }: Tx,
  ids: readonly FeedId[],
  since: Date,
): Promise<readonly FeedDay[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('feed_days')
    .selectAll()
    .where('feed_id', 'in', engine.among(ids))
    .where('day', '>=', dayOf(since))
    .orderBy('day')
    .execute()
  return rows.map((row) => ({
    feedId: feedId(row.feed_id),
    day: row.day,
    polls: row.polls,
    unchanged: row.unchanged,
    failures: row.failures,
    articles: row.articles,
  }))
}
