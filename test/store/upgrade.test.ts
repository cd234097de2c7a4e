import { expect, onTestFinished, test } from 'vitest'
import { UnusableError } from '../../src/domain/errors.ts'
import { migrations } from '../../src/store/migrate.ts'
import { journey } from '../../src/store/migrations/0001-journey.ts'
import type { Migration } from '../../src/store/migrations/migration.ts'
import { type DatabaseAddress, openStore, type StoreOptions } from '../../src/store/open-store.ts'
import type { Store } from '../../src/store/store.ts'
import { movedClock } from '../support/moved-clock.ts'
import { planAndClaim, recordAll, subscribe } from './delivery/a-schedule.ts'
import { onBothEngines } from './on-both-engines.ts'

const step = (version: number, worksWith: number, statement: string): Migration => ({
  version,
  name: `step ${version}`,
  worksWith,
  statements: () => [statement],
})

/** The first step of a version to come. */
const next = (migrations.at(-1)?.version ?? 0) + 1

const expanded = step(next, 1, 'alter table slots add column mood text')
const contracted = step(next + 1, next + 1, 'alter table slots drop column mood')

onBothEngines('an upgrade', ({ name, freshAddress }) => {
  async function open(address: DatabaseAddress, options: StoreOptions): Promise<Store> {
    const store = await openStore(address, { leasesByHostClock: true, ...options })
    onTestFinished(() => store.close())
    return store
  }

  test('F30: the version before works on the newer schema, and no slot is made twice or lost', async () => {
    const address = await freshAddress()
    const clock = movedClock('2026-03-01T07:59:00Z')
    const before = await open(address, { clock })
    await subscribe(before)
    await before.close()
    const after = await open(address, { clock, migrations: [...migrations, expanded] })
    // SQLite serves one process at a time: there the two take turns.
    if (name === 'SQLite') await after.close()
    const older = await open(address, { clock })
    await clock.advance(120_000)
    expect(await recordAll(older, 2)).toBe(1)
    if (name === 'SQLite') await older.close()
    const newer =
      name === 'SQLite'
        ? await open(address, { clock, migrations: [...migrations, expanded] })
        : after
    expect(await planAndClaim(newer)).toEqual([])
    await clock.advance(86_400_000)
    expect(await recordAll(newer, 2)).toBe(1)
    const slots = await newer.everywhere(({ db }) =>
      db.selectFrom('slots').select('state').execute(),
    )
    expect(slots).toEqual([{ state: 'recorded' }, { state: 'recorded' }])
  })

  test('F30: a schema that the version before cannot work on is refused in words, and left as it is', async () => {
    const address = await freshAddress()
    await (await open(address, { migrations: [...migrations, expanded, contracted] })).close()
    const older = open(address, { migrations: [...migrations, expanded] })
    await expect(older).rejects.toThrow(UnusableError)
    await expect(older).rejects.toThrow(
      `schema version ${next + 1}, made by a newer Dateline; this one knows ${next}`,
    )
    await (await open(address, { migrations: [...migrations, expanded, contracted] })).close()
  })

  test('F30: goes back by starting the version before', async () => {
    const address = await freshAddress()
    await (await open(address, { migrations: [...migrations, expanded] })).close()
    const back = await open(address, {})
    expect(await back.shared(({ db }) => db.selectFrom('feeds').selectAll().execute())).toEqual([])
  })

  test('is all or nothing: a step that fails leaves the schema as it was', async () => {
    const address = await freshAddress()
    await (await open(address, {})).close()
    const broken = step(next + 1, 1, 'alter table no_such_table add column mood text')
    await expect(open(address, { migrations: [...migrations, expanded, broken] })).rejects.toThrow(
      UnusableError,
    )
    const mended = await open(address, { migrations: [...migrations, expanded] })
    const versions = await mended.shared(({ db }) =>
      db.selectFrom('schema_versions').select('version').orderBy('version').execute(),
    )
    expect(versions.at(-1)).toEqual({ version: next })
  })

  test('goes from the schema before to the present one with everything that it held', async () => {
    const address = await freshAddress()
    const clock = movedClock('2026-03-01T07:59:00Z')
    const before = await open(address, { clock, migrations: migrations.slice(0, -1) })
    await subscribe(before)
    await clock.advance(120_000)
    expect(await recordAll(before, 3)).toBe(1)
    await before.close()
    const now = await open(address, { clock })
    const kept = await now.everywhere(({ db }) =>
      db.selectFrom('deliveries').select('part').execute(),
    )
    expect(kept).toHaveLength(3)
  })

  test('is not made by who looks in from beside', async () => {
    const address = await freshAddress()
    await (await open(address, { migrations: [journey] })).close()
    await expect(open(address, { beside: true })).rejects.toThrow('schema version 1')
  })
})
