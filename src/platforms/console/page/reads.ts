import type { Briefing } from '../../../domain/briefing.ts'
import type { ChannelRef, PlatformName } from '../../../domain/channel.ts'
import type { Correction } from '../../../domain/correction.ts'
import type { DeliveryState } from '../../../domain/delivery.ts'
import type { Document } from '../../../domain/document.ts'
import type { SlotId, StoryId, WorkspaceId } from '../../../domain/ids.ts'
import type { Platform, RenderedMessage } from '../../../domain/platform.ts'
import type { SlotState } from '../../../domain/slot.ts'
import type { FeedSubscription, Subscription } from '../../../domain/subscription.ts'

/** A message as it was posted. */
export type StandingMessage = {
  readonly document: Document
  /** The story that it tells; undefined for a digest's first message. */
  readonly storyId: StoryId | undefined
}

/** What stands in a channel, each message with those beneath it. */
export type StandingThread = StandingMessage & {
  readonly replies: readonly StandingMessage[]
  /** The messages as their platform was given them, where that is another than the console. */
  readonly posted?: {
    readonly platform: PlatformName
    readonly messages: readonly {
      readonly message: RenderedMessage
      readonly storyId: StoryId | undefined
    }[]
  }
}

/** A story as the list of stories shows it. */
export type StoryLine = {
  readonly storyId: StoryId
  readonly headline: string
  readonly at: Date
  readonly channel: ChannelRef | undefined
  readonly outlets: readonly string[]
  readonly quotes: number
}

/** An article's text as it stood when its story was told. */
export type ArticleThen = {
  readonly articleId: string
  readonly publisher: string
  readonly title: string
  readonly url: string | undefined
  readonly publishedAt: Date | undefined
  readonly language: string | undefined
  readonly text: string
}

/** A story with everything that it rests on. */
export type StoryInFull = {
  readonly briefing: Briefing
  /** Those whose text is still kept. */
  readonly articles: readonly ArticleThen[]
  /** The first one first. */
  readonly tellings: readonly { readonly at: Date; readonly channel: ChannelRef | undefined }[]
  readonly corrections: readonly Correction[]
}

/** A feed of the workspace, and how it does. */
export type FeedStanding = {
  readonly feed: FeedSubscription
  readonly health: 'paused' | 'new' | 'ok' | 'quiet' | 'failing' | 'stopped'
  /** The last error in words, and since when; undefined for a feed that can be read. */
  readonly fault: { readonly sentence: string; readonly sinceAt: Date } | undefined
  /** The publisher's own page, as the feed gives it. */
  readonly homeUrl: string | undefined
  readonly newestAt: Date | undefined
  readonly lastCheckedAt: Date | undefined
  /** Undefined when nobody looks any more until somebody asks for it. */
  readonly nextCheckAt: Date | undefined
  readonly bytesSaved: number
  /** New articles a day, the oldest day first and today last. */
  readonly perDay: readonly number[]
  /** Polls in these days, and how many found nothing new to send. */
  readonly polls: number
  readonly unchanged: number
}

/** A digest of a channel, and when it comes. */
export type DigestStanding = {
  readonly digest: Subscription
  /** "Mon, Tue at 08:00 (Europe/Berlin)". */
  readonly schedule: string
  readonly nextRuns: readonly Date[]
}

/** One run of a digest and what became of it. */
export type EditionLine = {
  readonly slotId: SlotId
  /** The digest's name. */
  readonly name: string
  readonly dueAt: Date
  readonly state: SlotState
  /** Why it ended so. */
  readonly words: string
  readonly stories: readonly { readonly storyId: StoryId; readonly headline: string }[]
  readonly lateUntil: Date | undefined
  readonly messages: readonly {
    readonly state: DeliveryState
    readonly words: string
    readonly count: number
  }[]
}

/** Something that the checks took out of a story, or that stood in a story's way. */
export type QualityFinding = {
  readonly storyId: StoryId
  readonly at: Date
  readonly text: string
  readonly why: string
}

/** What was checked, reported and paid; figures are one a day. */
export type Quality = {
  /** `2026-11-24` in UTC, the last one today. */
  readonly days: readonly string[]
  readonly quotesPrinted: readonly number[]
  readonly quotesDropped: readonly number[]
  readonly pointsPrinted: readonly number[]
  readonly pointsReplaced: readonly number[]
  /** Stories for which the language model was asked in vain. */
  readonly fellBack: readonly number[]
  readonly reported: readonly number[]
  readonly microDollars: readonly number[]
  /** Of the language model, in all these days. */
  readonly calls: number
  /** The latest first, like all that follow. */
  readonly dropped: readonly QualityFinding[]
  readonly replaced: readonly QualityFinding[]
  readonly fallBacks: readonly QualityFinding[]
  readonly reports: readonly {
    readonly kind: 'report' | 'split'
    readonly at: Date
    readonly words: string
  }[]
}

/** The house at work, over all workspaces. */
export type SystemState = {
  readonly database: string
  /** Due by the clock and taken on by nobody. */
  readonly due: Readonly<Record<'feeds' | 'digests' | 'messages', number>>
  readonly messages: Readonly<Record<DeliveryState, number>>
  readonly suspended: readonly {
    readonly workspaceId: WorkspaceId
    /** `*` stands for every channel. */
    readonly channel: string
    readonly since: Date
    readonly words: string
  }[]
  /** Lines of the last hour without secrets, the oldest first. */
  readonly log: readonly { readonly at: Date; readonly line: string }[]
}

/** What the page reads of one workspace; the application has all of it. */
export type PageReads = {
  /** The channels in which anything stands, or will. */
  channels(): Promise<readonly ChannelRef[]>
  /** The oldest first. */
  threads(channel: ChannelRef): Promise<readonly StandingThread[]>
  /** Differs whenever what stands in the channel does. */
  channelMark(channel: ChannelRef): Promise<string>
  /** The latest first. */
  stories(): Promise<readonly StoryLine[]>
  story(id: string): Promise<StoryInFull | undefined>
  /** By name. */
  feeds(): Promise<readonly FeedStanding[]>
  /** By name. */
  digests(): Promise<readonly DigestStanding[]>
  /** The newest first. */
  editions(digests: readonly Subscription[]): Promise<readonly EditionLine[]>
  quality(): Promise<Quality>
}

/** What the page reads, workspace by workspace. */
export type PageHouse = {
  /** Every workspace with a digest or a feed, the console's own first. */
  workspaces(): Promise<readonly WorkspaceId[]>
  readsOf(workspaceId: WorkspaceId): PageReads
  /** How a platform is given a digest. */
  rendererFor(platform: PlatformName): Promise<Platform['render']>
  system(): Promise<SystemState>
}
