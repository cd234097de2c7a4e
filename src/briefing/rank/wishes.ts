import type { ChannelRef } from '../../domain/channel.ts'
import type { Filter } from '../../domain/filter.ts'
import type { Follow, Mute } from '../../domain/mute.ts'
import type { FeedSubscription } from '../../domain/subscription.ts'
import type { Wording } from '../../domain/wording/wording.ts'

/** What a channel wants to read, as far as ranking asks. */
export type ReaderWishes = {
  readonly digest: string
  readonly channel: ChannelRef
  /** All of the workspace's; those for other digests and channels are passed over. */
  readonly filters: readonly Filter[]
  readonly mutes: readonly Mute[]
  readonly follows: readonly Follow[]
  /** For the weights and the names under which the workspace knows its outlets. */
  readonly feeds: readonly Pick<FeedSubscription, 'feedId' | 'name' | 'weight'>[]
  readonly now: Date
  /** Where the window of the digest begins: a weekly digest takes in what is a week old. */
  readonly since: Date
  /** For the reasons, in the language of the digest. */
  readonly wording: Wording
}
