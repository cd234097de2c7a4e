import { sql } from 'kysely'
import { primaryKeys } from '../tables/keys.ts'
import type { EverywhereTx } from '../transaction.ts'
import type { Rule } from './rules.ts'

/** Deletes some of the rows of which `isOld` is true; how many that were. */
export async function forgetSome(
  { db }: EverywhereTx,
  { table, isOld }: Rule,
  limit: number,
): Promise<number> {
  const key = sql.join(primaryKeys[table].map((column) => sql.ref(column)))
  const { numAffectedRows } = await sql`delete from ${sql.table(table)} where (${key}) in
    (select ${key} from ${sql.table(table)} where ${isOld} limit ${sql.lit(limit)})`.execute(db)
  return Number(numAffectedRows ?? 0n)
}

/** How many rows wait to go, counted no further than `most`. */
export async function countOld(
  { db }: EverywhereTx,
  { table, isOld }: Rule,
  most: number,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from
    (select 1 from ${sql.table(table)} where ${isOld} limit ${sql.lit(most)}) as old`.execute(db)
  return Number(rows[0]?.count ?? 0)
}
