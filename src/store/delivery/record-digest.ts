import type { Article } from '../../domain/article.ts'
import { writeChannelRef } from '../../domain/channel.ts'
import type { DigestPart } from '../../domain/delivery.ts'
import { retryWaitMs } from '../../domain/delivery-machine.ts'
import type { Digest } from '../../domain/digest.ts'
import type { ClaimedSlot } from '../../domain/slot.ts'
import { markSeen } from '../articles/window.ts'
import { idOf } from '../columns.ts'
import { writeJson } from '../json.ts'
import { inSlices } from '../slices.ts'
import type { WorkspaceTx } from '../transaction.ts'

/** All that a slot's digest leaves behind, in one piece. */
export type DigestRecord = {
  readonly digest: Digest
  /** Its messages in order, as they will be sent; none when an empty digest is not posted. */
  readonly parts: readonly DigestPart[]
  /** The articles that shall not come again as news: told, or read and left out for good. */
  readonly seen: readonly Pick<Article, 'id' | 'revision'>[]
  /** What else belongs to it, such as the stories that the channel was told. */
  alsoRecord?(tx: WorkspaceTx): Promise<void>
}

/** Sends of digests on one minute are spread over this long, unless they are to be exact. */
const spreadMs = 60_000

/**
 * Records a digest before anything of it is sent: its slot, its messages and what it used, all or nothing. False when the
 * claim has gone to another process; then nothing is recorded.
 */
export async function recordDigest(
  tx: WorkspaceTx,
  claim: ClaimedSlot,
  record: DigestRecord,
): Promise<boolean> {
  const isEmpty = record.digest.briefings.length === 0
  const isOurs = await closeSlot(tx, claim, {
    state: isEmpty ? 'empty' : 'recorded',
    words: '',
    digest_json: writeJson(record.digest),
  })
  if (!isOurs) return false
  await insertDeliveries(tx, claim, record.parts)
  await markSeen(tx, claim.slot.digestId, claim.slot.id, record.seen)
  await record.alsoRecord?.(tx)
  return true
}

/**
 * Writes down that making the digest failed: it is tried again after a while, until it would come too late. True when it
 * will not be tried again.
 */
export async function failSlot(
  tx: WorkspaceTx,
  claim: ClaimedSlot,
  words: string,
  chance: number,
): Promise<boolean> {
  const attempts = claim.attempts + 1
  const waitMs = retryWaitMs(attempts, chance)
  const retryAtMs = tx.now.getTime() + (waitMs ?? 0)
  if (waitMs === undefined || retryAtMs > claim.tooLateAt.getTime()) {
    return closeSlot(tx, claim, { state: 'failed', words, attempts })
  }
  await tx.db
    .updateTable('slots')
    .set({ words, attempts, retry_at_ms: retryAtMs, lease_until_ms: 0 })
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', claim.slot.id)
    .where('state', '=', 'due')
    .where('fence', '=', claim.fence)
    .execute()
  return false
}

async function closeSlot(
  { db, now, workspaceId }: WorkspaceTx,
  { slot, fence }: ClaimedSlot,
  columns: {
    readonly state: 'recorded' | 'empty' | 'failed'
    readonly words: string
    readonly attempts?: number
    readonly digest_json?: string
  },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('slots')
    .set({ ...columns, closed_at_ms: now.getTime(), lease_until_ms: 0 })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', slot.id)
    .where('state', '=', 'due')
    .where('fence', '=', fence)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

async function insertDeliveries(
  { db, now, workspaceId }: WorkspaceTx,
  { slot, subscription, tooLateAt }: ClaimedSlot,
  parts: readonly DigestPart[],
): Promise<void> {
  const channel = writeChannelRef(subscription.channel)
  const dueAtMs = slot.dueAt.getTime() + (subscription.schedule.exact ? 0 : spreadOf(slot.digestId))
  const rows = parts.map(({ message, storyId }, part) => ({
    workspace_id: workspaceId,
    id: idOf('delivery', slot.id, channel, String(part)),
    slot_id: slot.id,
    channel,
    part,
    story_id: storyId ?? null,
    message_json: writeJson(message),
    cuts: 0,
    state: 'ready',
    words: '',
    attempts: 0,
    reconciliations: 0,
    attempt_started_at_ms: null,
    due_at_ms: dueAtMs,
    too_late_at_ms: tooLateAt.getTime(),
    lease_until_ms: 0,
    fence: 0,
    message_id: null,
    sent_at_ms: null,
    changed_at_ms: now.getTime(),
  }))
  await inSlices(rows, (some) => db.insertInto('deliveries').values(some).execute())
}

/** The same for a digest every day, so that its readers find it at a steady time. */
function spreadOf(digestId: string): number {
  return (
    Number.parseInt(Buffer.from(idOf('spread', digestId)).toString('hex').slice(0, 12), 16) %
    spreadMs
  )
}
