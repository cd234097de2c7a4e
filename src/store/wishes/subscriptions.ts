import type { Selectable } from 'kysely'
import { readChannelRef, writeChannelRef } from '../../domain/channel.ts'
import { BugError } from '../../domain/errors.ts'
import { type DigestId, digestId, workspaceId } from '../../domain/ids.ts'
import type { DigestLength, Subscription } from '../../domain/subscription.ts'
import type { DigestWish } from '../../domain/wishes.ts'
import { idOf, orNone, orNull, toBit } from '../columns.ts'
import { readJson, writeJson } from '../json.ts'
import type { Tables } from '../tables/tables.ts'
import type { WorkspaceTx } from '../transaction.ts'

type Row = Selectable<Tables['subscriptions']>

export function toSubscription(row: Row): Subscription {
  const channel = readChannelRef(row.channel)
  if (!channel) throw new BugError(`The stored channel "${row.channel}" cannot be read.`)
  return {
    id: digestId(row.id),
    workspaceId: workspaceId(row.workspace_id),
    name: row.name,
    title: row.title,
    channel,
    schedule: readJson(row.schedule_json),
    feeds: readJson(row.feeds_json),
    stories: row.stories,
    length: row.length as DigestLength,
    language: orNone(row.language),
    onEmpty: row.on_empty as Subscription['onEmpty'],
    images: row.images === 1,
    mention: orNone(row.mention),
    paused: row.paused === 1,
    managedBy: row.managed_by,
  }
}

function toColumns(wish: DigestWish) {
  return {
    name: wish.name,
    title: wish.title,
    channel: writeChannelRef(wish.channel),
    schedule_json: writeJson(wish.schedule),
    feeds_json: writeJson(wish.feeds),
    stories: wish.stories,
    length: wish.length,
    language: orNull(wish.language),
    on_empty: wish.onEmpty,
    images: toBit(wish.images),
    mention: orNull(wish.mention),
    paused: toBit(wish.paused),
    removed_at_ms: null,
  }
}

function rows({ db, workspaceId: workspace }: WorkspaceTx) {
  return db.selectFrom('subscriptions').selectAll().where('workspace_id', '=', workspace)
}

/** A workspace's digests, paused ones too, by name. */
export async function listSubscriptions(tx: WorkspaceTx): Promise<readonly Subscription[]> {
  const found = await rows(tx).where('removed_at_ms', 'is', null).orderBy('name').execute()
  return found.map(toSubscription)
}

export async function findSubscription(
  tx: WorkspaceTx,
  id: DigestId,
): Promise<Subscription | undefined> {
  const row = await rows(tx)
    .where('id', '=', id)
    .where('removed_at_ms', 'is', null)
    .executeTakeFirst()
  return row && toSubscription(row)
}

/** A digest that was taken away, and when; undefined while it stands. */
export async function findRemovedSubscription(
  tx: WorkspaceTx,
  id: DigestId,
): Promise<{ readonly digest: Subscription; readonly removedAtMs: number } | undefined> {
  const row = await rows(tx)
    .where('id', '=', id)
    .where('removed_at_ms', 'is not', null)
    .executeTakeFirst()
  return row?.removed_at_ms
    ? { digest: toSubscription(row), removedAtMs: row.removed_at_ms }
    : undefined
}

/**
 * Writes a digest, over one of the same name where there is one, even one removed before: it goes on with what its
 * channel was told. Its next slot is planned anew only when its times change.
 */
export async function saveSubscription(
  tx: WorkspaceTx,
  wish: DigestWish,
  managedBy: Subscription['managedBy'],
): Promise<Subscription> {
  const id = digestId(idOf('digest', tx.workspaceId, wish.name))
  const before = await rows(tx).where('id', '=', id).executeTakeFirst()
  const columns = { ...toColumns(wish), managed_by: managedBy }
  const unplanned = { next_slot_key: null, next_due_at_ms: null }
  await tx.db
    .insertInto('subscriptions')
    .values({
      workspace_id: tx.workspaceId,
      id,
      added_at_ms: tx.now.getTime(),
      ...columns,
      ...unplanned,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['workspace_id', 'id'])
        .doUpdateSet({ ...columns, ...(before && keepsTimes(before, columns) ? {} : unplanned) }),
    )
    .execute()
  return { ...wish, id, workspaceId: tx.workspaceId, managedBy }
}

function keepsTimes(before: Row, after: Pick<Row, 'schedule_json' | 'paused'>): boolean {
  return (
    before.removed_at_ms === null &&
    before.schedule_json === after.schedule_json &&
    before.paused === after.paused
  )
}

/** Takes a digest away; it is kept aside, so that it can be put back. */
export async function removeSubscription(
  { db, now, workspaceId: workspace }: WorkspaceTx,
  id: DigestId,
): Promise<void> {
  await db
    .updateTable('subscriptions')
    .set({ removed_at_ms: now.getTime(), next_slot_key: null, next_due_at_ms: null })
    .where('workspace_id', '=', workspace)
    .where('id', '=', id)
    .execute()
}
