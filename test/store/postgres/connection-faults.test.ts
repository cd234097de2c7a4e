import { Client } from 'pg'
import { describe, expect, inject, onTestFinished, test } from 'vitest'
import { openStore } from '../../../src/store/open-store.ts'
import type { Store } from '../../../src/store/store.ts'
import { freshDatabase } from '../postgres-server.ts'
import { blackHole } from './black-hole.ts'

const statementMs = 300

/** A store whose way to its database leads through a proxy, and an administrator of the server. */
async function aStore() {
  const url = new URL(await freshDatabase(inject('postgresUrl'), inject('postgresTemplate')))
  const proxy = await blackHole(Number(url.port))
  url.port = String(proxy.port)
  const store = await openStore({ kind: 'postgres', url: url.href }, { statementMs })
  const admin = new Client({ connectionString: inject('postgresUrl') })
  await admin.connect()
  onTestFinished(async () => {
    await admin.end()
    await store.close()
  })
  const name = url.pathname.slice(1)
  return {
    store,
    proxy,
    /** What every client of the database sees of a restart of the server. */
    endConnections: () =>
      admin.query(
        `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`,
      ),
  }
}

const look = (store: Store) =>
  store.everywhere(({ db }) => db.selectFrom('slots').select('id').execute())

/** Looks until one comes back with something; how many did not. */
async function failuresUntilWell(store: Store, most: number): Promise<number> {
  for (let failures = 0; failures < most; failures += 1) {
    const isWell = await look(store).then(
      () => true,
      () => false,
    )
    if (isWell) return failures
  }
  throw new Error(`not well after ${most} looks`)
}

describe('a store whose connection breaks', () => {
  test('F16: in the middle of a transaction, undoes it and is well again at the next', async () => {
    const { store, endConnections } = await aStore()
    const cut = store.everywhere(async ({ db }) => {
      await db
        .insertInto('settings')
        .values({ workspace_id: 'slack:T1', key: 'k', value_json: '1' })
        .execute()
      await endConnections()
      await db.selectFrom('settings').selectAll().execute()
    })
    await expect(cut).rejects.toThrow()
    expect(await failuresUntilWell(store, 3)).toBeLessThanOrEqual(1)
    const rows = await store.everywhere(({ db }) => db.selectFrom('settings').selectAll().execute())
    expect(rows).toEqual([])
  })

  test('F16: while several are at rest and in use, goes on', async () => {
    const { store, endConnections } = await aStore()
    await Promise.all(Array.from({ length: 6 }, () => look(store)))
    const looks = Array.from({ length: 6 }, () => look(store).catch(() => []))
    await endConnections()
    await Promise.all(looks)
    expect(await failuresUntilWell(store, 3)).toBeLessThanOrEqual(1)
  })

  test('F17: goes silent in the middle of a transaction, gives up on it and takes another connection', async () => {
    const { store, proxy } = await aStore()
    const stuck = store.everywhere(async ({ db }) => {
      await db.selectFrom('slots').select('id').execute()
      proxy.swallow()
      await db.selectFrom('slots').select('id').execute()
    })
    await expect(stuck).rejects.toThrow()
    expect(await failuresUntilWell(store, 2)).toBe(0)
  })

  test('F17: went silent while it was at rest, is given up after one statement', async () => {
    const { store, proxy } = await aStore()
    await Promise.all([look(store), look(store), look(store)])
    proxy.swallow()
    expect(await failuresUntilWell(store, 4)).toBe(1)
  })
})
