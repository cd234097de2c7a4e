import { mkdirSync, statfsSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { type Kysely, SqliteDialect, sql } from 'kysely'
import { UnusableError } from '../../domain/errors.ts'
import type { Engine, EngineFault, Measure } from '../engine.ts'
import type { Tables } from '../tables/tables.ts'
import { withKeptStatements } from './kept-statements.ts'
import { lockDatabase, type ProcessLock } from './process-lock.ts'
import { sqliteSearchIndex } from './sqlite-search-index.ts'

const busyTimeoutMs = 5_000
const cacheKiB = 32_000

export type SqliteOptions = {
  /** Looks into the database of another process, which keeps the lock; a file must be there. */
  readonly beside?: boolean
}

/** SQLite in one file, written by this process alone; `:memory:` keeps nothing. */
export function createSqliteEngine(path: string, { beside = false }: SqliteOptions = {}): Engine {
  const lock = path === ':memory:' || beside ? undefined : lockFile(path)
  const database = open(path, lock, beside)
  return {
    name: 'SQLite',
    dialect: new SqliteDialect({ database: withKeptStatements(database) }),
    searchIndex: sqliteSearchIndex,
    isShared: false,
    numberedKey: 'integer primary key',
    keptByKey: 'without rowid',
    skipLocked: (query) => query,
    among: (values) => sql`(select value from json_each(${JSON.stringify(values)}))`,
    listed: (rows) => sql`json_each(${JSON.stringify(rows)})`,
    leaseNowMs: (hostNow) => sql<number>`${hostNow.getTime()}`,
    enter: () => Promise.resolve(),
    async hasTable(db, name) {
      const { rows } = await sql`select 1 from sqlite_schema where name = ${name}`.execute(db)
      return rows.length > 0
    },
    lockSchema: () => Promise.resolve(),
    guardStatements: () => [],
    isLostRace: () => false,
    faults: (db) => durabilityFaults(db, path),
    integrityFaults,
    numberOn: () => Promise.resolve(),
    measure: () => Promise.resolve(measureFile(path)),
    release: () => lock?.release(),
  }
}

function lockFile(path: string): ProcessLock {
  try {
    mkdirSync(dirname(path), { recursive: true })
  } catch (error) {
    throw unusable(path, error)
  }
  return lockDatabase(path)
}

function open(
  path: string,
  lock: ProcessLock | undefined,
  fileMustExist: boolean,
): Database.Database {
  try {
    const database = new Database(path, { fileMustExist })
    database.pragma(`busy_timeout = ${busyTimeoutMs}`)
    database.pragma('journal_mode = WAL')
    // better-sqlite3 is built so that WAL means NORMAL, which may lose the last commits at a power cut.
    database.pragma('synchronous = FULL')
    database.pragma(`cache_size = -${cacheKiB}`)
    return database
  } catch (error) {
    lock?.release()
    throw unusable(path, error)
  }
}

function measureFile(path: string): Measure {
  if (path === ':memory:') return { bytes: 0 }
  const { bavail, bsize } = statfsSync(dirname(path))
  const sizeOf = (file: string) => statSync(file, { throwIfNoEntry: false })?.size ?? 0
  return { bytes: sizeOf(path), logBytes: sizeOf(`${path}-wal`), freeBytes: bavail * bsize }
}

function unusable(path: string, error: unknown): UnusableError {
  const why = error instanceof Error ? error.message : String(error)
  return new UnusableError(
    `The database ${path} cannot be opened: ${why}. Check DATABASE_URL, and that its folder can be written.`,
    { cause: error },
  )
}

async function pragma(db: Kysely<Tables>, name: string): Promise<unknown> {
  const { rows } = await sql.raw<Record<string, unknown>>(`pragma ${name}`).execute(db)
  return Object.values(rows[0] ?? {})[0]
}

/** 2 is FULL: https://www.sqlite.org/pragma.html#pragma_synchronous */
const synchronousFull = 2

async function durabilityFaults(db: Kysely<Tables>, path: string): Promise<readonly EngineFault[]> {
  const synchronous = await pragma(db, 'synchronous')
  const journal = await pragma(db, 'journal_mode')
  const wanted = path === ':memory:' ? 'memory' : 'wal'
  const words = [
    ...(synchronous === synchronousFull ? [] : ['SQLite does not wait for the disk at a commit']),
    ...(journal === wanted ? [] : [`SQLite keeps a ${journal} journal instead of ${wanted}`]),
  ]
  return words.map((word) => ({ words: word, isFatal: true }))
}

async function integrityFaults(db: Kysely<Tables>): Promise<readonly string[]> {
  const { rows } = await sql
    .raw<{ integrity_check: string }>('pragma integrity_check(20)')
    .execute(db)
  return rows.map((row) => row.integrity_check).filter((word) => word !== 'ok')
}
