import { sql } from 'kysely'
import type { Feed } from '../../domain/feed.ts'
import { type FeedId, feedId } from '../../domain/ids.ts'
import { newPollState, type PollState } from '../../domain/poll-state.ts'
import { suspendedWorkspaces } from '../delivery/workspace-suspension.ts'
import { readJson } from '../json.ts'
import type { EverywhereTx, Tx } from '../transaction.ts'
import { toFeed } from './feeds.ts'

/** A feed that this process alone may poll until its lease ends; `fence` proves it at every write. */
export type ClaimedFeed = {
  readonly feed: Feed
  readonly state: PollState
  readonly fence: number
}

/** Leases feeds that are due and wanted by somebody, the longest due first. */
export async function claimDueFeeds(
  tx: EverywhereTx,
  limit: number,
  leaseMs: number,
): Promise<readonly ClaimedFeed[]> {
  const { db, engine, now, leaseNowMs } = tx
  const due = db
    .selectFrom('feeds')
    .select('feeds.id')
    .where('next_check_at_ms', '<=', now.getTime())
    .where('lease_until_ms', '<=', leaseNowMs)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('feed_subscriptions')
          .select('feed_id')
          .whereRef('feed_id', '=', 'feeds.id')
          .where('paused', '=', 0)
          .where('removed_at_ms', 'is', null)
          .where('workspace_id', 'not in', suspendedWorkspaces(tx)),
      ),
    )
    .orderBy('next_check_at_ms')
    .limit(limit)
  const ids = (await engine.skipLocked(due).execute()).map(({ id }) => id)
  return ids.length === 0 ? [] : lease(tx, ids, leaseMs)
}

/** Leases one feed whether it is due or not, for a look that a person asked for; undefined while another process polls it. */
export async function claimFeed(
  tx: Tx,
  id: FeedId,
  leaseMs: number,
): Promise<ClaimedFeed | undefined> {
  const free = tx.db
    .selectFrom('feeds')
    .select('id')
    .where('id', '=', id)
    .where('lease_until_ms', '<=', tx.leaseNowMs)
  const ids = (await tx.engine.skipLocked(free).execute()).map((row) => row.id)
  const [claimed] = ids.length === 0 ? [] : await lease(tx, ids, leaseMs)
  return claimed
}

/**
 * A process that dies between a request and its record leaves the feed due this much later: one late poll, never one too
 * many (E13). The record of the poll, or giving the claim back, sets the true time.
 */
const afterCrashMs = 3_600_000

async function lease(
  { db, now, leaseNowMs }: Tx,
  ids: readonly string[],
  leaseMs: number,
): Promise<readonly ClaimedFeed[]> {
  const rows = await db
    .updateTable('feeds')
    .set({
      lease_until_ms: sql<number>`${leaseNowMs} + ${sql.lit(leaseMs)}`,
      next_check_at_ms: now.getTime() + afterCrashMs,
    })
    .set((row) => ({ fence: row('fence', '+', 1) }))
    .where('id', 'in', ids)
    .returningAll()
    .execute()
  const places = new Map(ids.map((id, place) => [id, place]))
  return rows
    .sort((a, b) => (places.get(a.id) ?? 0) - (places.get(b.id) ?? 0))
    .map((row) => ({
      feed: toFeed(row),
      state:
        row.poll_state_json === null ? newPollState(now) : readJson<PollState>(row.poll_state_json),
      fence: row.fence,
    }))
}

/** Gives a claim back unused, so that another process need not wait for the lease to end. */
export async function releaseFeed({ db }: Tx, { feed, state, fence }: ClaimedFeed): Promise<void> {
  await db
    .updateTable('feeds')
    .set({ lease_until_ms: 0, next_check_at_ms: state.nextCheckAt.getTime() })
    .where('id', '=', feedId(feed.id))
    .where('fence', '=', fence)
    .execute()
}
