import type { DeliveryState } from '../../domain/delivery.ts'
import { type SlotId, slotId } from '../../domain/ids.ts'
import type { WorkspaceTx } from '../transaction.ts'

/** How many messages of a slot's digest stand where, and why, in words. */
export type SlotDeliveries = {
  readonly slotId: SlotId
  readonly state: DeliveryState
  readonly words: string
  readonly count: number
}

export async function deliveriesOfSlots(
  { db, engine, workspaceId }: WorkspaceTx,
  slots: readonly SlotId[],
): Promise<readonly SlotDeliveries[]> {
  if (slots.length === 0) return []
  const rows = await db
    .selectFrom('deliveries')
    .select(({ fn }) => ['slot_id', 'state', 'words', fn.countAll<number>().as('count')])
    .where('workspace_id', '=', workspaceId)
    .where('slot_id', 'in', engine.among(slots))
    .groupBy(['slot_id', 'state', 'words'])
    .orderBy('state')
    .execute()
  return rows.map((row) => ({
    slotId: slotId(row.slot_id),
    state: row.state as DeliveryState,
    words: row.words,
    count: Number(row.count),
  }))
}
