import type { FeedId } from '../../domain/ids.ts'
import type { PollState } from '../../domain/poll-state.ts'
import { dayOf } from '../columns.ts'
import { writeJson } from '../json.ts'
import type { EverywhereTx, Tx } from '../transaction.ts'
import type { ClaimedFeed } from './claim-feeds.ts'

/** What a poll leaves to be written. */
export type PollRecord = {
  readonly state: PollState
  readonly outcome: 'read' | 'unchanged' | 'failed' | 'held'
  /** New and changed articles. */
  readonly articles: number
  /** What the feed says of itself, when it was read. */
  readonly facts?: { readonly title: string; readonly homeUrl: string | undefined }
}

/** The last instant that a `Date` can hold: a feed that was given up is due only when somebody wakes it. */
const neverMs = 8_640_000_000_000_000

/** Writes what a poll left and ends the lease; false, and nothing written, when the claim has gone to another process. */
export async function recordPoll(
  tx: Tx,
  { feed, fence }: ClaimedFeed,
  record: PollRecord,
): Promise<boolean> {
  const { facts, state } = record
  const written = await tx.db
    .updateTable('feeds')
    .set({
      poll_state_json: writeJson(state),
      next_check_at_ms: state.disabled ? neverMs : state.nextCheckAt.getTime(),
      lease_until_ms: 0,
      ...(facts && { title: facts.title, home_url: facts.homeUrl ?? null }),
    })
    .where('id', '=', feed.id)
    .where('fence', '=', fence)
    .executeTakeFirst()
  if (written.numUpdatedRows === 0n) return false
  if (record.outcome !== 'held') await countPoll(tx, feed.id, record)
  return true
}

async function countPoll(
  { db, now }: Tx,
  id: FeedId,
  { outcome, articles }: PollRecord,
): Promise<void> {
  const unchanged = outcome === 'unchanged' ? 1 : 0
  const failures = outcome === 'failed' ? 1 : 0
  await db
    .insertInto('feed_days')
    .values({ feed_id: id, day: dayOf(now), polls: 1, unchanged, failures, articles })
    .onConflict((conflict) =>
      conflict.columns(['feed_id', 'day']).doUpdateSet((row) => ({
        polls: row('feed_days.polls', '+', 1),
        unchanged: row('feed_days.unchanged', '+', unchanged),
        failures: row('feed_days.failures', '+', failures),
        articles: row('feed_days.articles', '+', articles),
      })),
    )
    .execute()
}

/** Asks for a poll at the next tick, and takes a feed that was given up back into use. */
export async function wakeFeed(tx: Tx, id: FeedId, state: PollState): Promise<void> {
  await tx.db
    .updateTable('feeds')
    .set({
      poll_state_json: writeJson({ ...state, disabled: undefined, nextCheckAt: tx.now }),
      next_check_at_ms: tx.now.getTime(),
    })
    .where('id', '=', id)
    .execute()
}

/** Follows a feed to its new address. Where another feed stands there already, that one takes its readers over. */
export async function moveFeed(
  { db, now }: EverywhereTx,
  id: FeedId,
  toUrl: string,
): Promise<void> {
  const other = await db
    .selectFrom('feeds')
    .select('id')
    .where('url', '=', toUrl)
    .executeTakeFirst()
  if (other?.id === id) return
  if (other === undefined) {
    await db.updateTable('feeds').set({ url: toUrl }).where('id', '=', id).execute()
    return
  }
  const readers = db.selectFrom('feed_subscriptions').select('workspace_id')
  await db
    .updateTable('feed_subscriptions')
    .set({ removed_at_ms: now.getTime() })
    .where('feed_id', '=', id)
    .where('workspace_id', 'in', readers.where('feed_id', '=', other.id))
    .execute()
  await db
    .updateTable('feed_subscriptions')
    .set({ feed_id: other.id })
    .where('feed_id', '=', id)
    .where('removed_at_ms', 'is', null)
    .execute()
}
