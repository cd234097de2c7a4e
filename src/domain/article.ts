import type { ArticleId, FeedId } from './ids.ts'
import type { Range } from './passage.ts'

/** One item of a feed, normalised, with its text. Shared by all workspaces. */
export type Article = {
  readonly id: ArticleId
  readonly feedId: FeedId
  /** The outlet's name as readers know it. */
  readonly publisher: string
  /** http or https, tracking parameters stripped; undefined when the feed gives no usable link. */
  readonly url: string | undefined
  readonly title: string
  /** Cleaned plain text, a blank line between paragraphs. Every passage refers to this text and no other. */
  readonly text: string
  /** The paragraphs of `text` that are headings; they are never taken for sentences. */
  readonly headings: readonly Range[]
  /** When the publisher says it appeared, clamped to the plausible; undefined when it does not say. */
  readonly publishedAt: Date | undefined
  readonly firstSeenAt: Date
  /** BCP 47 tag; undefined when unknown. */
  readonly language: string | undefined
  readonly byline: string | undefined
  /** The text rests on the free part of a paywalled page. */
  readonly partial: boolean
  /** 1 for the text as first read; each change of the text by the publisher adds one. */
  readonly revision: number
}
