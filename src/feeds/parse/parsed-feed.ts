import type { ArticleText } from '../extract/html-text.ts'

/** One raw item as the feed gives it, links resolved, text as the feed's own HTML or plain text. */
export type Entry = {
  readonly title: string | undefined
  /** Absolute http or https address. */
  readonly link: string | undefined
  /** The publisher's own id (`guid`, `atom:id`, `rdf:about`), as written. */
  readonly id: string | undefined
  /** ISO 8601, the day of publication first, then changes. */
  readonly dates: readonly string[]
  readonly authors: readonly string[]
  /** HTML or plain text. */
  readonly summary: string | undefined
  /** HTML or plain text; the full article in some feeds. */
  readonly content: string | undefined
  readonly categories: readonly string[]
  readonly enclosures: readonly string[]
  readonly media: readonly string[]
  /** What the feed says about the item's pictures and sounds. */
  readonly captions: readonly string[]
  /** The fuller of content and summary as plain text; only the newest entries have it. */
  readonly body?: ArticleText
  /** BCP 47 tag. */
  readonly language: string | undefined
}

/** What a feed says about its own pace; nothing here is obeyed unclamped. */
export type PaceHints = {
  /** From `ttl` or `sy:updatePeriod` and `sy:updateFrequency`. */
  readonly everyMinutes: number | undefined
  /** Hours of the day in GMT, 0 to 23, in which the publisher asks not to be polled. */
  readonly skipHours: readonly number[]
  /** English names of the days in GMT on which the publisher asks not to be polled. */
  readonly skipDays: readonly string[]
}

/** A feed as parsed, before anything is decided about its entries. */
export type ParsedFeed = {
  readonly title: string | undefined
  /** The publisher's page that the feed belongs to. */
  readonly link: string | undefined
  readonly description: string | undefined
  readonly language: string | undefined
  readonly entries: readonly Entry[]
  readonly pace: PaceHints
  /** The body was cut off and only the complete entries are here. */
  readonly truncated: boolean
  /** Sentences about what was repaired or left out. */
  readonly warnings: readonly string[]
}

/** A feed is refused only when both parsers refuse it; then both reasons are given. */
export type ParseOutcome =
  | { readonly kind: 'parsed'; readonly feed: ParsedFeed }
  | { readonly kind: 'refused'; readonly why: Refusal; readonly message: string }

export type Refusal = 'empty' | 'dtd' | 'html' | 'too-deep' | 'not-a-feed' | 'killed'
