import type { Article } from '../domain/article.ts'
import type { Briefing } from '../domain/briefing.ts'
import type { ChannelRef } from '../domain/channel.ts'
import type { Caller } from '../domain/command.ts'
import type { Digest } from '../domain/digest.ts'
import type { Document } from '../domain/document.ts'
import type { FeedId, PersonId, WorkspaceId } from '../domain/ids.ts'
import type { DropReason } from '../domain/left-out.ts'
import type { Passage } from '../domain/passage.ts'
import type { FeedSubscription, Subscription } from '../domain/subscription.ts'
import type { Wishes } from '../domain/wishes.ts'
import type { Wording } from '../domain/wording/wording.ts'
import type { Clock } from '../support/clock.ts'
import type { Random } from '../support/random.ts'
import type { Memory } from './memory.ts'

/** How much a workspace may ask for (security: one workspace must not crowd out another). */
export type Quotas = {
  readonly commandsPerMinutePerPerson: number
  readonly pressesPerMinutePerPerson: number
  readonly commandsPerMinute: number
  readonly feedAddsPerMinute: number
  readonly feeds: number
  /** Channels that digests may go to. */
  readonly channels: number
}

/** For an installation of many workspaces; an operator's own one needs no limit on feeds. */
export const defaultQuotas: Quotas = {
  commandsPerMinutePerPerson: 5,
  pressesPerMinutePerPerson: 30,
  commandsPerMinute: 30,
  feedAddsPerMinute: 10,
  feeds: 200,
  channels: 50,
}

/** What a look at an address found: one feed, a page that offers several, or nothing to read. */
export type FeedLook =
  | {
      readonly kind: 'feed'
      readonly url: string
      readonly title: string
      readonly language: string | undefined
      readonly items: readonly FeedLookItem[]
      /** What is odd about the feed, though it can be read. */
      readonly warnings: readonly string[]
    }
  | {
      readonly kind: 'choice'
      readonly feeds: readonly { readonly url: string; readonly title: string }[]
    }
  /** A sentence for the person who asked. */
  | { readonly kind: 'failed'; readonly why: string }

/** An item as it would be shown; the newest first. */
export type FeedLookItem = {
  readonly title: string
  readonly text: string
  readonly url: string | undefined
  readonly publishedAt: Date | undefined
}

export type OpmlReading =
  | {
      readonly kind: 'read'
      readonly feeds: readonly {
        readonly url: string
        readonly title: string
        readonly categories: readonly string[]
      }[]
      /** Outlines that are no feeds, with the reason. */
      readonly refused: readonly { readonly title: string; readonly why: string }[]
    }
  | { readonly kind: 'failed'; readonly why: string }

/** What is to be composed now, for one person or as a look ahead; nothing is recorded. */
export type ComposeRequest = {
  /** The digest; for a briefing on demand one made up for the occasion. */
  readonly subscription: Subscription
  /** Only what came in since then; undefined: what the digest has not used yet. */
  readonly since: Date | undefined
  /** Only stories that are about these words. */
  readonly topic: string | undefined
  /** Whose follows and mutes count; undefined: nobody's. */
  readonly personId: PersonId | undefined
  readonly wording: Wording
}

export type Composed = {
  readonly digest: Digest
  /** Why each briefing has its place, in the order of the digest's briefings. */
  readonly reasons: readonly (readonly string[])[]
  readonly leftOut: readonly {
    readonly title: string
    readonly reason: DropReason
    readonly words: string
  }[]
}

/** What became of a digest that was run out of turn; `words` say more, for the person who asked. */
export type DigestRun = {
  readonly kind: 'posted' | 'queued' | 'repeated' | 'empty' | 'failed'
  readonly words: string
}

export type LinkSummaryRequest = {
  readonly url: string
  readonly length: Subscription['length']
  readonly style: 'bullets' | '5w' | 'eli5'
  readonly language: string | undefined
  readonly caller: Caller
  readonly wording: Wording
}

export type LinkSummary =
  | { readonly kind: 'briefing'; readonly briefing: Briefing; readonly note?: string }
  | { readonly kind: 'failed'; readonly why: string }

export type AnswerRequest = {
  readonly question: string
  /** The best first. */
  readonly articles: readonly Article[]
  readonly workspaceId: WorkspaceId
  readonly wording: Wording
}

export type Answer = {
  /** False when the articles do not say. */
  readonly answered: boolean
  readonly points: readonly { readonly text: string; readonly evidence: readonly Passage[] }[]
  /** What comes nearest, when they do not say. */
  readonly closest: Passage | undefined
  /** Why the language model was not used, or that not all it said was; a sentence. */
  readonly note: string | undefined
}

/** What commands need of the rest of the house. */
export type CommandTools = {
  readonly clock: Clock
  readonly random: Pick<Random, 'id'>
  readonly quotas: Quotas
  inWorkspace<Result>(
    workspaceId: WorkspaceId,
    work: (memory: Memory) => Promise<Result>,
  ): Promise<Result>
  /** Told of an error that nobody expects, with the number under which the caller was told of it. */
  onFault(error: unknown, number: string): void

  /** Who may configure the bot by the platform's own word, by name; empty where it does not tell. */
  adminNames(workspaceId: WorkspaceId): Promise<readonly string[]>
  /** Whether the caller can see the channel and post there. */
  mayPost(caller: Caller, channel: ChannelRef): Promise<boolean>
  /** The caller's own conversation with the bot; undefined when there can be none. */
  directChannel(caller: Caller): Promise<ChannelRef | undefined>
  tellAdmins(workspaceId: WorkspaceId, document: Document): Promise<void>

  /** Fetches once, politely, and keeps nothing. */
  lookAtFeed(url: string): Promise<FeedLook>
  /** Reads a feed that was just added for the first time; how many of its newest articles are in the next digest. */
  readFirst(feed: FeedId): Promise<number>
  readOpml(text: string): OpmlReading
  writeOpml(feeds: readonly FeedSubscription[]): string
  compose(request: ComposeRequest): Promise<Composed>
  /** Composes, records and posts the digest now, outside its schedule. */
  runDigest(subscription: Subscription, caller: Caller): Promise<DigestRun>
  summarizeLink(request: LinkSummaryRequest): Promise<LinkSummary>
  answer(request: AnswerRequest): Promise<Answer>
  /** The configuration file that asks for these wishes. */
  writeConfig(wishes: Wishes): string
}
