import { sql } from 'kysely'
import { UnusableError } from '../../domain/errors.ts'
import { inSlices } from '../slices.ts'
import type { Store } from '../store.ts'
import { primaryKeys } from '../tables/keys.ts'
import type { EverywhereTx } from '../transaction.ts'
import {
  type Cursor,
  cursorOf,
  type Fingerprint,
  fingerprintOf,
  pagesOf,
  type Row,
  type TableName,
} from './table-rows.ts'
import { type Copied, copiedSoFar, endCopy, noteCopied } from './transfers.ts'

/** What only says something of the database that it stands in. */
const ownTables: readonly TableName[] = ['schema_versions', 'transfers', 'processes']

/** Every table that a copy takes along. */
export const copiedTables = (Object.keys(primaryKeys) as TableName[]).filter(
  (table) => !ownTables.includes(table),
)

export type CopiedTable = Fingerprint & { readonly table: string }

export type CopyHow = {
  /** The database that is copied, in words without secrets: a copy that was broken off goes on only from the same one. */
  readonly from: string
  onStep?(done: number, all: number, table: string): void
}

/**
 * Copies everything as it stands at one instant into an empty database, or goes on where a copy was broken off, and
 * compares every table on both sides, row by row. Until it is whole, no bot starts on the copy.
 */
export async function copyAll(
  source: Store,
  target: Store,
  { from, onStep = () => {} }: CopyHow,
): Promise<readonly CopiedTable[]> {
  let soFar = await target.everywhere((tx) => begin(tx, from))
  const report = await source.snapshot(async (tx) => {
    const copied: CopiedTable[] = []
    for (const [at, table] of copiedTables.entries()) {
      onStep(at, copiedTables.length, table)
      const isWhole = soFar.tables.includes(table)
      const copy: TableCopy = { tx, target, table, from, whole: soFar.tables }
      if (!isWhole) await copyRows(copy, soFar.cursor)
      copied.push({ table, ...(await compare(copy)) })
      if (isWhole) continue
      soFar = { tables: [...soFar.tables, table], cursor: undefined }
      await target.everywhere((open) => noteCopied(open, from, soFar))
    }
    return copied
  })
  await target.everywhere(async (tx) => {
    await tx.engine.numberOn(tx.db)
    await endCopy(tx)
  })
  return report
}

type TableCopy = {
  readonly tx: EverywhereTx
  readonly target: Store
  readonly table: TableName
  readonly from: string
  readonly whole: readonly string[]
}

async function begin(tx: EverywhereTx, from: string): Promise<Copied> {
  const before = await copiedSoFar(tx, from)
  if (before) return before
  for (const table of copiedTables) {
    const { rows } = await sql`select 1 from ${sql.table(table)} limit 1`.execute(tx.db)
    if (rows.length > 0) {
      throw new UnusableError(
        'There is data of Dateline in the database that is to be filled: use an empty one.',
      )
    }
  }
  const nothing = { tables: [], cursor: undefined }
  await noteCopied(tx, from, nothing)
  return nothing
}

/** Each page and how far it brought the copy are one commit. */
async function copyRows(
  { tx, target, table, from, whole }: TableCopy,
  after: Cursor | undefined,
): Promise<void> {
  for await (const rows of pagesOf(tx, table, after)) {
    await target.everywhere(async (open) => {
      await insertRows(open, table, rows)
      await noteCopied(open, from, { tables: whole, cursor: cursorOf(table, rows) })
    })
  }
}

async function insertRows(
  { db, engine }: EverywhereTx,
  table: TableName,
  rows: readonly Row[],
): Promise<void> {
  await inSlices(rows, (some) =>
    db
      .insertInto(table)
      .values(some as never)
      .execute(),
  )
  if (table !== 'articles') return
  for (const { number, title, text } of rows) {
    await engine.searchIndex.put(db, Number(number), String(title), String(text))
  }
}

/** What was changed between two tries is copied anew; what differs then is a fault. */
async function compare(copy: TableCopy): Promise<Fingerprint> {
  const wanted = await fingerprintOf(copy.tx, copy.table)
  if (isSame(wanted, await foundIn(copy))) return wanted
  await copy.target.everywhere((open) => clear(open, copy.table))
  await copyRows(copy, undefined)
  if (isSame(wanted, await foundIn(copy))) return wanted
  throw new UnusableError(
    `The table ${copy.table} is not the same on both sides after it was copied: does another program write to the target?`,
  )
}

function foundIn({ target, table }: TableCopy): Promise<Fingerprint> {
  return target.snapshot((open) => fingerprintOf(open, table))
}

function isSame(a: Fingerprint, b: Fingerprint): boolean {
  return a.rows === b.rows && a.checksum === b.checksum
}

async function clear({ db, engine }: EverywhereTx, table: TableName): Promise<void> {
  if (table === 'articles') await engine.searchIndex.clear(db)
  await db.deleteFrom(table).execute()
}

/** Empties the database, so that another can be copied into it. */
export async function clearAll(tx: EverywhereTx): Promise<void> {
  for (const table of copiedTables) await clear(tx, table)
  await tx.db.deleteFrom('transfers').execute()
}
