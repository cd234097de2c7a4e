import type { ArticleId, FeedId } from './ids.ts'

/** That an item stood in a feed under one of its names. An item has several; any of them found again means it is known. */
export type Sighting = {
  readonly feedId: FeedId
  /** `guid:…`, `url:…`, `day:…` or `title:…` and a hash; unique within the feed. */
  readonly identity: string
  readonly articleId: ArticleId
  /** Hash of the item's title and text as the feed gave them; another one means that the publisher changed it; empty: not read. */
  readonly fingerprint: string
}
