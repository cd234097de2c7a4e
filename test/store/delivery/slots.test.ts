import { expect, test } from 'vitest'
import { articleId, feedId } from '../../../src/domain/ids.ts'
import { remember } from '../../../src/store/articles/remember.ts'
import { unseenArticles } from '../../../src/store/articles/window.ts'
import { claimDueSlots, releaseSlot, renewSlot } from '../../../src/store/delivery/claim-slots.ts'
import { openSlot } from '../../../src/store/delivery/open-slot.ts'
import { planSlots, replanSlots } from '../../../src/store/delivery/plan-slots.ts'
import { failSlot, recordDigest } from '../../../src/store/delivery/record-digest.ts'
import type { Store } from '../../../src/store/store.ts'
import { removeSubscription } from '../../../src/store/wishes/subscriptions.ts'
import { movedClock } from '../../support/moved-clock.ts'
import { onBothEngines } from '../on-both-engines.ts'
import { anArticle, anItem, ours } from '../sample.ts'
import { aRecord, planAndClaim, subscribe } from './a-schedule.ts'

const minuteMs = 60_000
const hourMs = 60 * minuteMs
const leaseMs = minuteMs

async function slotStates(store: Store): Promise<readonly string[]> {
  const rows = await store.everywhere(({ db }) =>
    db.selectFrom('slots').select(['slot_key', 'state']).orderBy('due_at_ms').execute(),
  )
  return rows.map(({ slot_key, state }) => `${slot_key.slice(0, 16)} ${state}`)
}

onBothEngines('the slots of a digest', ({ freshStore }) => {
  async function settingAt(time: string) {
    const clock = movedClock(time)
    const store = await freshStore({ clock, leasesByHostClock: true })
    return { clock, store }
  }

  test('are written down when they are due, and their digest is made once', async () => {
    const { clock, store } = await settingAt('2026-03-01T07:00:00Z')
    await subscribe(store)
    expect(await planAndClaim(store)).toEqual([])
    await clock.advance(hourMs)
    const [claim, ...others] = await planAndClaim(store)
    expect(claim?.slot.key).toBe('2026-03-01T08:00 UTC')
    expect(claim?.lateUntil).toBeUndefined()
    expect(claim?.nextAt).toEqual(new Date('2026-03-02T08:00:00Z'))
    expect(others).toEqual([])
    expect(await planAndClaim(store)).toEqual([])
  })

  test('F24: after five minutes and after seven hours give one late digest', async () => {
    for (const awayMs of [5 * minuteMs, 7 * hourMs]) {
      const { clock, store } = await settingAt('2026-03-01T07:00:00Z')
      await subscribe(store)
      await clock.advance(hourMs + awayMs)
      const [claim, ...others] = await planAndClaim(store)
      expect(claim?.slot.key).toBe('2026-03-01T08:00 UTC')
      expect(claim?.lateUntil).toEqual(clock.now())
      expect(others).toEqual([])
    }
  })

  test('F24: after three days give one digest, and the older slots are missed', async () => {
    const { clock, store } = await settingAt('2026-03-01T07:00:00Z')
    await subscribe(store)
    await clock.advance(3 * 24 * hourMs + 2 * hourMs)
    const claims = await planAndClaim(store)
    expect(claims.map(({ slot }) => slot.key)).toEqual(['2026-03-04T08:00 UTC'])
    expect(await slotStates(store)).toEqual([
      '2026-03-01T08:00 missed',
      '2026-03-02T08:00 missed',
      '2026-03-03T08:00 missed',
      '2026-03-04T08:00 due',
    ])
  })

  test('are missed when nobody was there until it was too late', async () => {
    const { clock, store } = await settingAt('2026-03-01T07:00:00Z')
    await subscribe(store)
    await clock.advance(hourMs + 13 * hourMs)
    expect(await planAndClaim(store)).toEqual([])
    expect(await slotStates(store)).toEqual(['2026-03-01T08:00 missed'])
  })

  test('are missed when a later one is due before anybody made their digest', async () => {
    const { clock, store } = await settingAt('2026-03-01T07:30:00Z')
    const schedule = { kind: 'cron', cron: '0 * * * *', timezone: 'UTC', exact: true } as const
    await subscribe(store, { schedule })
    await clock.advance(30 * minuteMs)
    await store.everywhere((tx) => planSlots(tx, 10))
    await clock.advance(hourMs)
    const claims = await planAndClaim(store)
    expect(claims.map(({ slot }) => slot.key)).toEqual(['2026-03-01T09:00 UTC'])
    expect(await slotStates(store)).toEqual(['2026-03-01T08:00 missed', '2026-03-01T09:00 due'])
  })

  test('F22: come once, however the clock is set', async () => {
    const { clock, store } = await settingAt('2026-03-01T07:59:00Z')
    await subscribe(store)
    const made: string[] = []
    for (const stepMs of [minuteMs, -2 * hourMs, 2 * hourMs, 30 * minuteMs, -30 * minuteMs, 0]) {
      if (stepMs > 0) await clock.advance(stepMs)
      else clock.set(new Date(clock.now().getTime() + stepMs))
      for (const claim of await planAndClaim(store)) {
        made.push(claim.slot.key)
        await store.inWorkspace(ours, (tx) => recordDigest(tx, claim, aRecord(claim, 1)))
      }
    }
    expect(made).toEqual(['2026-03-01T08:00 UTC'])
  })

  test('F19: go to one of two processes each, though both reach for the same thousand at once', async () => {
    const { store } = await settingAt('2026-03-01T07:59:00Z')
    const subscription = await subscribe(store)
    await store.inWorkspace(ours, async (tx) => {
      for (let n = 0; n < 1_000; n += 1) {
        await openSlot({ ...tx, now: new Date(n * minuteMs) }, subscription, 0)
      }
      await tx.db
        .updateTable('slots')
        .set({ due_at_ms: tx.now.getTime() })
        .where('workspace_id', '=', ours)
        .execute()
    })
    async function work(): Promise<readonly string[]> {
      const won: string[] = []
      for (;;) {
        const claims = await store.everywhere((tx) => claimDueSlots(tx, 10, leaseMs))
        if (claims.length === 0) return won
        won.push(...claims.map(({ slot }) => slot.id))
      }
    }
    const [one, other] = await Promise.all([work(), work()])
    expect(one.length + other.length).toBe(1_000)
    expect(new Set([...one, ...other]).size).toBe(1_000)
  })

  test('are left alone while their digest is paused or taken away', async () => {
    const { clock, store } = await settingAt('2026-03-01T07:00:00Z')
    const gone = await subscribe(store, { name: 'gone' })
    await subscribe(store, { name: 'paused', paused: true })
    await clock.advance(hourMs)
    await store.everywhere((tx) => planSlots(tx, 10))
    await store.inWorkspace(ours, (tx) => removeSubscription(tx, gone.id))
    expect(await planAndClaim(store)).toEqual([])
    expect(await slotStates(store)).toEqual(['2026-03-01T08:00 missed'])
  })

  test('are planned again after their times have changed', async () => {
    const { clock, store } = await settingAt('2026-03-01T07:00:00Z')
    await subscribe(store)
    await subscribe(store, {
      schedule: { kind: 'cron', cron: '30 7 * * *', timezone: 'UTC', exact: true },
    })
    await clock.advance(2 * hourMs)
    const claims = await planAndClaim(store)
    expect(claims.map(({ slot }) => slot.key)).toEqual(['2026-03-01T07:30 UTC'])
  })

  test('move with the time-zone data', async () => {
    const { store } = await settingAt('2026-03-01T07:00:00Z')
    const { id } = await subscribe(store)
    expect(await store.everywhere(replanSlots)).toBe(0)
    await store.everywhere(({ db }) =>
      db.updateTable('subscriptions').set({ next_due_at_ms: 5 }).where('id', '=', id).execute(),
    )
    expect(await store.everywhere(replanSlots)).toBe(1)
    const rows = await store.everywhere(({ db }) =>
      db.selectFrom('subscriptions').select('next_due_at_ms').execute(),
    )
    expect(rows).toEqual([{ next_due_at_ms: Date.parse('2026-03-01T08:00:00Z') }])
  })

  test('go to another process when a lease ends, and refuse the one that comes late', async () => {
    const { clock, store } = await settingAt('2026-03-01T07:00:00Z')
    await subscribe(store)
    await clock.advance(hourMs)
    const [frozen] = await planAndClaim(store)
    await clock.advance(leaseMs)
    const [successor] = await planAndClaim(store)
    if (!frozen || !successor) throw new Error('nothing was claimed')
    const record = (claim: typeof frozen) =>
      store.inWorkspace(ours, (tx) => recordDigest(tx, claim, aRecord(claim, 2)))
    expect(await store.inWorkspace(ours, (tx) => renewSlot(tx, frozen, leaseMs))).toBe(false)
    expect(await record(frozen)).toBe(false)
    expect(await record(successor)).toBe(true)
    expect(await record(successor)).toBe(false)
    const deliveries = await store.everywhere(({ db }) =>
      db.selectFrom('deliveries').selectAll().execute(),
    )
    expect(deliveries).toHaveLength(2)
  })

  test('are held for longer by renewing, and free at once when given back', async () => {
    const { clock, store } = await settingAt('2026-03-01T07:00:00Z')
    await subscribe(store)
    await clock.advance(hourMs)
    const [claim] = await planAndClaim(store)
    if (!claim) throw new Error('nothing was claimed')
    await clock.advance(leaseMs / 2)
    expect(await store.inWorkspace(ours, (tx) => renewSlot(tx, claim, leaseMs))).toBe(true)
    await clock.advance(leaseMs / 2)
    expect(await planAndClaim(store)).toEqual([])
    await store.inWorkspace(ours, (tx) => releaseSlot(tx, claim))
    expect(await planAndClaim(store)).toHaveLength(1)
  })

  test('are recorded with their messages, what they used and what else belongs to them, or not at all', async () => {
    const { clock, store } = await settingAt('2026-03-01T07:00:00Z')
    const { id } = await subscribe(store)
    await store.shared((tx) => remember(tx, [anItem(anArticle('one')), anItem(anArticle('two'))]))
    await clock.advance(hourMs)
    const [claim] = await planAndClaim(store)
    if (!claim) throw new Error('nothing was claimed')
    const record = { ...aRecord(claim, 3), seen: [{ id: articleId('one'), revision: 1 }] }
    const unseen = () =>
      store.inWorkspace(ours, (tx) =>
        unseenArticles(tx, id, [feedId('feed')], new Date('2026-03-01T06:00:00Z'), 10),
      )
    const broken = store.inWorkspace(ours, (tx) =>
      recordDigest(tx, claim, {
        ...record,
        alsoRecord: () => Promise.reject(new Error('the disk is full')),
      }),
    )
    await expect(broken).rejects.toThrow('the disk is full')
    expect(await unseen()).toHaveLength(2)
    expect(await slotStates(store)).toEqual(['2026-03-01T08:00 due'])
    await store.inWorkspace(ours, (tx) => recordDigest(tx, claim, record))
    expect((await unseen()).map((article) => article.id)).toEqual(['two'])
    expect(await slotStates(store)).toEqual(['2026-03-01T08:00 recorded'])
  })

  test('without a story are empty', async () => {
    const { clock, store } = await settingAt('2026-03-01T07:00:00Z')
    await subscribe(store)
    await clock.advance(hourMs)
    const [claim] = await planAndClaim(store)
    if (!claim) throw new Error('nothing was claimed')
    await store.inWorkspace(ours, (tx) => recordDigest(tx, claim, aRecord(claim, 0)))
    expect(await slotStates(store)).toEqual(['2026-03-01T08:00 empty'])
  })

  test('whose digest cannot be made are tried again, and fail in the end', async () => {
    const { clock, store } = await settingAt('2026-03-01T07:00:00Z')
    await subscribe(store)
    await clock.advance(hourMs)
    let tries = 0
    for (let isOver = false; !isOver; ) {
      const [claim] = await planAndClaim(store)
      if (claim) {
        tries += 1
        isOver = await store.inWorkspace(ours, (tx) => failSlot(tx, claim, 'No memory.', 0.5))
      }
      await clock.advance(10 * minuteMs)
    }
    expect(tries).toBe(7)
    expect(await slotStates(store)).toEqual(['2026-03-01T08:00 failed'])
  })
})
