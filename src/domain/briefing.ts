import type { StoryId } from './ids.ts'
import type { Passage } from './passage.ts'
import type { Quote } from './quote.ts'

/** A full sentence that stands alone, and the passages that it rests on. */
export type Point = {
  readonly text: string
  readonly evidence: readonly [Passage, ...Passage[]]
}

/** An article that a story is told from, as a reader sees it. */
export type Source = {
  readonly articleId: string
  readonly publisher: string
  readonly url: string | undefined
  readonly title: string
  readonly publishedAt: Date | undefined
  /** BCP 47 tag, for "(German)" beside the link. */
  readonly language: string | undefined
  /** The text rests on the free part of a paywalled page. */
  readonly partial: boolean
}

/** Two outlets give different figures for the same thing; both are shown, neither is believed. */
export type Disagreement = {
  /** "Harbour Post counts 12 injured, Wire One 14." */
  readonly text: string
  readonly evidence: readonly [Passage, Passage, ...Passage[]]
}

/** Who wrote the points, and what stood in its way. */
export type Authorship = {
  readonly summarizer: 'extractive' | 'language-model'
  /** Why the language model was not used although it was asked for, as a sentence. */
  readonly fellBackBecause: string | undefined
}

/** What verification took out, for the footer and the metrics. */
export type Checks = {
  readonly quotesDropped: readonly { readonly text: string; readonly verdict: QuoteVerdict }[]
  readonly pointsReplaced: readonly { readonly text: string; readonly why: string }[]
}

/** What a check of a quote against its article says. */
export type QuoteVerdict = 'supported' | 'misattributed' | 'stitched' | 'altered'

/** One story told short. Without evidence it cannot be built. */
export type Briefing = {
  readonly storyId: StoryId
  /** At most 90 characters, from a source's own words where it can be. */
  readonly headline: string
  /** One to four; empty only where the sources have a title and nothing else, or no more than a mention is wanted. */
  readonly points: readonly Point[]
  /** At most three, each saying something that the points do not. */
  readonly quotes: readonly Quote[]
  readonly disagreements: readonly Disagreement[]
  readonly sources: readonly [Source, ...Source[]]
  /** Set when the channel was told before: only what changed is in the points. */
  readonly updatedSince: Date | undefined
  readonly authorship: Authorship
  readonly checks: Checks
}
