import type { Migration } from './migration.ts'

/** By which retention finds what is old, without looking at what is not. */
const ages: readonly (readonly [table: string, column: string])[] = [
  ['feed_days', 'day'],
  ['revisions', 'replaced_at_ms'],
  ['slots', 'closed_at_ms'],
  ['deliveries', 'changed_at_ms'],
  ['seen', 'at_ms'],
  ['told', 'at_ms'],
  ['told_articles', 'at_ms'],
  ['story_traces', 'at_ms'],
  ['messages', 'posted_at_ms'],
  ['audit', 'at_ms'],
  ['actions', 'created_at_ms'],
  ['arrivals', 'at_ms'],
  ['model_results', 'at_ms'],
]

/** What keeps a database small, and what moves it from one engine to the other. */
export const upkeep: Migration = {
  version: 3,
  name: 'upkeep',
  worksWith: 1,
  statements: () => [
    ...ages.map(([table, column]) => `create index ${table}_old on ${table} (${column})`),
    `create table transfers (direction text primary key, other text not null, progress_json text not null,
     begun_at_ms bigint not null, done_at_ms bigint)`,
  ],
}
