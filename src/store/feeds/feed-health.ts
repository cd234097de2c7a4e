import { type FeedId, feedId } from '../../domain/ids.ts'
import type { PollState } from '../../domain/poll-state.ts'
import { orNone, toDate, toDateOrNone } from '../columns.ts'
import { readJson } from '../json.ts'
import type { Tx } from '../transaction.ts'

/** How a feed does. */
export type FeedHealth = {
  readonly feedId: FeedId
  /** As the feed names itself. */
  readonly title: string
  readonly homeUrl: string | undefined
  /** Undefined until the first poll. */
  readonly state: PollState | undefined
  /** Undefined when it was given up and waits for somebody to wake it. */
  readonly nextCheckAt: Date | undefined
  /** When its newest article was first seen. */
  readonly newestAt: Date | undefined
}

export async function feedHealth(
  { db, engine }: Tx,
  ids: readonly FeedId[],
): Promise<readonly FeedHealth[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('feeds')
    .selectAll()
    .select(({ selectFrom }) =>
      selectFrom('articles')
        .select(({ fn }) => fn.max('first_seen_at_ms').as('newest'))
        .whereRef('articles.feed_id', '=', 'feeds.id')
        .as('newest_at_ms'),
    )
    .where('id', 'in', engine.among(ids))
    .execute()
  return rows.map((row) => {
    const state =
      row.poll_state_json === null ? undefined : readJson<PollState>(row.poll_state_json)
    return {
      feedId: feedId(row.id),
      title: row.title,
      homeUrl: orNone(row.home_url),
      state,
      nextCheckAt: state?.disabled
        ? undefined
        : (state?.nextCheckAt ?? toDate(row.next_check_at_ms)),
      newestAt: toDateOrNone(row.newest_at_ms),
    }
  })
}
