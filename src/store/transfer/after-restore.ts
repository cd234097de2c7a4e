import { sql } from 'kysely'
import { idOf } from '../columns.ts'
import type { EverywhereTx } from '../transaction.ts'

const words =
  'The database was restored from a backup; whether this digest was posted is not known.'

/** How many messages are looked for before they are sent, and how many digests are left to the next. */
export type Settled = { readonly lookedFor: number; readonly missed: number }

/**
 * A backup does not know what was posted after it. So that nothing is posted twice, every message that was still to be
 * sent is looked for in its channel first, and digests whose time has come since are left to the next one.
 */
export async function settleRestored(tx: EverywhereTx): Promise<Settled> {
  const lookedFor = await lookFirst(tx)
  const missed = (await missDueSlots(tx)) + (await missPlannedSlots(tx))
  return { lookedFor, missed }
}

async function lookFirst({ db, now }: EverywhereTx): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('deliveries')
    .set({
      state: 'unknown',
      words,
      attempt_started_at_ms: sql<number>`coalesce(attempt_started_at_ms, due_at_ms)`,
      lease_until_ms: 0,
      fence: sql<number>`fence + 1`,
    })
    .where('state', 'in', ['ready', 'retry_at', 'sending', 'suspended'])
    .where('due_at_ms', '<=', now.getTime())
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

async function missDueSlots({ db, now }: EverywhereTx): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('slots')
    .set({ state: 'missed', words, closed_at_ms: now.getTime(), lease_until_ms: 0 })
    .set({ fence: sql<number>`fence + 1` })
    .where('state', '=', 'due')
    .where('due_at_ms', '<=', now.getTime())
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

/** The first slot of each digest that has come since the backup is put on record; the digest is planned from now on. */
async function missPlannedSlots({ db, now }: EverywhereTx): Promise<number> {
  const passed = await db
    .selectFrom('subscriptions')
    .select(['workspace_id', 'id', 'next_slot_key', 'next_due_at_ms'])
    .where('next_slot_key', 'is not', null)
    .where('next_due_at_ms', '<=', now.getTime())
    .execute()
  for (const { workspace_id, id, next_slot_key: key, next_due_at_ms } of passed) {
    await db
      .insertInto('slots')
      .values({
        workspace_id,
        id: idOf('slot', workspace_id, id, key ?? ''),
        digest_id: id,
        slot_key: key ?? '',
        due_at_ms: next_due_at_ms ?? 0,
        state: 'missed',
        words,
        attempts: 0,
        retry_at_ms: 0,
        lease_until_ms: 0,
        fence: 0,
        digest_json: null,
        closed_at_ms: now.getTime(),
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    await db
      .updateTable('subscriptions')
      .set({ next_slot_key: null, next_due_at_ms: null })
      .where('workspace_id', '=', workspace_id)
      .where('id', '=', id)
      .execute()
  }
  return passed.length
}
