import type { Article } from './article.ts'
import type { Briefing } from './briefing.ts'
import type { Correction } from './correction.ts'
import type { ArticleId, SlotId, StoryId } from './ids.ts'

/** What a channel was told of a story in earlier digests. */
export type Told = {
  /** When the story was last told there. */
  readonly at: Date
  readonly headline: string
  /** The points and quotes already printed, as printed. */
  readonly points: readonly string[]
  readonly quotes: readonly string[]
  readonly articleIds: readonly string[]
  /** The texts of those articles as they stood when they were told; fewer where they are no longer kept. */
  readonly texts: readonly string[]
}

/** The articles that tell of one event, for one channel. */
export type Story = {
  readonly id: StoryId
  /** At least one; the fullest telling first. */
  readonly articles: readonly [Article, ...Article[]]
  /** What the channel already knows of it; undefined for a story that is new to the channel. */
  readonly told: Told | undefined
}

/** A story with its place in a digest and why it has it. */
export type RankedStory = {
  readonly story: Story
  readonly score: number
  /** In words, for "why is this here": "told by 3 outlets", "boosted by the filter …". */
  readonly reasons: readonly string[]
  /** A filter wants no more of it than its headline and its sources. */
  readonly isMention: boolean
}

/** A story as a channel was told of it last, and what its articles say now. */
export type ToldStory = {
  readonly id: StoryId
  /** The digest that told it last. */
  readonly slotId: SlotId
  readonly told: Told
  /** What stands in the channel, with the passages that it rests on. */
  readonly briefing: Briefing
  /** Those that are still kept, as they stand now. */
  readonly articles: readonly Article[]
  /** The revision of each article that the channel was told of, and its text as it stood; fewer texts than articles. */
  readonly revisions: ReadonlyMap<ArticleId, number>
  readonly textsThen: ReadonlyMap<ArticleId, string>
  /** What was corrected of it in the channel, the oldest first. */
  readonly corrections: readonly Correction[]
}
