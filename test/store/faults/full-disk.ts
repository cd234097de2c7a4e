import { sql } from 'kysely'
import type { Store } from '../../../src/store/store.ts'

const word = 'database or disk is full'

/** From now on the database refuses to write the table, as it does on a full disk; gives back the way out of it. */
export async function fillDisk(
  store: Store,
  table: 'deliveries' | 'processes',
): Promise<() => Promise<void>> {
  const [fill, free] = store.engineName === 'SQLite' ? onSqlite(table) : onPostgres(table)
  await run(store, fill)
  return () => run(store, free)
}

async function run(store: Store, statements: readonly string[]): Promise<void> {
  await store.everywhere(async ({ db }) => {
    for (const statement of statements) await sql.raw(statement).execute(db)
  })
}

function onSqlite(table: string): readonly [readonly string[], readonly string[]] {
  const fault = `begin select raise(abort, '${word}'); end`
  return [
    [
      `create temp trigger full_update before update on ${table} ${fault}`,
      `create temp trigger full_insert before insert on ${table} ${fault}`,
    ],
    ['drop trigger full_update', 'drop trigger full_insert'],
  ]
}

function onPostgres(table: string): readonly [readonly string[], readonly string[]] {
  return [
    [
      `create function full_disk() returns trigger language plpgsql as
       $$ begin raise exception '${word}' using errcode = '53100'; end $$`,
      `create trigger full_disk before insert or update on ${table}
       for each row execute function full_disk()`,
    ],
    [`drop trigger full_disk on ${table}`, 'drop function full_disk()'],
  ]
}
