import type { Article } from './article.ts'
import type { StoryId } from './ids.ts'

/** What a channel was told of a story in an earlier digest. */
export type Told = {
  /** When the story was last told there. */
  readonly at: Date
  readonly headline: string
  /** The points and quotes already printed, as printed. */
  readonly points: readonly string[]
  readonly quotes: readonly string[]
  readonly articleIds: readonly string[]
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
}
