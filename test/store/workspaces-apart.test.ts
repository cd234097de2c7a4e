import { Client } from 'pg'
import { describe, expect, onTestFinished, test } from 'vitest'
import { BugError } from '../../src/domain/errors.ts'
import { openStore } from '../../src/store/open-store.ts'
import type { Store } from '../../src/store/store.ts'
import { workspaceTables } from '../../src/store/tables/tables.ts'
import { aDatabaseOnEach, onBothEngines } from './on-both-engines.ts'
import { ours, theirs } from './sample.ts'

async function keepSetting(store: Store): Promise<void> {
  await store.inWorkspace(theirs, ({ db }) =>
    db
      .insertInto('settings')
      .values({ workspace_id: theirs, key: 'k', value_json: '"theirs"' })
      .execute(),
  )
}

onBothEngines('the guard of the workspaces', ({ freshStore }) => {
  test('stops a query without its workspace on every table of a workspace', async () => {
    const store = await freshStore()
    for (const table of workspaceTables) {
      const all = store.inWorkspace(ours, ({ db }) => db.selectFrom(table).selectAll().execute())
      await expect(all, table).rejects.toThrow(BugError)
      const shared = store.shared(({ db }) => db.selectFrom(table).selectAll().execute())
      await expect(shared, table).rejects.toThrow(BugError)
    }
  })

  test('is all that stops it on SQLite: without the guard the same query sees the others', async () => {
    const store = await freshStore()
    await keepSetting(store)
    const rows = await store.everywhere(({ db }) => db.selectFrom('settings').selectAll().execute())
    expect(rows).toHaveLength(1)
  })
})

describe('row-level security of PostgreSQL', () => {
  async function asTheBot() {
    const address = (await aDatabaseOnEach()).find(({ kind }) => kind === 'postgres')
    if (address?.kind !== 'postgres') throw new Error('There is no PostgreSQL.')
    const store = await openStore(address)
    await keepSetting(store)
    const client = new Client({ connectionString: address.url })
    await client.connect()
    onTestFinished(async () => {
      await client.end()
      await store.close()
    })
    const seen = async (workspace: string | undefined) => {
      await client.query('begin')
      if (workspace !== undefined)
        await client.query(`select set_config('dateline.workspace', $1, true)`, [workspace])
      const { rows } = await client.query('select * from settings')
      await client.query('commit')
      return rows.length
    }
    return { client, seen }
  }

  test('gives no row to a query that names no workspace, or another, even without the guard', async () => {
    const { seen } = await asTheBot()
    expect([await seen(undefined), await seen(''), await seen(ours), await seen(theirs)]).toEqual([
      0, 0, 0, 1,
    ])
  })

  test('lets nobody write into another workspace', async () => {
    const { client } = await asTheBot()
    await client.query('begin')
    await client.query(`select set_config('dateline.workspace', $1, true)`, [ours])
    const foreign = client.query(`insert into settings values ($1, 'x', '1')`, [theirs])
    await expect(foreign).rejects.toThrow('row-level security')
    await client.query('rollback')
  })

  test('is forced on every table of a workspace; where it is taken away, the others are seen', async () => {
    const { client, seen } = await asTheBot()
    const { rows } = await client.query<{ relname: string }>(
      `select relname from pg_class join pg_policy on polrelid = pg_class.oid
       where relrowsecurity and relforcerowsecurity`,
    )
    const guarded = rows.map(({ relname }) => relname)
    expect(guarded.toSorted()).toEqual([...workspaceTables].toSorted())
    await client.query('alter table settings disable row level security')
    expect(await seen(undefined)).toBe(1)
  })
})
