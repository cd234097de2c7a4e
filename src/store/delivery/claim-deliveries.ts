import { type Selectable, sql } from 'kysely'
import { type PlatformName, readChannelRef } from '../../domain/channel.ts'
import type { Delivery, DeliveryState } from '../../domain/delivery.ts'
import { BugError } from '../../domain/errors.ts'
import { deliveryId, slotId, workspaceId } from '../../domain/ids.ts'
import type { MessageRef } from '../../domain/platform.ts'
import { toDate, toDateOrNone } from '../columns.ts'
import { readJson } from '../json.ts'
import type { Tables } from '../tables/tables.ts'
import type { EverywhereTx, Tx } from '../transaction.ts'
import { everyChannel, suspensionMs } from './destinations.ts'
import { isFree, leaseColumns } from './leases.ts'
import { pausedPlatforms } from './platform-pauses.ts'

export type DeliveryRow = Selectable<Tables['deliveries']>
type DeliveryKey = Pick<DeliveryRow, 'workspace_id' | 'id'>

export type DeliveryClaim = {
  /** Those that this process can post to. */
  readonly platforms: readonly PlatformName[]
  readonly limit: number
  readonly leaseMs: number
}

const openStates = ['ready', 'retry_at', 'sending', 'unknown', 'suspended'] as const

/** A delivery in one of these is over, and the next part may follow. */
export const closedStates = ['sent', 'dead', 'skipped'] as const

/**
 * Leases deliveries that are due, the longest due first, each part only after the one before it. What was never sent, or
 * certainly not taken, comes as `sending`; what may stand on the platform comes as `unknown`, so that it is looked for.
 */
export async function claimDueDeliveries(
  tx: EverywhereTx,
  claim: DeliveryClaim,
): Promise<readonly Delivery[]> {
  const paused = await pausedPlatforms(tx)
  const platforms = claim.platforms.filter((name) => !paused.includes(name))
  if (platforms.length === 0) return []
  const due = await dueDeliveries(tx, platforms, claim.limit)
  if (due.length === 0) return []
  const rows = await lease(tx, due, claim.leaseMs)
  const parents = await parentsOf(tx, rows)
  return rows
    .sort((a, b) => a.due_at_ms - b.due_at_ms || a.part - b.part)
    .map((row) => toDelivery(row, parents.get(parentKey(row))))
}

/** Deliveries whose parts before them are all closed. */
function nextParts({ db }: EverywhereTx) {
  return db
    .selectFrom('deliveries')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('deliveries as earlier')
            .select('earlier.id')
            .whereRef('earlier.workspace_id', '=', 'deliveries.workspace_id')
            .whereRef('earlier.slot_id', '=', 'deliveries.slot_id')
            .whereRef('earlier.channel', '=', 'deliveries.channel')
            .whereRef('earlier.part', '<', 'deliveries.part')
            .where('earlier.state', 'not in', closedStates),
        ),
      ),
    )
}

/** Deliveries that wait for a channel where nothing can be posted, and whose time is over; nobody is at work on them. */
export async function findTooLate(tx: EverywhereTx, limit: number): Promise<readonly Delivery[]> {
  const rows = await nextParts(tx)
    .selectAll('deliveries')
    .where('state', 'in', ['ready', 'retry_at', 'suspended'])
    .where('too_late_at_ms', '<', tx.now.getTime())
    .where('lease_until_ms', '<=', tx.leaseNowMs)
    .orderBy('due_at_ms')
    .limit(limit)
    .execute()
  return rows.map((row) => toDelivery(row, undefined))
}

function dueDeliveries(
  tx: EverywhereTx,
  platforms: readonly PlatformName[],
  limit: number,
): Promise<readonly DeliveryKey[]> {
  const nowMs = tx.now.getTime()
  const due = nextParts(tx)
    .select(['deliveries.workspace_id', 'deliveries.id'])
    .where('state', 'in', openStates)
    .where('due_at_ms', '<=', nowMs)
    .where(isFree(tx))
    .where((row) => row.or(platforms.map((name) => row('channel', 'like', `${name}:%`))))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('destinations')
            .select('destinations.channel')
            .whereRef('destinations.workspace_id', '=', 'deliveries.workspace_id')
            .where((row) =>
              row.or([
                row('destinations.channel', '=', everyChannel),
                row('destinations.channel', '=', row.ref('deliveries.channel')),
              ]),
            )
            .where((row) =>
              row.or([
                row('destinations.paused_until_ms', '>', nowMs),
                row('destinations.suspended_at_ms', '>', nowMs - suspensionMs),
              ]),
            ),
        ),
      ),
    )
    .orderBy('due_at_ms')
    .orderBy('part')
    .limit(limit)
  return tx.engine.skipLocked(due).execute()
}

/** What claiming makes of a row: a try that begins now, or a look for one whose fate is not known. */
export function claimColumns(tx: Tx, leaseMs: number) {
  const nowMs = tx.now.getTime()
  const isFresh = sql<boolean>`state in ('ready', 'retry_at', 'suspended')`
  return {
    state: sql<string>`case when ${isFresh} then 'sending' else 'unknown' end`,
    attempts: sql<number>`case when ${isFresh} then attempts + 1 else attempts end`,
    attempt_started_at_ms: sql<number>`case when ${isFresh} then ${sql.lit(nowMs)}
      else attempt_started_at_ms end`,
    ...leaseColumns(tx, leaseMs),
    changed_at_ms: nowMs,
  }
}

function lease(
  tx: EverywhereTx,
  due: readonly DeliveryKey[],
  leaseMs: number,
): Promise<DeliveryRow[]> {
  return (
    tx.db
      .updateTable('deliveries')
      .set(claimColumns(tx, leaseMs))
      // The workspaces lead the way into the primary key.
      .where('workspace_id', 'in', [...new Set(due.map((row) => row.workspace_id))])
      .where(
        'id',
        'in',
        due.map(({ id }) => id),
      )
      .returningAll()
      .execute()
  )
}

function parentKey(row: Pick<DeliveryRow, 'slot_id' | 'channel'>): string {
  return `${row.slot_id} ${row.channel}`
}

/** The first messages that the parts belong beneath, by slot and channel. */
async function parentsOf(
  { db }: EverywhereTx,
  rows: readonly DeliveryRow[],
): Promise<ReadonlyMap<string, string>> {
  const parts = rows.filter(({ part }) => part > 0)
  if (parts.length === 0) return new Map()
  const found = await db
    .selectFrom('deliveries')
    .select(['slot_id', 'channel', 'message_id'])
    .where('workspace_id', 'in', [...new Set(parts.map((row) => row.workspace_id))])
    .where('slot_id', 'in', [...new Set(parts.map((row) => row.slot_id))])
    .where('part', '=', 0)
    .where('message_id', 'is not', null)
    .execute()
  return new Map(found.map((row) => [parentKey(row), row.message_id ?? '']))
}

export function toDelivery(row: DeliveryRow, parentId: string | undefined): Delivery {
  const channel = readChannelRef(row.channel)
  if (channel === undefined) throw new BugError(`The stored channel "${row.channel}" is not one`)
  const parent: MessageRef | undefined =
    parentId === undefined ? undefined : { channel, id: parentId }
  return {
    id: deliveryId(row.id),
    workspaceId: workspaceId(row.workspace_id),
    slotId: slotId(row.slot_id),
    channel,
    part: row.part,
    message: readJson(row.message_json),
    cuts: row.cuts,
    state: row.state as DeliveryState,
    attempts: row.attempts,
    reconciliations: row.reconciliations,
    attemptStartedAt: toDateOrNone(row.attempt_started_at_ms),
    parent,
    dueAt: toDate(row.due_at_ms),
    tooLateAt: toDate(row.too_late_at_ms),
    fence: row.fence,
  }
}
