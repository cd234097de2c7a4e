import type { ArticleId } from './ids.ts'

/** What a publisher has changed since of what stands in a channel. */
export type Correction = {
  readonly articleId: ArticleId
  /** The revision that changed it. */
  readonly revision: number
  readonly at: Date
  /** "Wire One now counts 14 injured, not 12." */
  readonly what: string
}
