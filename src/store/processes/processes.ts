import { sql } from 'kysely'
import { silentMs } from '../delivery/leases.ts'
import { writeJson } from '../json.ts'
import type { Tx } from '../transaction.ts'

/** A program at work on this database, as long as it shows that it lives. */
export type ProcessRecord = {
  readonly id: string
  readonly roles: readonly string[]
  readonly version: string
  readonly host: string
}

/** What a program leaves behind that ended without a word is kept so long, for those who ask what happened. */
const keptMs = 86_400_000

/**
 * Writes down that a program begins its work. Where the database serves one process, whoever was there before is gone: the
 * leases of the program before this one end here.
 */
export async function arrive(tx: Tx, { id, roles, version, host }: ProcessRecord): Promise<void> {
  const { db, engine, leaseNowMs, now } = tx
  const gone = db.deleteFrom('processes').where('id', '!=', id)
  await (engine.isShared ? gone.where('beat_at_ms', '<', now.getTime() - keptMs) : gone).execute()
  await db
    .insertInto('processes')
    .values({
      id,
      roles_json: writeJson(roles),
      version,
      host,
      started_at_ms: now.getTime(),
      beat_at_ms: leaseNowMs,
    })
    .execute()
}

/** A sign of life; false when the program is not on record any more. */
export async function beat({ db, leaseNowMs }: Tx, id: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('processes')
    .set({ beat_at_ms: leaseNowMs })
    .where('id', '=', id)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** The program ends in good order: what it still holds is free at once. */
export async function leave({ db }: Tx, id: string): Promise<void> {
  await db.deleteFrom('processes').where('id', '=', id).execute()
}

/** The hosts of the programs at work on this database. */
export async function livingProcesses({ db, leaseNowMs }: Tx): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('processes')
    .select('host')
    .where('beat_at_ms', '>', sql<number>`${leaseNowMs} - ${sql.lit(silentMs)}`)
    .execute()
  return rows.map(({ host }) => host)
}
