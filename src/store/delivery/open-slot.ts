import { sql } from 'kysely'
import { slotId } from '../../domain/ids.ts'
import type { ClaimedSlot } from '../../domain/slot.ts'
import type { Subscription } from '../../domain/subscription.ts'
import { idOf } from '../columns.ts'
import type { WorkspaceTx } from '../transaction.ts'

/** A digest that somebody asked for by hand is worth sending for so long. */
const worthMs = 3_600_000
const minuteMs = 60_000

/**
 * A slot outside the schedule, claimed already; undefined while one of the same minute stands, so that asking twice makes
 * one digest.
 */
export async function openSlot(
  { db, leaseNowMs, now, owner, workspaceId }: WorkspaceTx,
  subscription: Subscription,
  leaseMs: number,
): Promise<ClaimedSlot | undefined> {
  const minute = new Date(Math.floor(now.getTime() / minuteMs) * minuteMs)
  const key = `${minute.toISOString().slice(0, 16)} by hand`
  const id = idOf('slot', workspaceId, subscription.id, key)
  const opened = await db
    .insertInto('slots')
    .values({
      workspace_id: workspaceId,
      id,
      digest_id: subscription.id,
      slot_key: key,
      due_at_ms: now.getTime(),
      state: 'due',
      words: '',
      attempts: 0,
      retry_at_ms: 0,
      lease_until_ms: sql<number>`${leaseNowMs} + ${sql.lit(leaseMs)}`,
      fence: 1,
      owner: owner ?? null,
      owner_fence: 1,
      digest_json: null,
      closed_at_ms: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (opened === undefined) return undefined
  return {
    slot: { id: slotId(id), workspaceId, digestId: subscription.id, key, dueAt: now },
    subscription,
    fence: 1,
    attempts: 0,
    tooLateAt: new Date(now.getTime() + worthMs),
    lateUntil: undefined,
    nextAt: undefined,
  }
}
