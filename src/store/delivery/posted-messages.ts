import { type ChannelRef, writeChannelRef } from '../../domain/channel.ts'
import type { Digest } from '../../domain/digest.ts'
import { type SlotId, type StoryId, slotId, storyId } from '../../domain/ids.ts'
import type { RenderedMessage } from '../../domain/platform.ts'
import { readJson } from '../json.ts'
import type { WorkspaceTx } from '../transaction.ts'

/** A digest in the channel that it was made for, with its messages as the platform was given them. */
export type PostedDigest = {
  readonly slotId: SlotId
  readonly digest: Digest
  readonly messages: readonly {
    readonly message: RenderedMessage
    readonly storyId: StoryId | undefined
  }[]
}

/** The last digests of a channel, the oldest first. */
export async function postedDigests(
  { db, workspaceId }: WorkspaceTx,
  channel: ChannelRef,
  limit: number,
): Promise<readonly PostedDigest[]> {
  const own = db
    .selectFrom('deliveries')
    .where('deliveries.workspace_id', '=', workspaceId)
    .where('deliveries.channel', '=', writeChannelRef(channel))
  const slots = await own
    .innerJoin('slots', (join) =>
      join
        .onRef('slots.id', '=', 'deliveries.slot_id')
        .onRef('slots.workspace_id', '=', 'deliveries.workspace_id'),
    )
    .select(['slots.id', 'slots.digest_json'])
    .where('deliveries.part', '=', 0)
    .where('slots.digest_json', 'is not', null)
    .orderBy('slots.due_at_ms', 'desc')
    .limit(limit)
    .execute()
  if (slots.length === 0) return []
  const parts = await own
    .select(['slot_id', 'message_json', 'story_id'])
    .where(
      'slot_id',
      'in',
      slots.map(({ id }) => id),
    )
    .orderBy('part')
    .execute()
  return slots.toReversed().map(({ id, digest_json: json }) => ({
    slotId: slotId(id),
    digest: readJson<Digest>(json ?? 'null'),
    messages: parts
      .filter((part) => part.slot_id === id)
      .map((part) => ({
        message: readJson<RenderedMessage>(part.message_json),
        storyId: part.story_id === null ? undefined : storyId(part.story_id),
      })),
  }))
}

/** Which stories the messages of these deliveries tell, by the delivery. */
export async function storiesOfDeliveries(
  { db, workspaceId }: WorkspaceTx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, StoryId>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('deliveries')
    .select(['id', 'story_id'])
    .where('workspace_id', '=', workspaceId)
    .where('id', 'in', ids)
    .where('story_id', 'is not', null)
    .execute()
  return new Map(rows.map((row) => [row.id, storyId(row.story_id ?? '')]))
}

/** When anything last changed in a channel: what was sent there, and what stands there; 0 for a channel without any. */
export async function lastChangeMs(
  { db, workspaceId }: WorkspaceTx,
  channel: ChannelRef,
): Promise<number> {
  const name = writeChannelRef(channel)
  const delivered = await db
    .selectFrom('deliveries')
    .select(({ fn }) => fn.max('changed_at_ms').as('at'))
    .where('workspace_id', '=', workspaceId)
    .where('channel', '=', name)
    .executeTakeFirst()
  const standing = await db
    .selectFrom('messages')
    .select(({ fn }) => [fn.max('posted_at_ms').as('posted'), fn.max('edited_at_ms').as('edited')])
    .where('workspace_id', '=', workspaceId)
    .where('channel', '=', name)
    .executeTakeFirst()
  const times = [delivered?.at, standing?.posted, standing?.edited].map((each) => Number(each ?? 0))
  return Math.max(...times)
}
