import { expect, test } from 'vitest'
import {
  reopenWorkspace,
  suspendWorkspace,
} from '../../../src/store/delivery/workspace-suspension.ts'
import { claimDueFeeds } from '../../../src/store/feeds/claim-feeds.ts'
import type { Store } from '../../../src/store/store.ts'
import { saveFeedSubscription } from '../../../src/store/wishes/feed-subscriptions.ts'
import { movedClock } from '../../support/moved-clock.ts'
import { onBothEngines } from '../on-both-engines.ts'
import { ours, theirs } from '../sample.ts'
import { aFeedWish } from '../wishes/wishes.ts'
import { planAndClaim, subscribe } from './a-schedule.ts'

const hourMs = 3_600_000

onBothEngines('a workspace that the bot was removed from', ({ freshStore }) => {
  const dueFeeds = async (store: Store) =>
    (await store.everywhere((tx) => claimDueFeeds(tx, 10, 1))).map(({ feed }) => feed.url)

  test('F15: has no digest made and no feed read for it, until the bot is back', async () => {
    const clock = movedClock('2026-03-01T07:00:00Z')
    const store = await freshStore({ clock, leasesByHostClock: true })
    await subscribe(store)
    const only = aFeedWish('Only', { url: 'https://only.example/feed' })
    const shared = aFeedWish('Shared', { url: 'https://shared.example/feed' })
    await store.inWorkspace(ours, async (tx) => {
      await saveFeedSubscription(tx, only, 'command')
      await saveFeedSubscription(tx, shared, 'command')
    })
    await store.inWorkspace(theirs, (tx) => saveFeedSubscription(tx, shared, 'command'))
    await store.inWorkspace(ours, (tx) => suspendWorkspace(tx, 'gone'))
    await clock.advance(hourMs)
    expect(await planAndClaim(store)).toEqual([])
    expect(await dueFeeds(store)).toEqual(['https://shared.example/feed'])

    await store.inWorkspace(ours, reopenWorkspace)
    expect(await planAndClaim(store)).toHaveLength(1)
    expect(await dueFeeds(store)).toContain('https://only.example/feed')
  })
})
