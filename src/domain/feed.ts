import type { FeedId } from './ids.ts'

/** A document at a URL that lists articles. One row and one fetch, however many workspaces want it. */
export type Feed = {
  readonly id: FeedId
  readonly url: string
  /** The publisher's name as the feed gives it; the host name until the first fetch. */
  readonly title: string
  readonly homeUrl: string | undefined
}

/** ETag and Last-Modified, byte for byte as the last full answer carried them. */
export type Validators = {
  readonly etag: string | undefined
  readonly lastModified: string | undefined
}
