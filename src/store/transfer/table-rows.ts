import { hash } from 'node:crypto'
import { sql } from 'kysely'
import { primaryKeys } from '../tables/keys.ts'
import type { Tables } from '../tables/tables.ts'
import type { EverywhereTx } from '../transaction.ts'

export type TableName = keyof Tables
export type Row = Readonly<Record<string, string | number | null>>
export type Cursor = readonly (string | number)[]

/** How many rows a table has, and what is in them, whatever their order. */
export type Fingerprint = { readonly rows: number; readonly checksum: string }

const rowsAtOnce = 500

/** All rows of a table in the order of its key, some at a time, from behind `after` on. */
export async function* pagesOf(
  tx: EverywhereTx,
  table: TableName,
  after?: Cursor,
): AsyncGenerator<readonly Row[]> {
  let cursor = after
  while (true) {
    const rows = await nextPage(tx, table, cursor)
    if (rows.length > 0) yield rows
    if (rows.length < rowsAtOnce) return
    cursor = cursorOf(table, rows)
  }
}

export function cursorOf(table: TableName, rows: readonly Row[]): Cursor {
  const last = rows.at(-1) ?? {}
  return primaryKeys[table].map((column) => last[column] ?? '')
}

async function nextPage(
  { db }: EverywhereTx,
  table: TableName,
  cursor: Cursor | undefined,
): Promise<readonly Row[]> {
  const key = sql.join(primaryKeys[table].map((column) => sql.ref(column)))
  const behind = cursor ? sql`where (${key}) > (${sql.join([...cursor])})` : sql``
  const { rows } = await sql<Row>`select * from ${sql.table(table)} ${behind}
    order by ${key} limit ${sql.lit(rowsAtOnce)}`.execute(db)
  return rows.map(storable)
}

/** PostgreSQL keeps no NUL in a text, and nobody reads one. */
function storable(row: Row): Row {
  const hasNul = Object.values(row).some(
    (value) => typeof value === 'string' && value.includes('\0'),
  )
  if (!hasNul) return row
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      typeof value === 'string' ? value.replaceAll('\0', '\u{FFFD}') : value,
    ]),
  )
}

/** 2^64: sums of checksums stay below it, so that rows may come in any order. */
const modulus = 1n << 64n

export async function fingerprintOf(tx: EverywhereTx, table: TableName): Promise<Fingerprint> {
  let count = 0
  let sum = 0n
  for await (const rows of pagesOf(tx, table)) {
    count += rows.length
    for (const row of rows) sum = (sum + checksumOf(row)) % modulus
  }
  return { rows: count, checksum: sum.toString(16).padStart(16, '0') }
}

function checksumOf(row: Row): bigint {
  const inOrder = Object.keys(row)
    .toSorted()
    .map((name) => [name, row[name]])
  return BigInt(`0x${hash('sha256', JSON.stringify(inOrder)).slice(0, 16)}`)
}
