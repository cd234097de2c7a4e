import { type RawBuilder, sql } from 'kysely'
import { type KeepDays, undoMs } from '../../domain/retention.ts'
import { dayOf } from '../columns.ts'
import { closedStates } from '../delivery/claim-deliveries.ts'
import { farthestBackMs } from '../delivery/window-start.ts'
import type { Tables } from '../tables/tables.ts'

/** Which rows of a table may go. */
export type Rule = { readonly table: keyof Tables; readonly isOld: RawBuilder<boolean> }

const dayMs = 86_400_000
const monthMs = 31 * dayMs
const yearMs = 400 * dayMs
/** Who asks why an article was not told asks within days; each digest leaves a row for every article that it read. */
const tracesMs = 7 * dayMs

/** Everything that grows and can go by its own age; articles, feeds and sightings have rules of their own. */
export function rulesFor(now: Date, keep: KeepDays): readonly Rule[] {
  const historyMs = keep.history * dayMs
  return [
    ...passing(now),
    ...ofDigests(now, historyMs),
    ...ofDeliveries(now, historyMs),
    ...ofWishes(now, keep.audit * dayMs),
  ]
}

/** What is counted or made again when it is needed. */
function passing(now: Date): readonly Rule[] {
  return [
    aged('arrivals', 'at_ms', now, dayMs),
    aged('counters', 'window_start_ms', now, dayMs),
    aged('kept_values', 'until_ms', now, 0),
    aged('mutes', 'until_ms', now, monthMs),
    aged('model_results', 'at_ms', now, monthMs),
    byDay('feed_days', now, 3 * monthMs),
    byDay('quality_days', now, yearMs),
    byDay('spending', now, yearMs),
  ]
}

/** What digests leave behind. A digest looks no further back than `farthestBackMs`, so what it has seen may go after that. */
function ofDigests(now: Date, historyMs: number): readonly Rule[] {
  return [
    aged('seen', 'at_ms', now, farthestBackMs + 2 * dayMs),
    aged('story_traces', 'at_ms', now, tracesMs),
    aged('told', 'at_ms', now, historyMs),
    aged('told_articles', 'at_ms', now, historyMs),
    aged('revisions', 'replaced_at_ms', now, monthMs),
    aged('messages', 'posted_at_ms', now, historyMs),
    aged('actions', 'created_at_ms', now, historyMs),
    aged('splits', 'at_ms', now, historyMs),
  ]
}

const closed = sql.join(closedStates.map((state) => sql.lit(state)))

/** A digest's last slot stays, however old it is: the next one reads from there on. */
function isFollowed(slotId: RawBuilder<unknown>, workspaceId: RawBuilder<unknown>) {
  return sql<boolean>`exists (select 1 from slots as its join slots as later
      on later.workspace_id = its.workspace_id and later.digest_id = its.digest_id
      and later.due_at_ms > its.due_at_ms
    where its.workspace_id = ${workspaceId} and its.id = ${slotId})`
}

/** Nothing that is still promised goes: no slot that is due, no message that is not settled, nor those before it. */
function ofDeliveries(now: Date, historyMs: number): readonly Rule[] {
  return [
    {
      table: 'deliveries',
      isOld: sql`changed_at_ms < ${before(now, historyMs)}
        and ${isFollowed(sql`deliveries.slot_id`, sql`deliveries.workspace_id`)}
        and not exists (select 1 from deliveries as part
          where part.workspace_id = deliveries.workspace_id and part.slot_id = deliveries.slot_id
          and part.state not in (${closed}))`,
    },
    {
      table: 'slots',
      isOld: sql`closed_at_ms < ${before(now, historyMs)} and state <> 'due'
        and ${isFollowed(sql`slots.id`, sql`slots.workspace_id`)}
        and not exists (select 1 from deliveries where deliveries.workspace_id = slots.workspace_id
          and deliveries.slot_id = slots.id)`,
    },
  ]
}

/** Wishes that were taken away, once that can no longer be taken back. */
function ofWishes(now: Date, auditMs: number): readonly Rule[] {
  const goneMs = undoMs + dayMs
  return [
    aged('feed_subscriptions', 'removed_at_ms', now, goneMs),
    {
      table: 'subscriptions',
      isOld: sql`removed_at_ms < ${before(now, goneMs)} and not exists (select 1 from slots
        where slots.workspace_id = subscriptions.workspace_id
        and slots.digest_id = subscriptions.id and slots.state = 'due')`,
    },
    aged('filters', 'removed_at_ms', now, goneMs),
    aged('feedback', 'at_ms', now, auditMs),
    aged('audit', 'at_ms', now, auditMs),
  ]
}

function before(now: Date, ms: number): number {
  return now.getTime() - ms
}

function aged<Name extends keyof Tables>(
  table: Name,
  column: keyof Tables[Name] & string,
  now: Date,
  keptMs: number,
): Rule {
  return { table, isOld: sql`${sql.ref(column)} < ${before(now, keptMs)}` }
}

function byDay(table: 'feed_days' | 'quality_days' | 'spending', now: Date, keptMs: number): Rule {
  return { table, isOld: sql`day < ${dayOf(new Date(before(now, keptMs)))}` }
}
