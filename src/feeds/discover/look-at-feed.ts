import {
  type DiscoveryTools,
  discoverFeeds,
  type FoundFeed,
  type FoundItem,
} from './discover-feeds.ts'
import type { FreshAnswers } from './fresh-answers.ts'

/** What a look at an address found: one feed, a page that offers several, or nothing to read. */
export type FeedLook =
  | {
      readonly kind: 'feed'
      readonly url: string
      readonly title: string
      readonly language: string | undefined
      /** The newest first. */
      readonly items: readonly FoundItem[]
      readonly warnings: readonly string[]
    }
  | {
      readonly kind: 'choice'
      readonly feeds: readonly { readonly url: string; readonly title: string }[]
    }
  | { readonly kind: 'failed'; readonly why: string }

/**
 * What a person is shown before adding a feed, or when testing one. The answers are kept for a few minutes as fresh, so
 * that the first poll of a feed added then makes no second request (E10).
 */
export async function lookAtFeed(
  address: string,
  tools: DiscoveryTools & { readonly fresh: FreshAnswers },
): Promise<FeedLook> {
  const discovery = await discoverFeeds(address, tools)
  if (discovery.kind === 'none') return { kind: 'failed', why: discovery.why }
  for (const feed of discovery.feeds) tools.fresh.keep(feed.answer)
  const [first, ...others] = discovery.feeds
  if (others.length === 0) return toLook(first)
  return { kind: 'choice', feeds: discovery.feeds.map(({ url, title }) => ({ url, title })) }
}

function toLook({ url, title, language, newest: items, warnings }: FoundFeed): FeedLook {
  return { kind: 'feed', url, title, language, items, warnings }
}
