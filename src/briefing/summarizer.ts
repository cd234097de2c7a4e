import type { Article } from '../domain/article.ts'
import type { Authorship, Checks, Point } from '../domain/briefing.ts'
import type { DigestId, WorkspaceId } from '../domain/ids.ts'
import type { Quote } from '../domain/quote.ts'
import type { Told } from '../domain/story.ts'
import type { DigestLength } from '../domain/subscription.ts'

/** What a summarizer is given: one story, and how it is to be told. */
export type SummaryRequest = {
  /** The fullest telling first. Nothing that they do not say may be written. */
  readonly articles: readonly [Article, ...Article[]]
  readonly length: DigestLength
  /** The reader's language as a BCP 47 tag; undefined keeps each article's own. */
  readonly language: string | undefined
  /** What the channel already knows; only what changed since is wanted. */
  readonly told: Told | undefined
  readonly now: Date
  /** On whose account money is spent. */
  readonly workspaceId: WorkspaceId | undefined
  /** For which digest; undefined for a single article. */
  readonly digestId?: DigestId | undefined
}

/** A briefing's text before it is verified. Every point and quote names the passage that it rests on. */
export type Draft = {
  readonly headline: string
  readonly points: readonly Point[]
  readonly quotes: readonly Quote[]
}

/**
 * Writes the text of a briefing: the extractive one from the articles' own sentences, the language model in its own words.
 * Throws a `SummarizerError`, a sentence for the reader, when it has nothing that may be printed.
 */
export type Summarizer = {
  readonly name: Authorship['summarizer']
  summarize(request: SummaryRequest): Promise<Draft>
}

/** What is left of a draft when it was verified, and what was taken out. */
export type VerifiedDraft = { readonly draft: Draft; readonly checks: Checks }

/** Takes out of a draft what its articles do not say; `spare`, the extractive draft, fills the gaps. */
export type VerifyDraft = (draft: Draft, request: SummaryRequest, spare: Draft) => VerifiedDraft
