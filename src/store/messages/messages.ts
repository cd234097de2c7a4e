import type { Selectable } from 'kysely'
import { type ChannelRef, readChannelRef, writeChannelRef } from '../../domain/channel.ts'
import { BugError } from '../../domain/errors.ts'
import { orNone, orNull, toDate, toDateOrNone } from '../columns.ts'
import { readJson, writeJson } from '../json.ts'
import type { Tables } from '../tables/tables.ts'
import type { WorkspaceTx } from '../transaction.ts'

/** What stands in one of the console's channels. */
export type StandingMessage = {
  /** Unique in the workspace; the delivery that it was posted for. */
  readonly id: string
  readonly channel: ChannelRef
  /** The message in whose thread it stands. */
  readonly parentId: string | undefined
  readonly payload: Readonly<Record<string, unknown>>
  readonly postedAt: Date
  readonly editedAt: Date | undefined
}

/** Puts a message there once: under an id that stands already nothing is changed, and the answer is false. */
export async function keepMessage(
  { db, workspaceId, now }: WorkspaceTx,
  message: Omit<StandingMessage, 'postedAt' | 'editedAt'>,
): Promise<boolean> {
  const row = await db
    .insertInto('messages')
    .values({
      workspace_id: workspaceId,
      id: message.id,
      channel: writeChannelRef(message.channel),
      parent_id: orNull(message.parentId),
      payload_json: writeJson(message.payload),
      posted_at_ms: now.getTime(),
      edited_at_ms: null,
    })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'id']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Whether the message stood there to be changed. */
export async function changeMessage(
  { db, workspaceId, now }: WorkspaceTx,
  id: string,
  payload: StandingMessage['payload'],
): Promise<boolean> {
  const row = await db
    .updateTable('messages')
    .set({ payload_json: writeJson(payload), edited_at_ms: now.getTime() })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

export async function findMessage(
  { db, workspaceId }: WorkspaceTx,
  id: string,
): Promise<StandingMessage | undefined> {
  const row = await db
    .selectFrom('messages')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && toMessage(row)
}

/** The channel's newest messages with all their threads, the oldest first. */
export async function channelMessages(
  { db, workspaceId }: WorkspaceTx,
  channel: ChannelRef,
  limit: number,
): Promise<readonly StandingMessage[]> {
  const inChannel = () =>
    db
      .selectFrom('messages')
      .selectAll()
      .where('workspace_id', '=', workspaceId)
      .where('channel', '=', writeChannelRef(channel))
  const parents = await inChannel()
    .where('parent_id', 'is', null)
    .orderBy('posted_at_ms', 'desc')
    .limit(limit)
    .execute()
  if (parents.length === 0) return []
  const ids = parents.map(({ id }) => id)
  const replies = await inChannel().where('parent_id', 'in', ids).execute()
  return [...parents, ...replies].map(toMessage).sort((a, b) => +a.postedAt - +b.postedAt)
}

/** The console's channels in which anything stands. */
export async function messageChannels({
  db,
  workspaceId,
}: WorkspaceTx): Promise<readonly ChannelRef[]> {
  const rows = await db
    .selectFrom('messages')
    .select('channel')
    .distinct()
    .where('workspace_id', '=', workspaceId)
    .orderBy('channel')
    .execute()
  return rows.map(({ channel }) => toChannel(channel))
}

function toMessage(row: Selectable<Tables['messages']>): StandingMessage {
  return {
    id: row.id,
    channel: toChannel(row.channel),
    parentId: orNone(row.parent_id),
    payload: readJson(row.payload_json),
    postedAt: toDate(row.posted_at_ms),
    editedAt: toDateOrNone(row.edited_at_ms),
  }
}

function toChannel(written: string): ChannelRef {
  const channel = readChannelRef(written)
  if (!channel) throw new BugError(`A message stands in the channel "${written}", which is none`)
  return channel
}
