import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { type DatabaseAddress, openStore } from '../../src/store/open-store.ts'
import type { Store } from '../../src/store/store.ts'
import { planAndClaim } from '../store/delivery/a-schedule.ts'
import { aDatabaseOnEach, onBothEngines } from '../store/on-both-engines.ts'
import { contents, fill } from '../store/transfer/a-full-store.ts'
import { movedClock } from '../support/moved-clock.ts'
import { run } from './terminal.ts'

async function aFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-programs-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  return folder
}

const urlOf = (address: DatabaseAddress) =>
  address.kind === 'sqlite' ? `sqlite:${address.path}` : address.url
const envOf = (address: DatabaseAddress) => ({ DATABASE_URL: urlOf(address) })

async function open(address: DatabaseAddress): Promise<Store> {
  const store = await openStore(address)
  onTestFinished(() => store.close())
  return store
}

async function filled(address: DatabaseAddress): Promise<Store> {
  const clock = movedClock('2026-03-01T07:59:00Z')
  const store = await openStore(address, { clock, leasesByHostClock: true })
  onTestFinished(() => store.close())
  await fill(store, clock)
  return store
}

onBothEngines('a backup', (engine) => {
  test('is made beside a running bot into one private file, and restored onto either engine', async () => {
    const address = await engine.freshAddress()
    const bot = await filled(address)
    const file = join(await aFolder(), 'all.backup')
    const made = await run(['backup', file, '--json'], { env: envOf(address) })
    expect(made.err).toBe('')
    expect(JSON.parse(made.out)).toMatchObject({ file })
    expect((await stat(file)).mode & 0o077).toBe(0)
    const before = await contents(bot)
    for (const other of await aDatabaseOnEach()) {
      const restored = await run(['restore', file, '--json'], { env: envOf(other) })
      expect([restored.code, restored.err]).toEqual([0, ''])
      expect(JSON.parse(restored.out)).toMatchObject({ lookedFor: 6, missed: 2 })
      const {
        deliveries: _d,
        slots: _s,
        subscriptions: _u,
        ...found
      } = await contents(await open(other))
      expect(before).toMatchObject(found)
    }
  })

  test('posts nothing blindly after it was restored: messages are looked for, digests of the time since are left', async () => {
    const address = await engine.freshAddress()
    await (await filled(address)).close()
    const file = join(await aFolder(), 'all.backup')
    await run(['backup', file], { env: envOf(address) })
    const other = await engine.freshAddress()
    await run(['restore', file], { env: envOf(other) })
    const store = await open(other)
    const states = await store.everywhere(({ db }) =>
      db.selectFrom('deliveries').select('state').distinct().execute(),
    )
    expect(states).toEqual([{ state: 'unknown' }])
    expect(await planAndClaim(store)).toEqual([])
  })

  test('is never written over another file, nor restored over a database without a word', async () => {
    const address = await engine.freshAddress()
    await (await filled(address)).close()
    const file = join(await aFolder(), 'all.backup')
    await run(['backup', file], { env: envOf(address) })
    const again = await run(['backup', file], { env: envOf(address) })
    expect([again.code, again.err]).toEqual([
      1,
      `dateline backup: There is a file ${file} already: name another.\n`,
    ])
    const refused = await run(['restore', file], { env: envOf(address) })
    expect(refused.code).toBe(1)
    expect(refused.err).toMatch(/There is (a database at|data of Dateline)/)
    const told = await run(['restore', file, '--overwrite'], { env: envOf(address) })
    expect([told.code, told.err]).toEqual([0, ''])
  })

  test('that is damaged, or none at all, is refused and touches nothing', async () => {
    const address = await engine.freshAddress()
    const bot = await filled(address)
    const file = join(await aFolder(), 'all.backup')
    await run(['backup', file], { env: envOf(address) })
    const before = await contents(bot)
    await bot.close()
    const bytes = await readFile(file)
    await writeFile(file, bytes.fill(7, 30_000, 60_000))
    const damaged = await run(['restore', file, '--overwrite'], { env: envOf(address) })
    expect([damaged.code, damaged.err]).toEqual([1, expect.stringMatching(/damaged|no backup/)])
    await writeFile(file, 'a list of things to do')
    const none = await run(['restore', file, '--overwrite'], { env: envOf(address) })
    expect(none.err).toContain('is no backup of Dateline')
    expect(await contents(await open(address))).toEqual(before)
  })
})

onBothEngines('a move from SQLite', (engine) => {
  test('leaves both sides the same, and no bot starts on the old one until it is taken back', async () => {
    const old: DatabaseAddress = { kind: 'sqlite', path: join(await aFolder(), 'old.db') }
    const bot = await filled(old)
    const target = await engine.freshAddress()
    const to = ['move', '--to', urlOf(target)]
    const busy = await run(to, { env: envOf(old) })
    expect([busy.code, busy.err]).toEqual([1, expect.stringContaining('in use by another')])
    const before = await contents(bot)
    await bot.close()
    const moved = await run([...to, '--json'], { env: envOf(old) })
    expect([moved.code, moved.err]).toEqual([0, ''])
    expect(moved.out).not.toContain('dateline:dateline')
    expect(await contents(await open(target))).toEqual(before)
    await expect(openStore(old)).rejects.toThrow('has been moved to')
    const back = await run(['move', '--back'], { env: envOf(old) })
    expect([back.code, back.err]).toEqual([0, ''])
    await open(old)
  })
})

describe('move', () => {
  test('asks where to', async () => {
    const { code, err } = await run(['move', '--to', 'mysql://x'])
    expect([code, err]).toEqual([2, expect.stringContaining('--to postgres://user@host/name')])
  })
})

onBothEngines('migrate', (engine) => {
  test('says what is to be done, does it once, and is content then', async () => {
    const address = await engine.freshAddress()
    const env = envOf(address)
    expect((await run(['migrate', '--json'], { env })).out).toMatch(/^\{"from":0,"to":\d+\}\n$/)
    const checked = await run(['migrate', '--check'], { env })
    expect([checked.code, checked.out]).toEqual([0, expect.stringContaining('up to date')])
  })
})
