import { dayOf } from '../columns.ts'
import { readBudget, spentThisMonth } from '../settings/budget.ts'
import { readSetting, writeSetting } from '../settings/settings.ts'
import type { WorkspaceTx } from '../transaction.ts'

/** How far a workspace has come towards its limit of the month. */
export type BudgetNotice = {
  readonly stage: 'soft' | 'hard'
  readonly spentMicroDollars: number
  readonly limitMicroDollars: number
}

type Told = { readonly month: string; readonly stage: BudgetNotice['stage'] }

/** What admins are to be told of the budget; once for each stage in a month (UTC), undefined otherwise. */
export async function takeBudgetNotice(tx: WorkspaceTx): Promise<BudgetNotice | undefined> {
  const { monthlyMicroDollars: limit, softPercent } = await readBudget(tx)
  if (limit === undefined) return undefined
  const { microDollars: spent } = await spentThisMonth(tx)
  const stage = spent >= limit ? 'hard' : spent * 100 >= limit * softPercent ? 'soft' : undefined
  if (stage === undefined) return undefined
  const month = dayOf(tx.now).slice(0, 7)
  const told = await readSetting<Told | undefined>(tx, 'budget-told', undefined)
  if (told?.month === month && (told.stage === stage || told.stage === 'hard')) return undefined
  await writeSetting(tx, 'budget-told', { month, stage } satisfies Told)
  return { stage, spentMicroDollars: spent, limitMicroDollars: limit }
}
