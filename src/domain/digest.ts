import type { Briefing } from './briefing.ts'
import type { ChannelRef } from './channel.ts'
import type { DigestId, WorkspaceId } from './ids.ts'
import type { DropReason } from './left-out.ts'
import type { DigestLength } from './subscription.ts'

/** What was read for a digest and what became of it; printed as its footer. */
export type Coverage = {
  readonly feedsRead: number
  readonly feedsFailed: readonly { readonly name: string; readonly why: string }[]
  readonly articlesRead: number
  /** Articles left out, by reason, for every reason but that their story had no place. */
  readonly dropped: readonly {
    readonly reason: Exclude<DropReason, 'no-room'>
    readonly count: number
  }[]
  /** Stories that came after the last place. */
  readonly storiesLeftOut: number
  readonly quotesDropped: number
  readonly pointsReplaced: number
  /** "Written by the built-in summarizer: the language model did not answer in time." */
  readonly notes: readonly string[]
}

/** The ordered briefings that one channel gets at one time. */
export type Digest = {
  readonly workspaceId: WorkspaceId
  readonly digestId: DigestId
  /** "Morning briefing". */
  readonly title: string
  readonly channel: ChannelRef
  /** The instant it was due. */
  readonly dueAt: Date
  /** When the digest before it was due; undefined for the first. */
  readonly since: Date | undefined
  /** Set when it comes late: when the bot was back. */
  readonly lateUntil: Date | undefined
  readonly timezone: string
  /** The language of the headings and the footer. */
  readonly language: string
  readonly length: DigestLength
  readonly mention: string | undefined
  readonly briefings: readonly Briefing[]
  readonly coverage: Coverage
  /** When the next one is due; printed when there is nothing new. */
  readonly nextAt: Date | undefined
}
