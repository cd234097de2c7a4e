import type { ChannelRef } from './channel.ts'
import type { DigestId, FeedId, WorkspaceId } from './ids.ts'
import type { Schedule } from './schedule.ts'

export type DigestLength = 'headlines' | 'short' | 'detailed'

/** Which of a workspace's feeds a digest reads. */
export type FeedChoice =
  | { readonly kind: 'all' }
  | { readonly kind: 'named'; readonly names: readonly string[] }
  | { readonly kind: 'categories'; readonly categories: readonly string[] }

/** A workspace's wish for a feed. */
export type FeedSubscription = {
  readonly workspaceId: WorkspaceId
  readonly feedId: FeedId
  readonly url: string
  /** The name readers see as the outlet. */
  readonly name: string
  readonly categories: readonly string[]
  /** 1 is usual; more puts its stories higher. */
  readonly weight: number
  readonly language: string | undefined
  readonly paused: boolean
  readonly managedBy: 'file' | 'command'
}

/** A channel's standing wish: which feeds, when, how long, in which language. */
export type Subscription = {
  readonly id: DigestId
  readonly workspaceId: WorkspaceId
  /** Unique in the workspace: `morning`. */
  readonly name: string
  /** As readers see it above the digest: "Morning briefing". */
  readonly title: string
  readonly channel: ChannelRef
  readonly schedule: Schedule
  readonly feeds: FeedChoice
  /** 3 to 15. */
  readonly stories: number
  readonly length: DigestLength
  /** The reader's language; undefined keeps each article's own. */
  readonly language: string | undefined
  readonly onEmpty: 'skip' | 'say so'
  readonly images: boolean
  /** Only where a digest asks for it: the role or group to mention, as the platform's own id. */
  readonly mention: string | undefined
  readonly paused: boolean
  readonly managedBy: 'file' | 'command'
}
