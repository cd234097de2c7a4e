import { type HostHolds, restoreHolds } from '../feeds/poll/host-holds.ts'
import { checkAfterStart } from '../feeds/poll/next-check.ts'
import { polledFeeds, putOff } from '../store/feeds/late-feeds.ts'
import type { Store } from '../store/store.ts'
import type { Random } from '../support/random.ts'

/**
 * Once at a start, before the first poll: sites that asked us to wait are left alone still, and the feeds that came due
 * while nobody looked are spread over their interval, so that a start does not send all requests at once (E3, E13).
 */
export function resumePolling(store: Store, holds: HostHolds, random: Random): Promise<void> {
  return store.everywhere(async (tx) => {
    const feeds = await polledFeeds(tx)
    restoreHolds(holds, feeds, tx.now)
    const late = feeds.filter(({ state }) => !state.disabled && state.nextCheckAt <= tx.now)
    const times = late.map(({ feedId, state }) => ({
      feedId,
      untilAt: checkAfterStart(state, tx.now, random),
    }))
    await putOff(tx, times)
  })
}
