import type { DigestId } from '../../domain/ids.ts'
import type { BudgetLeft, Usage } from '../../domain/spending.ts'
import { dayOf } from '../columns.ts'
import { readBudget, spentThisMonth } from '../settings/budget.ts'
import type { WorkspaceTx } from '../transaction.ts'

/** Where a call belongs to no digest, its costs stand under this name. */
const noDigest = ''

/** Adds a call to what the workspace spent today (UTC) on the digest. */
export async function recordSpending(
  { db, now, workspaceId }: WorkspaceTx,
  digestId: DigestId | undefined,
  usage: Usage,
  microDollars: number,
): Promise<void> {
  const row = {
    workspace_id: workspaceId,
    digest_id: digestId ?? noDigest,
    day: dayOf(now),
    calls: 1,
    input_tokens: usage.inputTokens,
    output_tokens: usage.outputTokens,
    micro_dollars: microDollars,
  }
  await db
    .insertInto('spending')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['workspace_id', 'digest_id', 'day']).doUpdateSet((eb) => ({
        calls: eb('spending.calls', '+', 1),
        input_tokens: eb('spending.input_tokens', '+', usage.inputTokens),
        output_tokens: eb('spending.output_tokens', '+', usage.outputTokens),
        micro_dollars: eb('spending.micro_dollars', '+', microDollars),
      })),
    )
    .execute()
}

/** What is left of the month's budget and, where there is one, of the day's tokens. */
export async function budgetLeft(
  tx: WorkspaceTx,
  dailyTokens: number | undefined,
): Promise<BudgetLeft> {
  const { monthlyMicroDollars, softPercent } = await readBudget(tx)
  const { microDollars } = await spentThisMonth(tx)
  const shares = [
    shareOf(microDollars, monthlyMicroDollars),
    shareOf(await tokensToday(tx), dailyTokens),
  ]
  const share = Math.max(...shares)
  if (share >= 1) return 'nothing'
  return share * 100 >= softPercent ? 'little' : 'enough'
}

/** The part of a limit that is used; a limit of nothing is used up. */
function shareOf(used: number, limit: number | undefined): number {
  if (limit === undefined) return 0
  return limit <= 0 ? 1 : used / limit
}

async function tokensToday({ db, now, workspaceId }: WorkspaceTx): Promise<number> {
  const rows = await db
    .selectFrom('spending')
    .select(['input_tokens', 'output_tokens'])
    .where('workspace_id', '=', workspaceId)
    .where('day', '=', dayOf(now))
    .execute()
  return rows.reduce((sum, row) => sum + row.input_tokens + row.output_tokens, 0)
}
