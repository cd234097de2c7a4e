import { type Kysely, sql } from 'kysely'
import { UnusableError } from '../domain/errors.ts'
import type { Engine } from './engine.ts'
import { journey } from './migrations/0001-journey.ts'
import { owners } from './migrations/0002-owners.ts'
import { upkeep } from './migrations/0003-upkeep.ts'
import type { Migration } from './migrations/migration.ts'
import type { Tables } from './tables/tables.ts'

/** Every step that this program knows, in order. */
export const migrations: readonly Migration[] = [journey, owners, upkeep]

/** What a database's schema was, and what it is now. */
export type Migrated = { readonly from: number; readonly to: number }

type Applied = { readonly version: number; readonly works_with: number }

async function applied(db: Kysely<Tables>): Promise<readonly Applied[]> {
  return db
    .selectFrom('schema_versions')
    .select(['version', 'works_with'])
    .orderBy('version')
    .execute()
}

function refuseNewer(rows: readonly Applied[], steps: readonly Migration[]): void {
  const newest = steps.at(-1)?.version ?? 0
  const stranger = rows.find((row) => row.version > newest && row.works_with > newest)
  if (stranger === undefined) return
  throw new UnusableError(
    `The database has schema version ${stranger.version}, made by a newer Dateline; this one knows ${newest} ` +
      'and the two do not work together. Start the newer version, or restore a backup made before the upgrade.',
  )
}

function missingOf(
  rows: readonly Applied[],
  steps: readonly Migration[],
): { readonly from: number; readonly missing: readonly Migration[] } {
  refuseNewer(rows, steps)
  const from = rows.at(-1)?.version ?? 0
  return { from, missing: steps.filter((step) => step.version > from) }
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
    await sql`create table if not exists schema_versions (
      version integer primary key, name text not null, works_with integer not null,
      applied_at_ms bigint not null)`.execute(transaction)
    const { from, missing } = missingOf(await applied(transaction), steps)
    for (const step of missing) await apply(transaction, engine, step, at)
    return { from, to: missing.at(-1)?.version ?? from }
  })
}

/** Where the schema stands and where a migration would bring it, without changing anything; 0 is an empty database. */
export async function schemaOf(
  db: Kysely<Tables>,
  engine: Engine,
  steps: readonly Migration[] = migrations,
): Promise<Migrated> {
  const hasSchema = await engine.hasTable(db, 'schema_versions')
  const { from, missing } = missingOf(hasSchema ? await applied(db) : [], steps)
  return { from, to: missing.at(-1)?.version ?? from }
}
