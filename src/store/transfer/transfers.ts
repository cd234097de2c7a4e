import type { Kysely } from 'kysely'
import { UnusableError } from '../../domain/errors.ts'
import { readJson, writeJson } from '../json.ts'
import type { Tables } from '../tables/tables.ts'
import type { EverywhereTx } from '../transaction.ts'

/** How far a copy has come: the tables that are whole, and the key of the last row of the one at work. */
export type Copied = {
  readonly tables: readonly string[]
  readonly cursor: readonly (string | number)[] | undefined
}

/**
 * Refuses a database that is only partly filled, and one whose contents have gone to another: a bot on either would post
 * what another bot posts too.
 */
export async function refuseTransferred(db: Kysely<Tables>): Promise<void> {
  const rows = await db.selectFrom('transfers').selectAll().execute()
  const into = rows.find(({ direction, done_at_ms }) => direction === 'in' && done_at_ms === null)
  if (into) {
    throw new UnusableError(
      `The database is being filled from ${into.other} and is not whole yet: give the same command again to go on.`,
    )
  }
  const away = rows.find(({ direction }) => direction === 'out')
  if (away) {
    throw new UnusableError(
      `What was in this database has been moved to ${away.other}: set DATABASE_URL to that one. ` +
        'To go back for good, run "dateline move --back" here; what happened there since is not in it.',
    )
  }
}

/** How far a copy from `other` came before; undefined when none was begun. Another one's remains are refused. */
export async function copiedSoFar(
  { db }: EverywhereTx,
  other: string,
): Promise<Copied | undefined> {
  const row = await db
    .selectFrom('transfers')
    .selectAll()
    .where('direction', '=', 'in')
    .where('done_at_ms', 'is', null)
    .executeTakeFirst()
  if (row === undefined) return undefined
  if (row.other !== other) {
    throw new UnusableError(
      `The database is half filled from ${row.other}: finish that first, or use an empty database.`,
    )
  }
  return readJson<Copied>(row.progress_json)
}

export async function noteCopied(
  { db, now }: EverywhereTx,
  other: string,
  copied: Copied,
): Promise<void> {
  const columns = { other, progress_json: writeJson(copied), done_at_ms: null }
  await db
    .insertInto('transfers')
    .values({ direction: 'in', begun_at_ms: now.getTime(), ...columns })
    .onConflict((conflict) => conflict.column('direction').doUpdateSet(columns))
    .execute()
}

/** The copy is whole: the database may be used. */
export async function endCopy({ db, now }: EverywhereTx): Promise<void> {
  await db
    .updateTable('transfers')
    .set({ done_at_ms: now.getTime() })
    .where('direction', '=', 'in')
    .execute()
}

/** From now on the contents live in `other`, and no bot starts on this database. */
export async function markMoved({ db, now }: EverywhereTx, other: string): Promise<void> {
  const columns = { other, begun_at_ms: now.getTime(), done_at_ms: now.getTime() }
  await db
    .insertInto('transfers')
    .values({ direction: 'out', progress_json: 'null', ...columns })
    .onConflict((conflict) => conflict.column('direction').doUpdateSet(columns))
    .execute()
}

/** Takes back that the contents have gone elsewhere; false when nothing said so. */
export async function unmarkMoved({ db }: EverywhereTx): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('transfers')
    .where('direction', '=', 'out')
    .executeTakeFirst()
  return numDeletedRows > 0n
}
