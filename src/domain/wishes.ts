import type { Filter } from './filter.ts'
import type { FeedSubscription, Subscription } from './subscription.ts'

/** A feed as somebody asks for it; the store gives it its id. */
export type FeedWish = Omit<FeedSubscription, 'workspaceId' | 'feedId' | 'managedBy'>

/** A digest as somebody asks for it. */
export type DigestWish = Omit<Subscription, 'id' | 'workspaceId' | 'managedBy'>

/** Everything that a configuration file asks for. */
export type Wishes = {
  readonly feeds: readonly FeedWish[]
  readonly digests: readonly DigestWish[]
  readonly filters: readonly Filter[]
}
