import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { describe, expect, onTestFinished, test } from 'vitest'
import { BugError, UnusableError } from '../../src/domain/errors.ts'
import { workspaceId } from '../../src/domain/ids.ts'
import { openStore } from '../../src/store/open-store.ts'
import { onBothEngines } from './on-both-engines.ts'

async function sqliteFile() {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-store-'))
  return { kind: 'sqlite', path: join(folder, 'deeper', 'dateline.db') } as const
}

const soon = workspaceId('console:local')

onBothEngines('a store', ({ freshAddress, freshStore }) => {
  test('keeps what was written when it is opened again, and migrates once', async () => {
    const address = await freshAddress()
    const first = await openStore(address)
    await first.inWorkspace(soon, ({ db, now }) =>
      db
        .insertInto('settings')
        .values({ workspace_id: soon, key: 'k', value_json: `${now.getTime()}` })
        .execute(),
    )
    await first.close()
    const again = await openStore(address)
    onTestFinished(() => again.close())
    const rows = await again.everywhere(({ db }) => db.selectFrom('settings').selectAll().execute())
    expect(rows).toHaveLength(1)
  })

  test('refuses a transaction inside another', async () => {
    const store = await freshStore()
    const nested = store.shared(() => store.everywhere(() => Promise.resolve(1)))
    await expect(nested).rejects.toThrow(BugError)
    expect(await store.shared(() => Promise.resolve('open again'))).toBe('open again')
  })

  test('undoes all of a transaction that fails', async () => {
    const store = await freshStore()
    const work = store.inWorkspace(soon, async ({ db }) => {
      await db
        .insertInto('settings')
        .values({ workspace_id: soon, key: 'k', value_json: '1' })
        .execute()
      throw new Error('no')
    })
    await expect(work).rejects.toThrow('no')
    const rows = await store.everywhere(({ db }) => db.selectFrom('settings').selectAll().execute())
    expect(rows).toEqual([])
  })

  test('gives whole numbers as numbers', async () => {
    const store = await freshStore()
    const { rows } = await store.shared(({ db }) =>
      sql<{ n: unknown }>`select count(*) as n from feeds`.execute(db),
    )
    expect(rows[0]?.n).toBe(0)
  })

  test('counts leases in milliseconds since 1970', async () => {
    const store = await freshStore()
    const { rows } = await store.shared(({ db, leaseNowMs }) =>
      sql<{ at: number }>`select ${leaseNowMs} as at`.execute(db),
    )
    expect(Math.abs(Number(rows[0]?.at) - Date.now())).toBeLessThan(60_000)
  })
})

describe('SQLite', () => {
  test('refuses a second opener in words, until the first has closed', async () => {
    const address = await sqliteFile()
    const first = await openStore(address)
    await expect(openStore(address)).rejects.toThrow(UnusableError)
    await expect(openStore(address)).rejects.toThrow('in use by another Dateline process')
    await first.close()
    const second = await openStore(address)
    await second.close()
  })

  test('waits for the disk at every commit', async () => {
    const store = await openStore(await sqliteFile())
    onTestFinished(() => store.close())
    const { rows } = await store.shared(({ db }) =>
      sql<{ synchronous: number }>`pragma synchronous`.execute(db),
    )
    expect(rows).toEqual([{ synchronous: 2 }])
  })

  test('says in one sentence that a file is no database', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'dateline-store-'))
    onTestFinished(() => rm(folder, { recursive: true }))
    const path = join(folder, 'notes.txt')
    await writeFile(path, 'Not SQLite but a list of things to do. '.repeat(100))
    await expect(openStore({ kind: 'sqlite', path })).rejects.toThrow(
      /cannot be opened: file is not/,
    )
    expect(await readFile(path, 'utf8')).toContain('SQLite')
  })
})

describe('PostgreSQL', () => {
  test('says in one sentence that no server answers', async () => {
    const address = { kind: 'postgres', url: 'postgres://u:secret@127.0.0.1:1/none' } as const
    const opening = openStore(address)
    await expect(opening).rejects.toThrow(UnusableError)
    await expect(opening).rejects.not.toThrow('secret')
  })
})
