import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile, stat, truncate, writeFile } from 'node:fs/promises'
import Database from 'better-sqlite3'
import { sql } from 'kysely'
import { describe, expect, onTestFinished, test } from 'vitest'
import { UnusableError } from '../../../src/domain/errors.ts'
import { recordDigest } from '../../../src/store/delivery/record-digest.ts'
import { openStore } from '../../../src/store/open-store.ts'
import { delivering } from '../../delivery/delivering.ts'
import { movedClock } from '../../support/moved-clock.ts'
import { aRecord, planAndClaim, recordAll, subscribe } from '../delivery/a-schedule.ts'
import { aDatabaseOnEach, onBothEngines } from '../on-both-engines.ts'
import { ours } from '../sample.ts'
import { fillDisk } from './full-disk.ts'

async function aFile(): Promise<{ readonly kind: 'sqlite'; readonly path: string }> {
  const address = (await aDatabaseOnEach()).find(({ kind }) => kind === 'sqlite')
  if (address?.kind !== 'sqlite') throw new Error('There is no SQLite.')
  return address
}

onBothEngines('a full disk', (engine) => {
  test('F20: nothing is sent that could not be recorded; with room again everything goes out once', async () => {
    const { store, platform, deliver, passTime, states } = await delivering(engine, { messages: 3 })
    const free = await fillDisk(store, 'deliveries')
    await deliver().catch((error: unknown) => expect(String(error)).toContain('disk is full'))
    expect(platform.tries).toEqual([])
    await free()
    await passTime(60_000)
    expect(platform.visible).toHaveLength(3)
    expect(await states()).toEqual(['sent', 'sent', 'sent'])
  })
})

describe('SQLite', () => {
  test('F20: a digest that finds no room is recorded whole or not at all, and made later', async () => {
    const clock = movedClock('2026-03-01T07:59:00Z')
    const store = await openStore(await aFile(), { clock })
    onTestFinished(() => store.close())
    await subscribe(store)
    await clock.advance(120_000)
    const [claim] = await planAndClaim(store)
    if (!claim) throw new Error('Nothing is due.')
    const limit = (pages: string) =>
      store.everywhere(({ db }) => sql.raw(`pragma max_page_count = ${pages}`).execute(db))
    await limit('1')
    const record = store.inWorkspace(ours, (tx) => recordDigest(tx, claim, aRecord(claim, 500)))
    await expect(record).rejects.toThrow('full')
    const parts = () =>
      store.everywhere(({ db }) => db.selectFrom('deliveries').select('part').execute())
    expect(await parts()).toEqual([])
    await limit('1000000')
    await clock.advance(600_000)
    expect(await recordAll(store, 500)).toBe(1)
    expect(await parts()).toHaveLength(500)
  })

  test('F21: a damaged file is refused in words and left as it is; no new database takes its place', async () => {
    const address = await aFile()
    await (await openStore(address)).close()
    await truncate(address.path, 5_000)
    const before = await readFile(address.path)
    const opening = openStore(address)
    await expect(opening).rejects.toThrow(UnusableError)
    await expect(opening).rejects.toThrow(/The database .* (cannot be|is damaged)/)
    expect(await readFile(address.path)).toEqual(before)
  })

  test('F21: a file that was overwritten by something else is refused, and left as it is', async () => {
    const address = await aFile()
    await writeFile(address.path, Buffer.alloc(40_960, 'notes '))
    await expect(openStore(address)).rejects.toThrow('file is not a database')
    expect((await stat(address.path)).size).toBe(40_960)
  })

  test('F21: a file that another program holds is refused in words', async () => {
    const address = await aFile()
    await (await openStore(address)).close()
    const other = new Database(address.path)
    onTestFinished(() => void other.close())
    other.pragma('locking_mode = EXCLUSIVE')
    other.exec('begin immediate; delete from feeds')
    await expect(openStore(address)).rejects.toThrow('database is locked')
  }, 20_000)

  test('F29: a process killed in the midst of a migration leaves the schema as it was', async () => {
    const address = await aFile()
    await (await openStore(address)).close()
    const child = spawn(
      process.execPath,
      ['--input-type=module', '-e', migratingFor(address.path)],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    )
    await once(child.stdout, 'data')
    child.kill('SIGKILL')
    await once(child, 'exit')
    const store = await openStore(address)
    onTestFinished(() => store.close())
    const tables = await store.shared(({ db }) => db.introspection.getTables())
    expect(tables.map(({ name }) => name)).not.toContain('half_way')
  })
})

/** A program that says so when it is in the midst of a migration, and does not come out of it. */
function migratingFor(path: string): string {
  const folder = `${import.meta.dirname}/../../../src/store`
  return `
    import { migrations } from '${folder}/migrate.ts'
    import { openStore } from '${folder}/open-store.ts'
    const long = { version: 1000, name: 'long', worksWith: 1, statements: function* () {
      yield 'create table half_way (id text)'
      process.stdout.write('half way')
      yield 'with recursive n(x) as (select 1 union all select x + 1 from n where x < 1e12) select count(*) from n'
    } }
    await openStore({ kind: 'sqlite', path: '${path}' }, { migrations: [...migrations, long] })`
}
