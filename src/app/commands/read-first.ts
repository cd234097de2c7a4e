import type { FeedId } from '../../domain/ids.ts'
import type { FeedItem } from '../../feeds/to-articles.ts'
import type { House } from '../../pipeline.ts'
import { claimFeed, releaseFeed } from '../../store/feeds/claim-feeds.ts'
import type { Store } from '../../store/store.ts'

const leaseMs = 120_000
const dayMs = 86_400_000
/** Their pages are read one a second, while somebody waits. */
const mostKept = 5

/**
 * The first look at a feed that a person has just added. Nothing of a first fetch is news to a bot that finds the feed by
 * itself; whoever adds one wants its newest articles of the last day in the next digest. How many those are.
 */
export async function readFirst(
  id: FeedId,
  store: Store,
  { feeds, store: kept, clock }: Pick<House, 'feeds' | 'store' | 'clock'>,
): Promise<number> {
  const claimed = await store.shared((tx) => claimFeed(tx, id, leaseMs))
  if (!claimed) return 0
  const release = () => store.shared((tx) => releaseFeed(tx, claimed))
  if (claimed.state.lastSuccessAt) {
    await release()
    return 0
  }
  try {
    const outcome = await feeds.poll(claimed)
    const found = outcome.kind === 'read' ? ofToday(outcome.items, clock.now()) : []
    const items = await feeds.readPages(found)
    await kept.keepPoll({ claimed, outcome, items })
    return items.filter(({ isNews }) => isNews).length
  } catch (error) {
    await release()
    throw error
  }
}

/** The same items; the newest of the last day are news. */
function ofToday(items: readonly FeedItem[], now: Date): readonly FeedItem[] {
  const since = now.getTime() - dayMs
  const wanted = items
    .filter(({ kind, article: { publishedAt, text } }) => {
      return kind === 'new' && text !== '' && publishedAt && publishedAt.getTime() >= since
    })
    .slice(0, mostKept)
  return items.map((item) => (wanted.includes(item) ? { ...item, isNews: true } : item))
}
