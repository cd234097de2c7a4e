import { expect, test } from 'vitest'
import { newPollState } from '../../../src/domain/poll-state.ts'
import { claimDueFeeds, claimFeed, releaseFeed } from '../../../src/store/feeds/claim-feeds.ts'
import { feedHealth } from '../../../src/store/feeds/feed-health.ts'
import { rememberFeed } from '../../../src/store/feeds/feeds.ts'
import { recordPoll, wakeFeed } from '../../../src/store/feeds/record-poll.ts'
import type { Store } from '../../../src/store/store.ts'
import { movedClock } from '../../support/moved-clock.ts'
import { onBothEngines } from '../on-both-engines.ts'
import { ours } from '../sample.ts'

const leaseMs = 60_000
const hourMs = 3_600_000
const claim = (store: Store, limit = 10) =>
  store.everywhere((tx) => claimDueFeeds(tx, limit, leaseMs))

async function wantedFeeds(store: Store, count: number) {
  for (let n = 0; n < count; n += 1) {
    await store.inWorkspace(ours, async (tx) => {
      const feed = await rememberFeed(tx, `https://harbour.example/${n}.xml`)
      await tx.db
        .insertInto('feed_subscriptions')
        .values({
          workspace_id: ours,
          feed_id: feed.id,
          name: `feed ${n}`,
          categories_json: '[]',
          weight: 1,
          language: null,
          paused: 0,
          managed_by: 'command',
          added_at_ms: 0,
          removed_at_ms: null,
        })
        .execute()
    })
  }
}

onBothEngines('the feeds that are due', ({ freshStore }) => {
  async function storeWith(feeds: number) {
    const clock = movedClock('2026-03-01T08:00:00Z')
    const store = await freshStore({ clock, leasesByHostClock: true })
    await wantedFeeds(store, feeds)
    return { clock, store }
  }

  test('are leased once; after a crash they come again, an hour later', async () => {
    const { clock, store } = await storeWith(3)
    expect(await claim(store, 2)).toHaveLength(2)
    expect(await claim(store)).toHaveLength(1)
    await clock.advance(leaseMs)
    expect(await claim(store)).toHaveLength(0)
    await clock.advance(hourMs)
    expect(await claim(store)).toHaveLength(3)
  })

  test('never overlap between claims made at once', async () => {
    const { store } = await storeWith(20)
    const claims = await Promise.all([claim(store, 8), claim(store, 8), claim(store, 8)])
    const ids = claims.flat().map(({ feed }) => feed.id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('leave out a feed that nobody wants', async () => {
    const { store } = await storeWith(0)
    await store.shared((tx) => rememberFeed(tx, 'https://nobody.example/feed'))
    expect(await claim(store)).toEqual([])
  })

  test('refuse the poll of a process whose lease went to another', async () => {
    const { clock, store } = await storeWith(1)
    const [frozen] = await claim(store)
    await clock.advance(hourMs)
    const [successor] = await claim(store)
    if (!frozen || !successor) throw new Error('nothing was claimed')
    const state = newPollState(new Date('2026-03-01T09:00:00Z'))
    const record = { state, outcome: 'unchanged', articles: 0 } as const
    expect(await store.shared((tx) => recordPoll(tx, frozen, record))).toBe(false)
    expect(await store.shared((tx) => recordPoll(tx, successor, record))).toBe(true)
  })

  test('come again when the poll before says so, with its state', async () => {
    const { clock, store } = await storeWith(1)
    const [claimed] = await claim(store)
    if (!claimed) throw new Error('nothing was claimed')
    const state = { ...newPollState(new Date('2026-03-01T09:00:00Z')), bodyHash: 'abc' }
    await store.shared((tx) =>
      recordPoll(tx, claimed, {
        state,
        outcome: 'read',
        articles: 2,
        facts: { title: 'Harbour Post', homeUrl: undefined },
      }),
    )
    expect(await claim(store)).toEqual([])
    await clock.advance(3_600_000)
    const [again] = await claim(store)
    expect(again?.state).toEqual(state)
    expect(again?.feed.title).toBe('Harbour Post')
  })

  test('leave out a feed that was given up, until somebody wakes it', async () => {
    const { clock, store } = await storeWith(1)
    const [claimed] = await claim(store)
    if (!claimed) throw new Error('nothing was claimed')
    const disabled = { sentence: 'The feed is gone.', sinceAt: clock.now() }
    const state = { ...newPollState(clock.now()), disabled }
    await store.shared((tx) => recordPoll(tx, claimed, { state, outcome: 'failed', articles: 0 }))
    await clock.advance(400 * 24 * hourMs)
    expect(await claim(store)).toEqual([])
    const [health] = await store.shared((tx) => feedHealth(tx, [claimed.feed.id]))
    expect(health).toMatchObject({ state: { disabled }, nextCheckAt: undefined })
    await store.shared((tx) => wakeFeed(tx, claimed.feed.id, state))
    expect(await claim(store)).toHaveLength(1)
  })

  test('are free at once when a claim is given back', async () => {
    const { store } = await storeWith(1)
    const [claimed] = await claim(store)
    if (!claimed) throw new Error('nothing was claimed')
    expect(await store.shared((tx) => claimFeed(tx, claimed.feed.id, leaseMs))).toBeUndefined()
    await store.shared((tx) => releaseFeed(tx, claimed))
    expect(await claim(store)).toHaveLength(1)
  })
})
