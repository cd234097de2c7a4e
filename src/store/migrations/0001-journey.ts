import type { Engine } from '../engine.ts'
import { workspaceTables } from '../tables/tables.ts'
import type { Migration } from './migration.ts'

function table(name: string, columns: string, manner = ''): string {
  return `create table ${name} (${columns}) ${manner}`
}

function shared({ numberedKey, keptByKey }: Engine): readonly string[] {
  return [
    table(
      'feeds',
      `id text primary key, url text not null unique, title text not null,
       home_url text, poll_state_json text, next_check_at_ms bigint not null,
       lease_until_ms bigint not null, fence bigint not null, added_at_ms bigint not null`,
    ),
    'create index feeds_due on feeds (next_check_at_ms)',
    table(
      'feed_days',
      `feed_id text not null, day text not null, polls bigint not null, unchanged bigint not null,
       failures bigint not null, articles bigint not null, primary key (feed_id, day)`,
    ),
    table(
      'articles',
      `number ${numberedKey}, id text not null unique, feed_id text not null, publisher text not null,
       url text, title text not null, text text not null, headings_json text not null,
       published_at_ms bigint, first_seen_at_ms bigint not null, revised_at_ms bigint not null,
       language text, byline text, partial integer not null, revision integer not null`,
    ),
    'create index articles_feed on articles (feed_id, first_seen_at_ms)',
    'create index articles_age on articles (first_seen_at_ms)',
    'create index articles_url on articles (url)',
    table(
      'sightings',
      `feed_id text not null, identity text not null, article_id text not null,
       fingerprint text not null, seen_at_ms bigint not null, primary key (feed_id, identity)`,
      keptByKey,
    ),
    table(
      'feed_articles',
      `feed_id text not null, article_id text not null, seen_at_ms bigint not null,
       primary key (feed_id, article_id)`,
      keptByKey,
    ),
    'create index feed_articles_age on feed_articles (feed_id, seen_at_ms)',
    'create index feed_articles_article on feed_articles (article_id)',
    table(
      'revisions',
      `article_id text not null, revision integer not null, title text not null, text text not null,
       replaced_at_ms bigint not null, primary key (article_id, revision)`,
    ),
    table(
      'kept_values',
      'key text primary key, value_json text not null, until_ms bigint not null',
    ),
    table(
      'processes',
      `id text primary key, roles_json text not null, version text not null, host text not null,
       started_at_ms bigint not null, beat_at_ms bigint not null`,
    ),
    table(
      'quality_days',
      'day text not null, kind text not null, count bigint not null, primary key (day, kind)',
    ),
  ]
}

const wishes: readonly string[] = [
  table(
    'workspaces',
    `workspace_id text primary key, name text not null, settings_json text not null,
     created_at_ms bigint not null, removed_at_ms bigint`,
  ),
  table(
    'installations',
    `workspace_id text primary key, sealed text not null, installed_by text not null,
     installed_at_ms bigint not null, renewing_since_ms bigint, lost_at_ms bigint,
     revoked_at_ms bigint`,
  ),
  table(
    'people',
    `workspace_id text not null, person_id text not null, name text not null, locale text,
     timezone text, personal_digest_json text, primary key (workspace_id, person_id)`,
  ),
  table(
    'permissions',
    `workspace_id text not null, subject text not null, granted_by text not null,
     granted_at_ms bigint not null, primary key (workspace_id, subject)`,
  ),
  table(
    'feed_subscriptions',
    `workspace_id text not null, feed_id text not null, name text not null,
     categories_json text not null, weight double precision not null, language text,
     paused integer not null, managed_by text not null, added_at_ms bigint not null,
     removed_at_ms bigint, primary key (workspace_id, feed_id)`,
  ),
  'create index feed_subscriptions_feed on feed_subscriptions (feed_id)',
  table(
    'subscriptions',
    `workspace_id text not null, id text not null, name text not null, title text not null,
     channel text not null,
     schedule_json text not null, feeds_json text not null, stories integer not null,
     length text not null, language text, on_empty text not null, images integer not null,
     mention text, paused integer not null, managed_by text not null, added_at_ms bigint not null,
     removed_at_ms bigint, next_slot_key text, next_due_at_ms bigint, primary key (workspace_id, id)`,
  ),
  `create unique index subscriptions_name on subscriptions (workspace_id, name)
   where removed_at_ms is null`,
  'create index subscriptions_due on subscriptions (next_due_at_ms)',
  table(
    'filters',
    `workspace_id text not null, id text not null, action text not null, field text not null,
     match text not null, value text not null, negated integer not null, scope text,
     managed_by text not null, removed_at_ms bigint, primary key (workspace_id, id)`,
  ),
  table(
    'mutes',
    `workspace_id text not null, id text not null, person_id text not null, kind text not null,
     value text not null, until_ms bigint not null, primary key (workspace_id, id)`,
  ),
  table(
    'follows',
    `workspace_id text not null, id text not null, person_id text not null, kind text not null,
     value text not null, added_at_ms bigint not null, primary key (workspace_id, id)`,
  ),
  table(
    'feedback',
    `workspace_id text not null, id text not null, person_id text not null, kind text not null,
     about text not null, words text not null, at_ms bigint not null,
     primary key (workspace_id, id)`,
  ),
  table(
    'splits',
    `workspace_id text not null, first_article_id text not null, second_article_id text not null,
     person_id text not null, at_ms bigint not null,
     primary key (workspace_id, first_article_id, second_article_id)`,
  ),
]

const records: readonly string[] = [
  table(
    'audit',
    `workspace_id text not null, id text not null, person_id text not null, name text not null,
     what text not null, before_json text not null, after_json text not null,
     at_ms bigint not null, primary key (workspace_id, id)`,
  ),
  'create index audit_age on audit (workspace_id, at_ms)',
  table(
    'actions',
    `workspace_id text not null, id text not null, command text not null, options_json text not null,
     created_at_ms bigint not null, primary key (workspace_id, id)`,
  ),
  table(
    'arrivals',
    `workspace_id text not null, id text not null, at_ms bigint not null,
     primary key (workspace_id, id)`,
  ),
  table(
    'counters',
    `workspace_id text not null, key text not null, window_start_ms bigint not null,
     count bigint not null, primary key (workspace_id, key)`,
  ),
  table(
    'spending',
    `workspace_id text not null, digest_id text not null, day text not null, calls bigint not null,
     input_tokens bigint not null, output_tokens bigint not null, micro_dollars bigint not null,
     primary key (workspace_id, digest_id, day)`,
  ),
  table(
    'model_results',
    `workspace_id text not null, key text not null, value_json text not null, at_ms bigint not null,
     primary key (workspace_id, key)`,
  ),
  table(
    'settings',
    `workspace_id text not null, key text not null, value_json text not null,
     primary key (workspace_id, key)`,
  ),
]

const deliveries: readonly string[] = [
  table(
    'slots',
    `workspace_id text not null, id text not null, digest_id text not null, slot_key text not null,
     due_at_ms bigint not null, state text not null, words text not null, attempts integer not null,
     retry_at_ms bigint not null, lease_until_ms bigint not null, fence bigint not null,
     digest_json text, closed_at_ms bigint, primary key (workspace_id, id)`,
  ),
  'create unique index slots_key on slots (workspace_id, digest_id, slot_key)',
  `create index slots_due on slots (due_at_ms) where state = 'due'`,
  'create index slots_history on slots (workspace_id, digest_id, due_at_ms)',
  table(
    'deliveries',
    `workspace_id text not null, id text not null, slot_id text not null, channel text not null,
     part integer not null, story_id text, message_json text not null, cuts integer not null,
     state text not null,
     words text not null, attempts integer not null, reconciliations integer not null,
     attempt_started_at_ms bigint, due_at_ms bigint not null, too_late_at_ms bigint not null,
     lease_until_ms bigint not null, fence bigint not null, message_id text, sent_at_ms bigint,
     changed_at_ms bigint not null, primary key (workspace_id, id)`,
  ),
  'create unique index deliveries_part on deliveries (workspace_id, slot_id, channel, part)',
  `create index deliveries_due on deliveries (due_at_ms)
   where state in ('ready', 'retry_at', 'sending', 'unknown', 'suspended')`,
  'create index deliveries_message on deliveries (workspace_id, channel, message_id)',
  table(
    'destinations',
    `workspace_id text not null, channel text not null, suspended_at_ms bigint,
     suspended_words text not null, told_admin_at_ms bigint, paused_until_ms bigint not null,
     failures_in_row integer not null, failure_days_json text not null,
     primary key (workspace_id, channel)`,
  ),
  table(
    'seen',
    `workspace_id text not null, digest_id text not null, article_id text not null,
     revision integer not null, slot_id text not null, at_ms bigint not null,
     primary key (workspace_id, digest_id, article_id)`,
  ),
  table(
    'told',
    `workspace_id text not null, channel text not null, story_id text not null,
     slot_id text not null, told_json text not null, at_ms bigint not null,
     primary key (workspace_id, channel, story_id)`,
  ),
  table(
    'told_articles',
    `workspace_id text not null, channel text not null, story_id text not null,
     article_id text not null, revision integer not null, at_ms bigint not null,
     primary key (workspace_id, channel, story_id, article_id)`,
  ),
  'create index told_articles_article on told_articles (workspace_id, article_id)',
  table(
    'story_traces',
    `workspace_id text not null, article_id text not null, slot_id text not null,
     stage text not null, words text not null, at_ms bigint not null,
     primary key (workspace_id, article_id, slot_id, stage)`,
  ),
  table(
    'messages',
    `workspace_id text not null, id text not null, channel text not null, parent_id text,
     payload_json text not null, posted_at_ms bigint not null, edited_at_ms bigint,
     primary key (workspace_id, id)`,
  ),
  'create index messages_channel on messages (workspace_id, channel, posted_at_ms)',
]

/** All tables of an article's journey, from its feed to the message that tells of it. */
export const journey: Migration = {
  version: 1,
  name: 'journey',
  worksWith: 1,
  statements: (engine) => [
    ...shared(engine),
    ...engine.searchIndex.statements,
    ...wishes,
    ...records,
    ...deliveries,
    ...engine.guardStatements(workspaceTables),
  ],
}
