import { dueAtOf, nextSlot, tooLateAt } from '../../domain/local-time.ts'
import type { Schedule, SlotTime } from '../../domain/schedule.ts'
import type { Subscription } from '../../domain/subscription.ts'
import { idOf } from '../columns.ts'
import type { EverywhereTx } from '../transaction.ts'
import { toSubscription } from '../wishes/subscriptions.ts'
import { isFree } from './leases.ts'

/** How many slots were written down as due, and how many as missed. */
export type Planned = { readonly due: number; readonly missed: number }

/** What became of a schedule since its last planned slot: the slots that are past, and the next one. */
type CaughtUp = {
  readonly past: readonly { readonly time: SlotTime; readonly isMissed: boolean }[]
  readonly next: SlotTime | undefined
}

/** More past slots of one digest wait for the next look: a digest every minute has 1,440 a day. */
const mostPastSlots = 500

/** The last instant that a date can hold: a schedule that never comes again is not looked at again. */
const neverMs = 8_640_000_000_000_000

const overtaken = 'A later slot of the same digest was due.'
const tooLate = 'Nobody made its digest before it was too late to be news.'

/**
 * Writes down the slots that have come due since the last look, for the digests that wait longest. Of several that are past,
 * the newest is due, if it is not too late; the others are missed, and what they would have told goes to it.
 */
export async function planSlots(tx: EverywhereTx, limit: number): Promise<Planned> {
  const { db, engine, now } = tx
  const open = db
    .selectFrom('subscriptions')
    .selectAll()
    .where('removed_at_ms', 'is', null)
    .where('paused', '=', 0)
    .where('next_due_at_ms', '<=', now.getTime())
    .orderBy('next_due_at_ms')
    .limit(limit)
  let planned: Planned = { due: 0, missed: 0 }
  for (const row of await engine.skipLocked(open).execute()) {
    const subscription = toSubscription(row)
    const first = { key: row.next_slot_key ?? '', dueAt: new Date(row.next_due_at_ms ?? 0) }
    const caughtUp = catchUp(subscription.schedule, first, now)
    await writeSlots(tx, subscription, caughtUp)
    await writeNext(tx, subscription, caughtUp.next)
    const missed = caughtUp.past.filter(({ isMissed }) => isMissed).length
    planned = {
      due: planned.due + caughtUp.past.length - missed,
      missed: planned.missed + missed,
    }
  }
  return planned
}

/** Finds the first slot of digests that are new, changed or taken up again. */
export async function planNewSubscriptions(tx: EverywhereTx, limit: number): Promise<number> {
  const { db, engine, now } = tx
  const unplanned = db
    .selectFrom('subscriptions')
    .selectAll()
    .where('removed_at_ms', 'is', null)
    .where('paused', '=', 0)
    .where('next_due_at_ms', 'is', null)
    .limit(limit)
  const rows = await engine.skipLocked(unplanned).execute()
  for (const row of rows) {
    const subscription = toSubscription(row)
    await writeNext(tx, subscription, nextSlot(subscription.schedule, now))
  }
  return rows.length
}

/** Moves planned slots to where their local times fall by the time-zone data of today; for the start of the program. */
export async function replanSlots({ db }: EverywhereTx): Promise<number> {
  const rows = await db
    .selectFrom('subscriptions')
    .select(['workspace_id', 'id', 'next_slot_key', 'next_due_at_ms'])
    .where('next_slot_key', 'is not', null)
    .execute()
  let moved = 0
  for (const row of rows) {
    const dueAtMs = dueAtOf(row.next_slot_key ?? '')?.getTime() ?? null
    if (dueAtMs === row.next_due_at_ms) continue
    moved += 1
    await db
      .updateTable('subscriptions')
      .set({
        next_due_at_ms: dueAtMs,
        ...(dueAtMs === null ? { next_slot_key: null } : {}),
      })
      .where('workspace_id', '=', row.workspace_id)
      .where('id', '=', row.id)
      .execute()
  }
  return moved
}

function catchUp(schedule: Schedule, first: SlotTime, now: Date): CaughtUp {
  const past: SlotTime[] = []
  let next: SlotTime | undefined = first
  while (next && next.dueAt <= now && past.length < mostPastSlots) {
    past.push(next)
    next = nextSlot(schedule, next.dueAt)
  }
  const isCutOff = next !== undefined && next.dueAt <= now
  return {
    past: past.map((time, place) => ({
      time,
      isMissed: isCutOff || place < past.length - 1 || now > tooLateAt(schedule, time),
    })),
    next,
  }
}

async function writeSlots(
  tx: EverywhereTx,
  { workspaceId, id }: Subscription,
  { past }: CaughtUp,
): Promise<void> {
  const { db, now } = tx
  const newest = past.at(-1)
  if (newest === undefined) return
  await db
    .updateTable('slots')
    .set({ state: 'missed', words: overtaken, closed_at_ms: now.getTime() })
    .where('workspace_id', '=', workspaceId)
    .where('digest_id', '=', id)
    .where('state', '=', 'due')
    .where(isFree(tx))
    .where('due_at_ms', '<', newest.time.dueAt.getTime())
    .execute()
  await db
    .insertInto('slots')
    .values(
      past.map(({ time, isMissed }) => ({
        workspace_id: workspaceId,
        id: idOf('slot', workspaceId, id, time.key),
        digest_id: id,
        slot_key: time.key,
        due_at_ms: time.dueAt.getTime(),
        state: isMissed ? ('missed' as const) : ('due' as const),
        words: isMissed ? (time === newest.time ? tooLate : overtaken) : '',
        attempts: 0,
        retry_at_ms: 0,
        lease_until_ms: 0,
        fence: 0,
        digest_json: null,
        closed_at_ms: isMissed ? now.getTime() : null,
      })),
    )
    // A clock that was set back brings a slot again that has been.
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

async function writeNext(
  { db }: EverywhereTx,
  { workspaceId, id }: Subscription,
  next: SlotTime | undefined,
): Promise<void> {
  await db
    .updateTable('subscriptions')
    .set({
      next_slot_key: next?.key ?? null,
      next_due_at_ms: next?.dueAt.getTime() ?? neverMs,
    })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .execute()
}
