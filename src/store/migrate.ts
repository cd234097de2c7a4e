import { type Kysely, sql } from 'kysely'
import { UnusableError } from '../domain/errors.ts'
import type { Engine } from './engine.ts'
import { journey } from './migrations/0001-journey.ts'
import { owners } from './migrations/0002-owners.ts'
import type { Migration } from './migrations/migration.ts'
import type { Tables } from './tables/tables.ts'

const migrations: readonly Migration[] = [journey, owners]

/** What a database's schema was, and what it is now. */
export type Migrated = { readonly from: number; readonly to: number }

async function applied(
  db: Kysely<Tables>,
): Promise<readonly { version: number; works_with: number }[]> {
  await sql`create table if not exists schema_versions (
    version integer primary key, name text not null, works_with integer not null,
    applied_at_ms bigint not null)`.execute(db)
  return db
    .selectFrom('schema_versions')
    .select(['version', 'works_with'])
    .orderBy('version')
    .execute()
}

function refuseNewer(
  rows: readonly { version: number; works_with: number }[],
  steps: readonly Migration[],
): void {
  const newest = steps.at(-1)?.version ?? 0
  const stranger = rows.find((row) => row.version > newest && row.works_with > newest)
  if (stranger === undefined) return
  throw new UnusableError(
    `The database has schema version ${stranger.version}, made by a newer Dateline; this one knows ${newest} ` +
      'and the two do not work together. Start the newer version, or restore a backup made before the upgrade.',
  )
}

async function apply(db: Kysely<Tables>, engine: Engine, step: Migration, at: Date): Promise<void> {
  for (const statement of step.statements(engine)) await sql.raw(statement).execute(db)
  await db
    .insertInto('schema_versions')
    .values({
      version: step.version,
      name: step.name,
      works_with: step.worksWith,
      applied_at_ms: at.getTime(),
    })
    .execute()
}

/**
 * Brings the schema up to the newest step, all or nothing. A schema that is newer is left as it is,
 * and accepted when it says that this version still works on it.
 */
export function migrate(
  db: Kysely<Tables>,
  engine: Engine,
  at: Date,
  steps: readonly Migration[] = migrations,
): Promise<Migrated> {
  return db.transaction().execute(async (transaction) => {
    await engine.lockSchema(transaction)
    const rows = await applied(transaction)
    refuseNewer(rows, steps)
    const from = rows.at(-1)?.version ?? 0
    const missing = steps.filter((step) => step.version > from)
    for (const step of missing) await apply(transaction, engine, step, at)
    return { from, to: missing.at(-1)?.version ?? from }
  })
}
