import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, inject, onTestFinished } from 'vitest'
import { type DatabaseAddress, openStore, type StoreOptions } from '../../src/store/open-store.ts'
import type { Store } from '../../src/store/store.ts'
import { freshDatabase } from './postgres-server.ts'

/** An engine that a test runs on, each time with an empty database. */
export type TestEngine = {
  readonly name: 'SQLite' | 'PostgreSQL'
  /** The address of a new, empty database that outlives its store. */
  freshAddress(): Promise<DatabaseAddress>
  /** A store over a new database, closed when the test ends. */
  freshStore(options?: StoreOptions): Promise<Store>
}

const inMemory = { kind: 'sqlite', path: ':memory:' } as const

const engines = [
  { name: 'SQLite' as const, freshAddress: sqliteFile, quick: () => Promise.resolve(inMemory) },
  { name: 'PostgreSQL' as const, freshAddress: freshPostgres, quick: copiedPostgres },
]

/** Every test of the store runs twice: on SQLite and on PostgreSQL. */
export function onBothEngines(subject: string, tests: (engine: TestEngine) => void): void {
  describe.each(engines)(`${subject} on $name`, ({ name, freshAddress, quick }) => {
    tests({ name, freshAddress, freshStore: (options) => freshStore(quick, options) })
  })
}

/** A new, empty database on each engine, for what goes from one to the other. */
export function aDatabaseOnEach(): Promise<readonly DatabaseAddress[]> {
  return Promise.all(engines.map(({ freshAddress }) => freshAddress()))
}

async function freshStore(
  freshAddress: () => Promise<DatabaseAddress>,
  options: StoreOptions = {},
): Promise<Store> {
  const store = await openStore(await freshAddress(), options)
  onTestFinished(() => store.close())
  return store
}

async function sqliteFile(): Promise<DatabaseAddress> {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-store-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  return { kind: 'sqlite', path: join(folder, 'dateline.db') }
}

/** A database of its own on the server of this run; it goes with the server. */
async function freshPostgres(): Promise<DatabaseAddress> {
  return { kind: 'postgres', url: await freshDatabase(inject('postgresUrl')) }
}

/** The same with its tables there already. */
async function copiedPostgres(): Promise<DatabaseAddress> {
  const url = await freshDatabase(inject('postgresUrl'), inject('postgresTemplate'))
  return { kind: 'postgres', url }
}
