import type { PollOutcome } from '../feeds/poll-feed.ts'
import type { FeedItem } from '../feeds/to-articles.ts'
import { remember } from '../store/articles/remember.ts'
import type { ClaimedFeed } from '../store/feeds/claim-feeds.ts'
import { moveFeed, type PollRecord, recordPoll } from '../store/feeds/record-poll.ts'
import type { Store } from '../store/store.ts'
import type { EverywhereTx } from '../store/transaction.ts'
import { type Batched, type BatchLimits, createBatch } from '../support/batch.ts'
import { systemClock } from '../support/clock.ts'

/** A poll that is over, with its items as they are to be kept: the pages of those that are news have been read. */
export type KeptPoll = {
  readonly claimed: ClaimedFeed
  readonly outcome: PollOutcome
  readonly items: readonly FeedItem[]
}

/** What a kept poll changed; `lost` when another process has taken the feed over since, and nothing was written. */
export type PollChange =
  | { readonly kind: 'kept'; readonly added: number; readonly revised: number }
  | { readonly kind: 'lost' }

/** Short transactions: a longer one would hold up the event loop on SQLite. */
const pollsPerTransaction = 20

/** A poll may wait this long for others, in real time also where a demonstration moves its clock: the disk is spared. */
const patienceMs = 25
const usualPatience = (signal: AbortSignal) => systemClock.sleep(patienceMs, signal)

/** Keeps polls, several in one transaction: a commit costs the same for one as for twenty. */
export function createPollKeeper(
  store: Store,
  patience: BatchLimits['patience'] = usualPatience,
): Batched<KeptPoll, PollChange> {
  return createBatch({ most: pollsPerTransaction, patience }, (polls) =>
    store.everywhere(async (tx) => {
      const changes: PollChange[] = []
      for (const poll of polls) changes.push(await keepPoll(tx, poll))
      return changes
    }),
  )
}

async function keepPoll(
  tx: EverywhereTx,
  { claimed, outcome, items }: KeptPoll,
): Promise<PollChange> {
  const record: PollRecord = {
    state: outcome.state,
    outcome: outcome.kind,
    articles: items.filter(({ isNews }) => isNews).length,
    ...(outcome.kind === 'read' && { facts: outcome.facts }),
  }
  if (!(await recordPoll(tx, claimed, record))) return { kind: 'lost' }
  const movedTo = 'movedTo' in outcome ? outcome.movedTo : undefined
  if (movedTo !== undefined) await moveFeed(tx, claimed.feed.id, movedTo)
  return { kind: 'kept', ...(await remember(tx, items)) }
}
