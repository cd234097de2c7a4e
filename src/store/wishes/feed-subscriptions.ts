import type { Selectable } from 'kysely'
import { type FeedId, feedId, type WorkspaceId, workspaceId } from '../../domain/ids.ts'
import type { FeedSubscription, Subscription } from '../../domain/subscription.ts'
import type { FeedWish } from '../../domain/wishes.ts'
import { orNone, orNull, toBit } from '../columns.ts'
import { rememberFeed } from '../feeds/feeds.ts'
import { readJson, writeJson } from '../json.ts'
import type { Tables } from '../tables/tables.ts'
import type { EverywhereTx, WorkspaceTx } from '../transaction.ts'

type Row = Selectable<Tables['feed_subscriptions']> & { readonly url: string }

function toFeedSubscription(row: Row): FeedSubscription {
  return {
    workspaceId: workspaceId(row.workspace_id),
    feedId: feedId(row.feed_id),
    url: row.url,
    name: row.name,
    categories: readJson(row.categories_json),
    weight: row.weight,
    language: orNone(row.language),
    paused: row.paused === 1,
    managedBy: row.managed_by,
  }
}

function rows({ db, workspaceId: workspace }: WorkspaceTx) {
  return db
    .selectFrom('feed_subscriptions')
    .innerJoin('feeds', 'feeds.id', 'feed_subscriptions.feed_id')
    .selectAll('feed_subscriptions')
    .select('feeds.url')
    .where('feed_subscriptions.workspace_id', '=', workspace)
}

/** The feeds that a workspace wants, paused ones too, by name. */
export async function listFeedSubscriptions(tx: WorkspaceTx): Promise<readonly FeedSubscription[]> {
  const found = await rows(tx).where('removed_at_ms', 'is', null).orderBy('name').execute()
  return found.map(toFeedSubscription)
}

/** A workspace's wish for a feed, even one removed since then, for which `removedAtMs` is set. */
export async function findFeedSubscription(
  tx: WorkspaceTx,
  id: FeedId,
): Promise<{ readonly feed: FeedSubscription; readonly removedAtMs: number | null } | undefined> {
  const row = await rows(tx).where('feed_subscriptions.feed_id', '=', id).executeTakeFirst()
  return row && { feed: toFeedSubscription(row), removedAtMs: row.removed_at_ms }
}

/** The feeds that a digest reads now: those of its choice that are not paused. */
export async function feedsOf(
  tx: WorkspaceTx,
  { feeds: choice }: Pick<Subscription, 'feeds'>,
): Promise<readonly FeedSubscription[]> {
  const wanted = (await listFeedSubscriptions(tx)).filter(({ paused }) => !paused)
  switch (choice.kind) {
    case 'all':
      return wanted
    case 'named':
      return wanted.filter(({ name }) => choice.names.includes(name))
    case 'categories':
      return wanted.filter(({ categories }) =>
        categories.some((category) => choice.categories.includes(category)),
      )
  }
}

/** Writes a wish for a feed, over one for the same feed where there is one, even one removed before. */
export async function saveFeedSubscription(
  tx: WorkspaceTx,
  wish: FeedWish,
  managedBy: FeedSubscription['managedBy'],
): Promise<FeedSubscription> {
  const feed = await rememberFeed(tx, wish.url)
  const columns = {
    name: wish.name,
    categories_json: writeJson(wish.categories),
    weight: wish.weight,
    language: orNull(wish.language),
    paused: toBit(wish.paused),
    managed_by: managedBy,
    removed_at_ms: null,
  }
  await tx.db
    .insertInto('feed_subscriptions')
    .values({
      workspace_id: tx.workspaceId,
      feed_id: feed.id,
      added_at_ms: tx.now.getTime(),
      ...columns,
    })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'feed_id']).doUpdateSet(columns))
    .execute()
  return {
    ...wish,
    url: feed.url,
    feedId: feed.id,
    workspaceId: tx.workspaceId,
    managedBy,
  }
}

/** Takes a wish for a feed away; it is kept aside, so that it can be put back. */
export async function removeFeedSubscription(
  { db, now, workspaceId: workspace }: WorkspaceTx,
  id: FeedId,
): Promise<void> {
  await db
    .updateTable('feed_subscriptions')
    .set({ removed_at_ms: now.getTime() })
    .where('workspace_id', '=', workspace)
    .where('feed_id', '=', id)
    .execute()
}

/** The workspaces in which a configuration file has put something, so that what it no longer has can be taken away. */
export async function workspacesOfFile({ db }: EverywhereTx): Promise<readonly WorkspaceId[]> {
  const managed = (table: 'feed_subscriptions' | 'subscriptions' | 'filters') =>
    db
      .selectFrom(table)
      .select('workspace_id')
      .where('managed_by', '=', 'file')
      .where('removed_at_ms', 'is', null)
  const found = await managed('feed_subscriptions')
    .union(managed('subscriptions'))
    .union(managed('filters'))
    .execute()
  return found.map((row) => workspaceId(row.workspace_id))
}
