import { expect, onTestFinished, test, vi } from 'vitest'
import { createHeartbeat } from '../../src/app/heartbeat.ts'
import { createDeliveryRecords } from '../../src/store/delivery/delivery-records.ts'
import { type DatabaseAddress, openStore } from '../../src/store/open-store.ts'
import { silentLog } from '../../src/support/log.ts'
import { planAndClaim, recordAll, subscribe } from '../store/delivery/a-schedule.ts'
import { onBothEngines, type TestEngine } from '../store/on-both-engines.ts'
import { type MovedClock, movedClock } from '../support/moved-clock.ts'

const secondMs = 1_000
const minuteMs = 60 * secondMs

/** A database with two digests due, and the processes at work on it. */
async function aHouse(engine: TestEngine) {
  const clock = movedClock('2026-03-01T07:59:00Z')
  const address = await engine.freshAddress()
  const living = new Set<{ isResting(): boolean }>()

  async function start(id: string) {
    const process = await aProcess(address, clock, id)
    living.add(process)
    return {
      ...process,
      async kill() {
        living.delete(process)
        await process.kill()
      },
    }
  }

  /** Moves the time on by seconds, in each of which everybody who lives gives a sign when it is due. */
  async function pass(ms: number): Promise<void> {
    for (let passedMs = 0; passedMs < ms; passedMs += secondMs) {
      await clock.advance(secondMs)
      await vi.waitFor(() => expect([...living].every((each) => each.isResting())).toBe(true), {
        interval: 1,
      })
    }
  }

  /** How long it takes until a look every few seconds claims something. */
  async function untilClaimed(
    everyMs: number,
    look: () => Promise<readonly unknown[]>,
  ): Promise<number> {
    const beganMs = clock.monotonicMs()
    while ((await look()).length === 0) {
      if (clock.monotonicMs() - beganMs > 2 * minuteMs) throw new Error('nobody took over')
      await pass(everyMs)
    }
    return clock.monotonicMs() - beganMs
  }

  const first = await start('first')
  await subscribe(first.store, { name: 'one' })
  await subscribe(first.store, { name: 'two' })
  await pass(minuteMs)
  return { address, clock, first, start, pass, untilClaimed }
}

async function aProcess(address: DatabaseAddress, clock: MovedClock, id: string) {
  const store = await openStore(address, { clock, leasesByHostClock: true, owner: id })
  onTestFinished(() => store.close())
  const life = new AbortController()
  let isResting = false
  const own = {
    ...clock,
    async sleep(ms: number, signal?: AbortSignal) {
      isResting = true
      await clock.sleep(ms, signal)
      // The timers of a killed process end with it; the clock goes on for the others.
      if (life.signal.aborted) await new Promise(() => {})
      isResting = false
    },
  }
  const heartbeat = createHeartbeat(store, id, own, silentLog)
  await heartbeat.start(['digest', 'deliver'])
  await vi.waitFor(() => expect(isResting).toBe(true))
  return {
    store,
    heartbeat,
    isResting: () => isResting,
    claimSlots: () => planAndClaim(store),
    claimMessages: () =>
      createDeliveryRecords(store).claim({ platforms: ['slack'], limit: 10, leaseMs: minuteMs }),
    async kill() {
      life.abort()
      await store.close()
    },
  }
}

onBothEngines('what a process has claimed', (engine) => {
  const isShared = engine.name === 'PostgreSQL'

  test('goes to another within 15 seconds of a crash, and to one started anew on SQLite at once', async () => {
    const { first, start, untilClaimed } = await aHouse(engine)
    expect(await first.claimSlots()).toHaveLength(2)
    const other = isShared ? await start('second') : undefined
    await first.kill()
    const { claimSlots } = other ?? (await start('second'))
    const tookMs = await untilClaimed(5 * secondMs, claimSlots)
    expect(tookMs).toBeLessThanOrEqual(isShared ? 15 * secondMs : 0)
  })

  test('goes as unknown where its sending had begun', async () => {
    const { first, start, untilClaimed } = await aHouse(engine)
    await recordAll(first.store, 1)
    expect((await first.claimMessages()).map(({ state }) => state)).toEqual(['sending', 'sending'])
    await first.kill()
    const second = await start('second')
    const taken: string[] = []
    const tookMs = await untilClaimed(2 * secondMs, async () => {
      const found = await second.claimMessages()
      taken.push(...found.map(({ state }) => state))
      return found
    })
    expect(tookMs).toBeLessThanOrEqual(isShared ? 15 * secondMs : 0)
    expect(taken).toEqual(['unknown', 'unknown'])
  })

  test('is free at once when it stops in good order', async () => {
    const { first, start } = await aHouse(engine)
    expect(await first.claimSlots()).toHaveLength(2)
    await first.heartbeat.stop()
    await first.kill()
    const second = await start('second')
    expect(await second.claimSlots()).toHaveLength(2)
  })

  test('is not taken from it by itself, however long it gave no sign of life', async () => {
    const { first, clock } = await aHouse(engine)
    expect(await first.claimSlots()).toHaveLength(2)
    clock.set(new Date(clock.now().getTime() + 30 * secondMs))
    expect(await first.claimSlots()).toEqual([])
  })
})

onBothEngines('a process that is slow', (engine) => {
  test.skipIf(engine.name === 'SQLite')('keeps what it has claimed while it lives', async () => {
    const { first, start, pass } = await aHouse(engine)
    const second = await start('second')
    expect(await first.claimSlots()).toHaveLength(2)
    for (let n = 0; n < 11; n += 1) {
      await pass(5 * secondMs)
      expect(await second.claimSlots()).toEqual([])
    }
  })

  test.skipIf(engine.name === 'SQLite')(
    'is told apart from an older version, which puts no owner on record',
    async () => {
      const { address, clock, first, start, pass } = await aHouse(engine)
      const second = await start('second')
      expect(await first.claimSlots()).toHaveLength(2)
      await first.kill()
      await pass(12 * secondMs)
      await using older = await openStore(address, { clock, leasesByHostClock: true })
      await older.everywhere(({ db }) =>
        db
          .updateTable('slots')
          .set((row) => ({
            fence: row('fence', '+', 1),
            lease_until_ms: clock.now().getTime() + minuteMs,
          }))
          .execute(),
      )
      await pass(30 * secondMs)
      expect(await second.claimSlots()).toEqual([])
    },
  )
})
