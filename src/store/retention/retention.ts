import type { KeepDays } from '../../domain/retention.ts'
import type { Store } from '../store.ts'
import type { EverywhereTx } from '../transaction.ts'
import { countOld, forgetSome } from './forget.ts'
import { forgetGoneWorkspaces } from './gone-workspaces.ts'
import { forgetArticles } from './old-articles.ts'
import { forgetSightings, nextFeeds, takeDailyLook } from './old-sightings.ts'
import { rulesFor } from './rules.ts'
import { forgetUnwantedFeeds } from './unwanted-feeds.ts'

/** Rows of one transaction: some milliseconds, in which nobody else can write on SQLite. */
const rowsAtOnce = 500
const feedsAtOnce = 200
const dayMs = 86_400_000

/** Deletes at most so many rows; 0 when there is nothing more to do. */
type Step = (tx: EverywhereTx, limit: number) => Promise<number>

/**
 * Lets go of everything that is past its limit, in small steps; how many rows that were. Nothing that is still promised,
 * can be taken back or is corrected goes. Ends after the step in which the signal fires; `pause` comes after each that took
 * some.
 */
export async function keepWithinLimits(
  store: Store,
  keep: KeepDays,
  signal: AbortSignal,
  pause: () => Promise<void> = () => Promise.resolve(),
): Promise<number> {
  let gone = 0
  for await (const step of stepsOf(store, keep)) {
    let some = 1
    while (some > 0 && !signal.aborted) {
      some = await store.everywhere((tx) => step(tx, rowsAtOnce))
      gone += some
      if (some > 0) await pause()
    }
    if (signal.aborted) return gone
  }
  return gone
}

async function* stepsOf(store: Store, keep: KeepDays): AsyncGenerator<Step> {
  const now = await store.everywhere((tx) => Promise.resolve(tx.now))
  for (const rule of rulesFor(now, keep)) yield (tx, limit) => forgetSome(tx, rule, limit)
  const before = new Date(now.getTime() - keep.articles * dayMs)
  yield (tx, limit) => forgetArticles(tx, before, limit)
  yield forgetGoneWorkspaces
  yield forgetUnwantedFeeds
  if (await store.everywhere(takeDailyLook)) yield* sightingSteps(store)
}

/** Nothing says which sightings are old but a look at each feed's. */
async function* sightingSteps(store: Store): AsyncGenerator<Step> {
  let feeds = await store.everywhere((tx) => nextFeeds(tx, '', feedsAtOnce))
  while (feeds.length > 0) {
    for (const id of feeds) yield (tx, limit) => forgetSightings(tx, id, limit)
    const last = feeds.at(-1) ?? ''
    feeds = await store.everywhere((tx) => nextFeeds(tx, last, feedsAtOnce))
  }
}

/** Rows that are past their limits, table by table and counted no further than `most` each: what retention has before it. */
export async function backlogOf(
  tx: EverywhereTx,
  keep: KeepDays,
  most: number,
): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>()
  for (const rule of rulesFor(tx.now, keep)) {
    const count = await countOld(tx, rule, most)
    if (count > 0) counts.set(rule.table, count)
  }
  return counts
}
