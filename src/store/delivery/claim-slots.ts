import { type Selectable, sql } from 'kysely'
import { digestId, slotId, workspaceId } from '../../domain/ids.ts'
import { tooLateAt } from '../../domain/local-time.ts'
import type { ClaimedSlot } from '../../domain/slot.ts'
import { toDateOrNone } from '../columns.ts'
import type { Tables } from '../tables/tables.ts'
import type { EverywhereTx, WorkspaceTx } from '../transaction.ts'
import { toSubscription } from '../wishes/subscriptions.ts'
import { isFree, leaseColumns } from './leases.ts'
import { suspendedWorkspaces } from './workspace-suspension.ts'

type SlotRow = Selectable<Tables['slots']>
type SlotKey = Pick<SlotRow, 'workspace_id' | 'id'>
type SubscriptionRow = Selectable<Tables['subscriptions']>

/** A digest that begins later than this after its slot says that it is late. */
const onTimeMs = 125_000

/** Leases slots whose digests are to be made, the longest due first. Those that can no longer be made are closed. */
export async function claimDueSlots(
  tx: EverywhereTx,
  limit: number,
  leaseMs: number,
): Promise<readonly ClaimedSlot[]> {
  const due = await dueSlots(tx, limit)
  if (due.length === 0) return []
  const rows = await lease(tx, due, leaseMs)
  const subscriptions = await subscriptionsOf(tx, rows)
  const claimed: ClaimedSlot[] = []
  for (const row of rows) {
    const subscription = subscriptions.get(`${row.workspace_id} ${row.digest_id}`)
    const slot = toClaimedSlot(row, subscription, tx.now)
    if (typeof slot === 'string') await close(tx, row, slot)
    else claimed.push(slot)
  }
  return claimed
}

/** Holds a claim for longer; false when it has gone to another process. */
export async function renewSlot(
  { db, leaseNowMs, workspaceId: workspace }: WorkspaceTx,
  { slot, fence }: ClaimedSlot,
  leaseMs: number,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('slots')
    .set({ lease_until_ms: sql<number>`${leaseNowMs} + ${sql.lit(leaseMs)}` })
    .where('workspace_id', '=', workspace)
    .where('id', '=', slot.id)
    .where('fence', '=', fence)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Gives a claim back unused, so that another process need not wait for the lease to end. */
export async function releaseSlot(
  { db, workspaceId: workspace }: WorkspaceTx,
  { slot, fence }: ClaimedSlot,
): Promise<void> {
  await db
    .updateTable('slots')
    .set({ lease_until_ms: 0 })
    .where('workspace_id', '=', workspace)
    .where('id', '=', slot.id)
    .where('fence', '=', fence)
    .execute()
}

async function dueSlots(tx: EverywhereTx, limit: number): Promise<readonly SlotKey[]> {
  const nowMs = tx.now.getTime()
  const due = tx.db
    .selectFrom('slots')
    .select(['workspace_id', 'id'])
    .where('state', '=', 'due')
    .where('due_at_ms', '<=', nowMs)
    .where('retry_at_ms', '<=', nowMs)
    .where(isFree(tx))
    .where('workspace_id', 'not in', suspendedWorkspaces(tx))
    .orderBy('due_at_ms')
    .limit(limit)
  return tx.engine.skipLocked(due).execute()
}

async function lease(
  tx: EverywhereTx,
  due: readonly SlotKey[],
  leaseMs: number,
): Promise<readonly SlotRow[]> {
  const rows = await tx.db
    .updateTable('slots')
    .set(leaseColumns(tx, leaseMs))
    // The workspaces lead the way into the primary key.
    .where('workspace_id', 'in', [...new Set(due.map((slot) => slot.workspace_id))])
    .where(
      'id',
      'in',
      due.map(({ id }) => id),
    )
    .returningAll()
    .execute()
  return rows.sort((a, b) => a.due_at_ms - b.due_at_ms)
}

async function subscriptionsOf(
  { db }: EverywhereTx,
  slots: readonly SlotRow[],
): Promise<ReadonlyMap<string, SubscriptionRow>> {
  const rows = await db
    .selectFrom('subscriptions')
    .selectAll()
    .where('workspace_id', 'in', [...new Set(slots.map((slot) => slot.workspace_id))])
    .where('id', 'in', [...new Set(slots.map((slot) => slot.digest_id))])
    .execute()
  return new Map(rows.map((row) => [`${row.workspace_id} ${row.id}`, row]))
}

/** The claim, or why there is nothing to make any more. */
function toClaimedSlot(
  row: SlotRow,
  found: SubscriptionRow | undefined,
  now: Date,
): ClaimedSlot | string {
  if (found === undefined || found.removed_at_ms !== null) return 'The digest was taken away.'
  if (found.paused === 1) return 'The digest was paused.'
  const subscription = toSubscription(found)
  const dueAt = new Date(row.due_at_ms)
  const latest = tooLateAt(subscription.schedule, { dueAt })
  if (now > latest) return 'Nobody made its digest before it was too late to be news.'
  return {
    slot: {
      id: slotId(row.id),
      workspaceId: workspaceId(row.workspace_id),
      digestId: digestId(row.digest_id),
      key: row.slot_key,
      dueAt,
    },
    subscription,
    fence: row.fence,
    attempts: row.attempts,
    tooLateAt: latest,
    lateUntil: now.getTime() > row.due_at_ms + onTimeMs ? now : undefined,
    nextAt: found.next_slot_key === null ? undefined : toDateOrNone(found.next_due_at_ms),
  }
}

async function close({ db, now }: EverywhereTx, row: SlotRow, words: string): Promise<void> {
  await db
    .updateTable('slots')
    .set({ state: 'missed', words, closed_at_ms: now.getTime(), lease_until_ms: 0 })
    .where('workspace_id', '=', row.workspace_id)
    .where('id', '=', row.id)
    .where('fence', '=', row.fence)
    .execute()
}
