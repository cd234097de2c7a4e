import { AsyncLocalStorage } from 'node:async_hooks'
import { Kysely } from 'kysely'
import { BugError, UnusableError } from '../domain/errors.ts'
import { type Clock, systemClock } from '../support/clock.ts'
import type { Engine, Scope } from './engine.ts'
import { type Migrated, migrate, schemaOf } from './migrate.ts'
import type { Migration } from './migrations/migration.ts'
import { createSqliteEngine } from './sqlite/sqlite-engine.ts'
import type { Store } from './store.ts'
import type { Tables } from './tables/tables.ts'
import type { Tx } from './transaction.ts'
import { refuseTransferred } from './transfer/transfers.ts'
import { workspaceGuard } from './workspace-guard.ts'

/** Where the database is; `path` may be `:memory:`. */
export type DatabaseAddress =
  | { readonly kind: 'sqlite'; readonly path: string }
  | { readonly kind: 'postgres'; readonly url: string }

export type StoreOptions = {
  readonly clock?: Clock
  /** The process that claims are to belong to. Its leases end when it is not on record as living. */
  readonly owner?: string
  /** Leases on PostgreSQL count by `clock` too: for tests that move the time. */
  readonly leasesByHostClock?: boolean
  /** Beside the process that owns it: takes no lock, and neither makes a database nor changes its schema. */
  readonly beside?: boolean
  /** To copy everything out of it or into it: no time limits, and an unfinished copy is no fault. */
  readonly transfer?: boolean
  /** The steps of the schema that this program knows; for tests of upgrades. */
  readonly migrations?: readonly Migration[]
  /** How long a statement on PostgreSQL may take: for tests of broken connections. */
  readonly statementMs?: number
  /** A connection to PostgreSQL broke while nobody used it. */
  onConnectionLost?(error: Error): void
}

const mostTries = 4

/** Opens the database, brings its schema up to date and gives the one way to it. */
export async function openStore(
  address: DatabaseAddress,
  options: StoreOptions = {},
): Promise<Store> {
  const { db, engine } = await open(address, options, async (opened) => {
    const schema = await schemaOf(opened.db, opened.engine, options.migrations)
    if (schema.from < schema.to) {
      if (options.beside) throw new UnusableError(outdated(schema))
      await bringUpToDate(address, opened, options)
    }
    if (!options.transfer && schema.to >= transfersSince) await refuseTransferred(opened.db)
  })
  return createStore(db, engine, { clock: options.clock ?? systemClock, owner: options.owner })
}

/** Brings the schema up to date and does nothing else. */
export async function migrateDatabase(address: DatabaseAddress): Promise<Migrated> {
  let migrated: Migrated = { from: 0, to: 0 }
  const { db, engine } = await open(address, {}, async (opened) => {
    migrated = await bringUpToDate(address, opened, {})
  })
  await close(db, engine)
  return migrated
}

/** Where the schema stands and where a start would bring it; nothing is changed. */
export async function schemaOfDatabase(address: DatabaseAddress): Promise<Migrated> {
  let schema: Migrated = { from: 0, to: 0 }
  const { db, engine } = await open(address, { beside: true }, async (opened) => {
    schema = await schemaOf(opened.db, opened.engine)
  })
  await close(db, engine)
  return schema
}

type Opened = { readonly db: Kysely<Tables>; readonly engine: Engine }

async function open(
  address: DatabaseAddress,
  options: StoreOptions,
  check: (opened: Opened) => Promise<void>,
): Promise<Opened> {
  const engine = await createEngine(address, options)
  const db = new Kysely<Tables>({ dialect: engine.dialect })
  try {
    await refuseFatal(db, engine)
    await check({ db, engine })
    return { db, engine }
  } catch (error) {
    await close(db, engine)
    throw toUnusable(error)
  }
}

/** The step of the schema that knows of copies. */
const transfersSince = 3

function outdated({ from, to }: Migrated): string {
  return from === 0
    ? 'Nothing of Dateline is in the database yet: a start of the bot makes it.'
    : `The database has schema version ${from}, and this Dateline needs ${to}: start the bot, or run "dateline migrate".`
}

/** An index on a large table of PostgreSQL takes longer than any other statement may. */
async function bringUpToDate(
  address: DatabaseAddress,
  { db, engine }: Opened,
  options: StoreOptions,
): Promise<Migrated> {
  const at = (options.clock ?? systemClock).now()
  if (address.kind === 'sqlite') return migrate(db, engine, at, options.migrations)
  const patient = await createEngine(address, { ...options, transfer: true })
  const own = new Kysely<Tables>({ dialect: patient.dialect })
  try {
    return await migrate(own, patient, at, options.migrations)
  } finally {
    await close(own, patient)
  }
}

async function refuseFatal(db: Kysely<Tables>, engine: Engine): Promise<void> {
  const fatal = (await engine.faults(db)).find(({ isFatal }) => isFatal)
  if (fatal) throw new UnusableError(fatal.words)
}

async function createEngine(address: DatabaseAddress, options: StoreOptions): Promise<Engine> {
  if (address.kind === 'sqlite') return createSqliteEngine(address.path, options)
  // Loaded only where it is used: most installations have no server.
  const { createPostgresEngine } = await import('./postgres/postgres-engine.ts')
  return createPostgresEngine(address.url, { ...options, patient: options.transfer === true })
}

async function close(db: Kysely<Tables>, engine: Engine): Promise<void> {
  await db.destroy()
  engine.release()
}

function toUnusable(error: unknown): unknown {
  if (error instanceof UnusableError || error instanceof BugError) return error
  const why = error instanceof Error ? error.message || error.name : String(error)
  return new UnusableError(`The database cannot be used: ${why}. Check DATABASE_URL.`, {
    cause: error,
  })
}

type Reckoning = { readonly clock: Clock; readonly owner: string | undefined }

function createStore(db: Kysely<Tables>, engine: Engine, reckoning: Reckoning): Store {
  const inside = new AsyncLocalStorage<true>()
  let closing: Promise<void> | undefined

  async function run<Result>(scope: Scope, work: (tx: Tx) => Promise<Result>): Promise<Result> {
    if (inside.getStore()) {
      throw new BugError('A transaction was asked for inside another one; hand over the open one')
    }
    for (let tries = 1; ; tries += 1) {
      try {
        return await inside.run(true, () => inTransaction(db, engine, reckoning, scope, work))
      } catch (error) {
        if (tries === mostTries || !engine.isLostRace(error)) throw error
      }
    }
  }

  const closeOnce = () => (closing ??= close(db, engine))
  return {
    engineName: engine.name,
    shared: (work) => run({ kind: 'shared' }, work),
    inWorkspace: (workspaceId, work) =>
      run({ kind: 'workspace', workspaceId }, (tx) => work({ ...tx, workspaceId })),
    everywhere: (work) => run({ kind: 'everywhere' }, (tx) => work({ ...tx, everywhere: true })),
    snapshot: (work) =>
      run({ kind: 'everywhere', isStill: true }, (tx) => work({ ...tx, everywhere: true })),
    close: closeOnce,
    [Symbol.asyncDispose]: closeOnce,
  }
}

function inTransaction<Result>(
  db: Kysely<Tables>,
  engine: Engine,
  { clock, owner }: Reckoning,
  scope: Scope,
  work: (tx: Tx) => Promise<Result>,
): Promise<Result> {
  const now = clock.now()
  // SQLite's transactions see one instant by nature.
  const isStill = scope.kind === 'everywhere' && scope.isStill === true
  const begun = isStill ? db.transaction().setIsolationLevel('repeatable read') : db.transaction()
  return begun.execute(async (transaction) => {
    await engine.enter(transaction, scope)
    const guarded = scope.kind === 'everywhere' ? transaction : withGuard(transaction, scope)
    return work({ db: guarded, engine, now, leaseNowMs: engine.leaseNowMs(now), owner })
  })
}

function withGuard(transaction: Tx['db'], scope: Exclude<Scope, { kind: 'everywhere' }>): Tx['db'] {
  return transaction.withPlugin(
    workspaceGuard(scope.kind === 'workspace' ? scope.workspaceId : undefined),
  )
}
