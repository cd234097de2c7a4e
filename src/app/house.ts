import type { BriefTools } from '../briefing/brief-story.ts'
import type { Deliverer } from '../delivery/deliver.ts'
import type { AdminNotices } from '../delivery/tell-admins.ts'
import { readPages } from '../feeds/page/read-pages.ts'
import { pollFeed } from '../feeds/poll-feed.ts'
import type { House } from '../pipeline.ts'
import { findArticles } from '../store/articles/articles.ts'
import { claimDueSlots } from '../store/delivery/claim-slots.ts'
import { planNewSubscriptions, planSlots } from '../store/delivery/plan-slots.ts'
import { failSlot } from '../store/delivery/record-digest.ts'
import { claimDueFeeds } from '../store/feeds/claim-feeds.ts'
import type { Store } from '../store/store.ts'
import type { Clock } from '../support/clock.ts'
import type { Log } from '../support/log.ts'
import type { Metrics } from '../support/metrics.ts'
import type { Random } from '../support/random.ts'
import type { CorrectTools } from './correct-told.ts'
import { createCorrector } from './corrector.ts'
import { countingBriefs, countingPolls } from './counting.ts'
import { createPollKeeper } from './keep-polls.ts'
import { readWindow } from './read-window.ts'
import type { Reading } from './reading.ts'
import { recordMadeDigest } from './record-made-digest.ts'

export type HouseParts = {
  readonly store: Store
  readonly reading: Reading
  readonly briefing: Pick<BriefTools, 'extractive' | 'model' | 'verifyDraft'>
  readonly deliverer: Deliverer
  readonly notices: Pick<AdminNotices, 'onEmpty' | 'onSpent'>
  readonly platforms: CorrectTools['platforms']
  readonly clock: Clock
  readonly random: Random
  readonly log: Log
  readonly metrics: Metrics
}

const feedsPerClaim = 20
/** A feed and the pages of its new articles, one request a second, and their parsing. */
const feedLeaseMs = 300_000
const slotsPerClaim = 10
/** The model's patience, and what comes before and after it. */
const slotLeaseMs = 180_000
const planAtOnce = 200

/** Hands each leg of the journey what it needs of the rooms. */
export function createHouse(parts: HouseParts): House {
  const { store, reading, clock, random, log } = parts
  const onFault = (error: unknown, id: string) => log.error('work failed', { id, error })
  return {
    clock,
    store: {
      claimDueFeeds: () => store.everywhere((tx) => claimDueFeeds(tx, feedsPerClaim, feedLeaseMs)),
      keepPoll: countingPolls(createPollKeeper(store), parts.metrics),
      planSlots: () =>
        store.everywhere(async (tx) => {
          await planNewSubscriptions(tx, planAtOnce)
          await planSlots(tx, planAtOnce)
        }),
      claimDueSlots: () => store.everywhere((tx) => claimDueSlots(tx, slotsPerClaim, slotLeaseMs)),
      readWindow: ({ subscription, slot, lateUntil, nextAt }) =>
        store.inWorkspace(subscription.workspaceId, (tx) =>
          readWindow(tx, subscription, { dueAt: slot.dueAt, lateUntil, nextAt }),
        ),
      recordDigest: countingBriefs(async (claim, made) => {
        const isOurs = await recordMadeDigest(store, claim, made, random.id)
        const isEmpty = made.digest.briefings.length === 0
        if (isOurs) await parts.notices.onSpent(claim)
        if (isOurs && isEmpty) await parts.notices.onEmpty(claim)
        return isOurs
      }, parts.metrics),
      async failSlot(claim, error) {
        onFault(error, claim.slot.id)
        const words = error instanceof Error ? error.message : String(error)
        await store.inWorkspace(claim.subscription.workspaceId, (tx) =>
          failSlot(tx, claim, words, random.number()),
        )
      },
    },
    feeds: {
      poll: ({ feed, state }) => pollFeed(feed, state, reading.poll),
      readPages: (items) =>
        readPages(items, {
          http: reading.http,
          robots: reading.robots,
          parser: reading.parser,
          now: clock.now,
          storedArticles: (ids) => store.shared((tx) => findArticles(tx, ids)),
        }),
    },
    briefing: { ...parts.briefing, onFault: (error) => onFault(error, 'briefing') },
    delivery: parts.deliverer,
    corrections: createCorrector({
      store,
      platforms: parts.platforms,
      newId: random.id,
      now: clock.now,
      onFault,
    }),
    onFault,
  }
}
