import type { ArticleId, StoryId } from './ids.ts'

/** Why an article is not in a digest. A new reason needs words in every catalogue (`dropped.…`). */
export type DropReason =
  /** A filter drops it. */
  | 'filtered'
  | 'muted'
  /** Its publisher's date is too long ago. */
  | 'old'
  /** It has no date and was first seen too long ago. */
  | 'undated'
  /** It says nothing that the channel was not told. */
  | 'told'
  /** Its story came after the last place. */
  | 'no-room'

/** An article that was read and is not in the digest. */
export type LeftOut = {
  readonly articleId: ArticleId
  readonly storyId: StoryId
  readonly reason: DropReason
  /** A sentence for "why is that missing": which filter, how old, when it was told. */
  readonly words: string
}
