import type { Generated } from 'kysely'

/** Tables of public data, shared by all workspaces. Times are milliseconds since 1970, truth is 0 or 1, `json` is text. */
export type SharedTables = {
  feeds: {
    id: string
    url: string
    title: string
    home_url: string | null
    poll_state_json: string | null
    next_check_at_ms: number
    lease_until_ms: number
    fence: number
    added_at_ms: number
  }
  feed_days: {
    feed_id: string
    day: string
    polls: number
    unchanged: number
    failures: number
    articles: number
  }
  articles: {
    number: Generated<number>
    id: string
    feed_id: string
    publisher: string
    url: string | null
    title: string
    text: string
    headings_json: string
    published_at_ms: number | null
    first_seen_at_ms: number
    revised_at_ms: number
    language: string | null
    byline: string | null
    partial: number
    revision: number
  }
  /** The names under which items stood in a feed: several for each item, so that it is known again by any of them. */
  sightings: {
    feed_id: string
    identity: string
    article_id: string
    fingerprint: string
    seen_at_ms: number
  }
  /** The feeds that brought an article as news, and when it came or was last changed. */
  feed_articles: { feed_id: string; article_id: string; seen_at_ms: number }
  revisions: {
    article_id: string
    revision: number
    title: string
    text: string
    replaced_at_ms: number
  }
  /** Small facts of the whole installation, with an end. */
  kept_values: { key: string; value_json: string; until_ms: number }
  processes: {
    id: string
    roles_json: string
    version: string
    host: string
    started_at_ms: number
    beat_at_ms: number
  }
  /** One row for a copy that came into this database (`in`), one for a copy that took its place elsewhere (`out`). */
  transfers: {
    direction: 'in' | 'out'
    /** The other database, without secrets. */
    other: string
    progress_json: string
    begun_at_ms: number
    done_at_ms: number | null
  }
  quality_days: { day: string; kind: string; count: number }
}
