import { writeChannelRef } from '../../domain/channel.ts'
import type { Delivery, Verdict } from '../../domain/delivery.ts'
import { toMs } from '../columns.ts'
import { writeJson } from '../json.ts'
import type { WorkspaceTx } from '../transaction.ts'
import { claimColumns, toDelivery } from './claim-deliveries.ts'

const parentLost = 'The first message of its digest could not be posted.'

/**
 * Writes what a delivery has become. A verdict of `sending` keeps the lease, every other gives it back. False when the claim has
 * gone to another process; then nothing is written.
 */
export async function settleDelivery(
  tx: WorkspaceTx,
  delivery: Delivery,
  verdict: Verdict,
): Promise<boolean> {
  const { db, now, workspaceId } = tx
  const { numUpdatedRows } = await db
    .updateTable('deliveries')
    .set({
      state: verdict.state,
      words: verdict.words,
      attempts: verdict.attempts,
      reconciliations: verdict.reconciliations,
      attempt_started_at_ms: toMs(verdict.attemptStartedAt),
      due_at_ms: verdict.dueAt.getTime(),
      changed_at_ms: now.getTime(),
      ...(verdict.state === 'sending' ? {} : { lease_until_ms: 0 }),
      ...(verdict.sentAs ? { message_id: verdict.sentAs.id, sent_at_ms: now.getTime() } : {}),
      ...(verdict.message
        ? { message_json: writeJson(verdict.message), cuts: delivery.cuts + 1 }
        : {}),
    })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', delivery.id)
    .where('fence', '=', delivery.fence)
    .executeTakeFirst()
  const isOurs = numUpdatedRows > 0n
  if (isOurs && verdict.state === 'dead' && delivery.part === 0) await giveUpDigest(tx, delivery)
  return isOurs
}

/** Leases the part that comes after this one, as a try that begins now; undefined when there is none to send. */
export async function claimNextPart(
  tx: WorkspaceTx,
  after: Delivery,
  leaseMs: number,
): Promise<Delivery | undefined> {
  const row = await tx.db
    .updateTable('deliveries')
    .set(claimColumns(tx, leaseMs))
    .where('workspace_id', '=', tx.workspaceId)
    .where('slot_id', '=', after.slotId)
    .where('channel', '=', writeChannelRef(after.channel))
    .where('part', '=', after.part + 1)
    .where('state', '=', 'ready')
    .where('lease_until_ms', '<=', tx.leaseNowMs)
    .returningAll()
    .executeTakeFirst()
  return row && toDelivery(row, after.parent?.id)
}

/** Nothing of the digest stands on the platform: its other messages are not sent, and its articles may come again. */
async function giveUpDigest(
  { db, now, workspaceId }: WorkspaceTx,
  { slotId, channel }: Delivery,
): Promise<void> {
  await db
    .updateTable('deliveries')
    .set({ state: 'skipped', words: parentLost, changed_at_ms: now.getTime() })
    .where('workspace_id', '=', workspaceId)
    .where('slot_id', '=', slotId)
    .where('channel', '=', writeChannelRef(channel))
    .where('state', '=', 'ready')
    .execute()
  await db
    .deleteFrom('seen')
    .where('workspace_id', '=', workspaceId)
    .where('slot_id', '=', slotId)
    .execute()
  await db
    .deleteFrom('told')
    .where('workspace_id', '=', workspaceId)
    .where('slot_id', '=', slotId)
    .execute()
}
