import { dayOf } from '../columns.ts'
import type { WorkspaceTx } from '../transaction.ts'

/** What a workspace's calls of the language model cost on one day, in UTC. */
export type SpendingDay = {
  readonly day: string
  readonly calls: number
  readonly microDollars: number
}

export async function spendingDays(
  { db, workspaceId }: WorkspaceTx,
  since: Date,
): Promise<readonly SpendingDay[]> {
  const rows = await db
    .selectFrom('spending')
    .select(({ fn }) => [
      'day',
      fn.sum<number>('calls').as('calls'),
      fn.sum<number>('micro_dollars').as('micro_dollars'),
    ])
    .where('workspace_id', '=', workspaceId)
    .where('day', '>=', dayOf(since))
    .groupBy('day')
    .orderBy('day')
    .execute()
  return rows.map((row) => ({
    day: row.day,
    calls: Number(row.calls),
    microDollars: Number(row.micro_dollars),
  }))
}
