import { type BriefedStories, briefStories } from './briefing/brief-stories.ts'
import type { BriefTools } from './briefing/brief-story.ts'
import type { ReaderWishes } from './briefing/rank/wishes.ts'
import { rankStories } from './briefing/rank.ts'
import { groupStories, type StoryContext } from './briefing/stories/group-stories.ts'
import type { Deliverer } from './delivery/deliver.ts'
import type { Article } from './domain/article.ts'
import { composeDigest, type DigestParts } from './domain/compose-digest.ts'
import type { Digest } from './domain/digest.ts'
import { digestDocuments } from './domain/digest-document.ts'
import type { LeftOut } from './domain/left-out.ts'
import type { DigestDocuments } from './domain/platform.ts'
import type { ClaimedSlot } from './domain/slot.ts'
import type { Subscription } from './domain/subscription.ts'
import type { Wording } from './domain/wording/wording.ts'
import type { PollOutcome } from './feeds/poll-feed.ts'
import type { FeedItem } from './feeds/to-articles.ts'
import type { ClaimedFeed } from './store/feeds/claim-feeds.ts'
import type { Clock } from './support/clock.ts'
import { inBatches, inLanes } from './support/lanes.ts'

/**
 * The journey of an article, from a feed to a posted digest. It has three legs, each walked by a tick of its own; between
 * them stands the database, so that each leg may run in another process, and none loses what another has done.
 */

/** Feeds due → poll → read the pages of what is new → remember. */
export async function pollDueFeeds({ feeds, store, onFault }: House, signal: AbortSignal) {
  const due = inBatches(store.claimDueFeeds, signal)
  await inLanes(feedsAtOnce, due, carryFeed, (error, claimed) => onFault(error, claimed.feed.id))

  async function carryFeed(claimed: ClaimedFeed): Promise<void> {
    const outcome = await feeds.poll(claimed)
    const items = outcome.kind === 'read' ? await feeds.readPages(outcome.items) : []
    await store.keepPoll({ claimed, outcome, items })
  }
}

/** Digests due → their articles → make the digest → record it, with its messages ready to be sent. */
export async function makeDueDigests(house: House, signal: AbortSignal) {
  const { store, onFault } = house
  await store.planSlots()
  const due = inBatches(store.claimDueSlots, signal)
  await inLanes(digestsAtOnce, due, carrySlot, (error, claim) => onFault(error, claim.slot.id))

  async function carrySlot(claim: ClaimedSlot): Promise<void> {
    try {
      const made = await makeDigest(await store.readWindow(claim), house)
      await store.recordDigest(claim, made)
    } catch (error) {
      await store.failSlot(claim, error)
    }
  }
}

/** Messages due → post, or retry, or look whether they stand there, or give up and say so. */
export function deliverDueMessages({ delivery }: House, signal: AbortSignal) {
  return delivery.deliverDue(signal)
}

/** Articles that publishers have changed since they were printed → edit the messages that stand in the channels. */
export function correctPostedStories({ corrections }: House, signal: AbortSignal) {
  return corrections.correctDue(signal)
}

/** Group → rank and filter → brief → compose. Nothing is stored, so that a preview is the same thing. */
export async function makeDigest(window: DigestWindow, house: Pick<House, 'briefing' | 'clock'>) {
  const { subscription, wishes } = window
  const stories = groupStories(window.articles, window.context)
  const { ranked, left } = rankStories(stories, wishes)
  const told = await briefStories(ranked, howToBrief(window), { ...house.briefing, ...house })
  const digest = composeDigest({
    ...window,
    since: window.wishes.since,
    left: [...left, ...told.left],
    storiesWithoutRoom: told.storiesWithoutRoom,
    briefings: told.briefed.map(({ briefing }) => briefing),
    language: window.wording.language,
  })
  const documents = digestDocuments(digest, window.wording)
  return {
    subscription,
    window,
    digest,
    documents,
    briefed: told.briefed,
    left: [...left, ...told.left],
  }
}

function howToBrief({ subscription, wishes, wording }: DigestWindow) {
  const { id: digestId, length, language, workspaceId, stories: room } = subscription
  return {
    length,
    language,
    workspaceId,
    digestId,
    room,
    wording,
    now: wishes.now,
    modelPatienceMs,
  }
}

/** Most of the time is spent waiting for publishers, each of whom is asked one thing at a time. */
const feedsAtOnce = 32
const digestsAtOnce = 4
/** A digest is never late by more than this because of the language model. */
const modelPatienceMs = 60_000

/** What one digest is made from. */
export type DigestWindow = Pick<DigestParts, 'dueAt' | 'lateUntil' | 'nextAt' | 'read'> & {
  readonly subscription: Subscription
  /** What came into its feeds since the last one and was not used yet. */
  readonly articles: readonly Article[]
  readonly context: StoryContext
  readonly wishes: ReaderWishes
  readonly wording: Wording
}

/** A digest that is made and not recorded yet. */
export type MadeDigest = {
  readonly subscription: Subscription
  readonly window: DigestWindow
  readonly digest: Digest
  readonly documents: DigestDocuments
  readonly briefed: BriefedStories['briefed']
  /** Every article that was read and is not in the digest, with the reason. */
  readonly left: readonly LeftOut[]
}

/** What the journey needs of each room; `app.ts` brings it. */
export type House = {
  readonly clock: Clock
  readonly store: {
    claimDueFeeds(): Promise<readonly ClaimedFeed[]>
    /** Keeps the articles and, in the same transaction, what the next poll must know. */
    keepPoll(poll: {
      readonly claimed: ClaimedFeed
      readonly outcome: PollOutcome
      readonly items: readonly FeedItem[]
    }): Promise<unknown>
    planSlots(): Promise<unknown>
    claimDueSlots(): Promise<readonly ClaimedSlot[]>
    readWindow(claim: ClaimedSlot): Promise<DigestWindow>
    /** Stores the digest and its messages before anything is sent. */
    recordDigest(claim: ClaimedSlot, made: MadeDigest): Promise<unknown>
    /** Tries again later, or writes down why there is no digest. */
    failSlot(claim: ClaimedSlot, error: unknown): Promise<void>
  }
  readonly feeds: {
    poll(claimed: ClaimedFeed): Promise<PollOutcome>
    /** The better of the feed's text and the page's, for those that are news. */
    readPages(items: readonly FeedItem[]): Promise<readonly FeedItem[]>
  }
  readonly briefing: Pick<BriefTools, 'extractive' | 'model' | 'verifyDraft' | 'onFault'>
  readonly delivery: Deliverer
  readonly corrections: { correctDue(signal: AbortSignal): Promise<void> }
  onFault(error: unknown, id: string): void
}
