import { type ChannelRef, readChannelRef } from '../../domain/channel.ts'
import type { Digest } from '../../domain/digest.ts'
import { type DigestId, digestId, type SlotId, slotId } from '../../domain/ids.ts'
import type { SlotState } from '../../domain/slot.ts'
import type { Subscription } from '../../domain/subscription.ts'
import { unseenArticles } from '../articles/window.ts'
import { toDate } from '../columns.ts'
import { readJson } from '../json.ts'
import type { WorkspaceTx } from '../transaction.ts'
import { feedsOf } from '../wishes/feed-subscriptions.ts'

/** Articles older than this wait for no digest, and more than so many are "many". */
const waitingMs = 2 * 86_400_000
const mostWaiting = 1000

/** One run of a digest and what became of it. */
export type Edition = {
  readonly slotId: SlotId
  readonly digestId: DigestId
  readonly dueAt: Date
  readonly state: SlotState
  /** Why it ended so, for people. */
  readonly words: string
  /** Undefined until it was composed. */
  readonly digest: Digest | undefined
}

/** The latest editions of a workspace's digests; the newest first. */
export async function listEditions(
  { db, engine, workspaceId }: WorkspaceTx,
  digests: readonly DigestId[],
  limit: number,
): Promise<readonly Edition[]> {
  if (digests.length === 0) return []
  const rows = await db
    .selectFrom('slots')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('digest_id', 'in', engine.among(digests))
    .orderBy('due_at_ms', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    slotId: slotId(row.id),
    digestId: digestId(row.digest_id),
    dueAt: toDate(row.due_at_ms),
    state: row.state,
    words: row.words,
    digest: row.digest_json === null ? undefined : readJson<Digest>(row.digest_json),
  }))
}

/** Where an edition's first message stands; undefined until it was posted. */
export async function findPosted(
  { db, workspaceId }: WorkspaceTx,
  slot: SlotId,
): Promise<{ readonly channel: ChannelRef; readonly id: string } | undefined> {
  const row = await db
    .selectFrom('deliveries')
    .select(['channel', 'message_id'])
    .where('workspace_id', '=', workspaceId)
    .where('slot_id', '=', slot)
    .where('part', '=', 0)
    .executeTakeFirst()
  const channel = row && readChannelRef(row.channel)
  return channel && row.message_id !== null ? { channel, id: row.message_id } : undefined
}

/** How many deliveries have come to stand where, of those that changed since then. */
export async function countDeliveries(
  { db, workspaceId }: WorkspaceTx,
  since: Date,
): Promise<readonly { readonly state: string; readonly count: number }[]> {
  const rows = await db
    .selectFrom('deliveries')
    .select(({ fn }) => ['state', fn.countAll<number>().as('count')])
    .where('workspace_id', '=', workspaceId)
    .where('changed_at_ms', '>=', since.getTime())
    .groupBy('state')
    .orderBy('state')
    .execute()
  return rows.map(({ state, count }) => ({ state, count: Number(count) }))
}

/** How many articles of a digest's feeds have come in that it has not used; 1000 at most. */
export async function countWaiting(tx: WorkspaceTx, digest: Subscription): Promise<number> {
  const feeds = (await feedsOf(tx, digest)).map(({ feedId }) => feedId)
  const [last] = await listEditions(tx, [digest.id], 1)
  const since = new Date(Math.max(last?.dueAt.getTime() ?? 0, tx.now.getTime() - waitingMs))
  return (await unseenArticles(tx, digest.id, feeds, since, mostWaiting)).length
}
