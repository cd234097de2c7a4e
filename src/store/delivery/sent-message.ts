import type { Digest } from '../../domain/digest.ts'
import { type DeliveryId, deliveryId, type SlotId, type StoryId } from '../../domain/ids.ts'
import { readJson } from '../json.ts'
import type { WorkspaceTx } from '../transaction.ts'

/** A message that stands in its channel, and the digest that it is part of. */
export type SentMessage = {
  readonly deliveryId: DeliveryId
  readonly part: number
  /** The platform's own. */
  readonly messageId: string
  /** The digest's first message, beneath which the others stand. */
  readonly parentId: string | undefined
  readonly digest: Digest
}

/** The message that told a story in a digest; the digest's first one where that has the story in it. */
export async function findSentMessage(
  tx: WorkspaceTx,
  slot: SlotId,
  story: StoryId,
): Promise<SentMessage | undefined> {
  const { db, workspaceId } = tx
  const rows = await db
    .selectFrom('deliveries')
    .select(['id', 'part', 'story_id', 'message_id'])
    .where('workspace_id', '=', workspaceId)
    .where('slot_id', '=', slot)
    .where('message_id', 'is not', null)
    .orderBy('part')
    .execute()
  const parent = rows.find(({ part }) => part === 0)
  const own = rows.find(({ story_id }) => story_id === story) ?? parent
  const digest = await findDigest(tx, slot)
  if (own?.message_id == null || digest === undefined) return undefined
  return {
    deliveryId: deliveryId(own.id),
    part: own.part,
    messageId: own.message_id,
    parentId: own.part === 0 ? undefined : (parent?.message_id ?? undefined),
    digest,
  }
}

/** The digest that was recorded for a slot; undefined until it was made. */
export async function findDigest(
  { db, workspaceId }: WorkspaceTx,
  slot: SlotId,
): Promise<Digest | undefined> {
  const row = await db
    .selectFrom('slots')
    .select('digest_json')
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', slot)
    .executeTakeFirst()
  return row?.digest_json ? readJson<Digest>(row.digest_json) : undefined
}
