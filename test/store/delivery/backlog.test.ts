import { expect, test } from 'vitest'
import { readBacklog } from '../../../src/store/delivery/backlog.ts'
import { claimDueDeliveries } from '../../../src/store/delivery/claim-deliveries.ts'
import { planSlots } from '../../../src/store/delivery/plan-slots.ts'
import { movedClock } from '../../support/moved-clock.ts'
import { onBothEngines } from '../on-both-engines.ts'
import { recordAll, subscribe } from './a-schedule.ts'

const hourMs = 3_600_000

onBothEngines('the backlog', ({ freshStore }) => {
  test('is empty where nothing is wanted', async () => {
    const store = await freshStore()
    const { due, messages, suspended } = await store.everywhere(readBacklog)
    expect(due).toEqual({ feeds: 0, digests: 0, messages: 0 })
    expect(Object.values(messages).every((count) => count === 0)).toBe(true)
    expect(suspended).toBe(0)
  })

  test('counts what is due and untaken, and no longer what somebody has taken', async () => {
    const clock = movedClock('2026-03-01T07:00:00Z')
    const store = await freshStore({ clock, leasesByHostClock: true })
    await subscribe(store)
    await clock.advance(hourMs)
    await store.everywhere((tx) => planSlots(tx, 10))
    expect((await store.everywhere(readBacklog)).due.digests).toBe(1)
    await recordAll(store, 3)
    await clock.advance(60_000)
    const recorded = await store.everywhere(readBacklog)
    expect(recorded.due).toEqual({ feeds: 0, digests: 0, messages: 3 })
    expect(recorded.messages.ready).toBe(3)
    await store.everywhere((tx) =>
      claimDueDeliveries(tx, { platforms: ['slack'], limit: 10, leaseMs: 60_000 }),
    )
    const claimed = await store.everywhere(readBacklog)
    expect(claimed.due.messages).toBe(2)
    expect(claimed.messages).toMatchObject({ ready: 2, sending: 1 })
  })
})
