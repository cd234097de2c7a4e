import { dayOf } from '../columns.ts'
import type { WorkspaceTx } from '../transaction.ts'
import { readSetting, writeSetting } from './settings.ts'

/** What a workspace may spend on the language model in a calendar month (UTC). */
export type Budget = {
  /** Millionths of a dollar; undefined: no limit. */
  readonly monthlyMicroDollars: number | undefined
  /** From this share of it on, admins are warned: 1 to 100. */
  readonly softPercent: number
}

const noLimit: Budget = { monthlyMicroDollars: undefined, softPercent: 80 }

export async function readBudget(tx: WorkspaceTx): Promise<Budget> {
  const kept = await readSetting<Partial<Budget>>(tx, 'budget', {})
  return { ...noLimit, ...kept }
}

export async function writeBudget(tx: WorkspaceTx, budget: Budget): Promise<void> {
  await writeSetting(tx, 'budget', budget)
}

export type Spent = {
  readonly calls: number
  readonly inputTokens: number
  readonly outputTokens: number
  readonly microDollars: number
}

/** What was spent since the beginning of the month of `now`, in UTC. */
export async function spentThisMonth({ db, now, workspaceId }: WorkspaceTx): Promise<Spent> {
  const rows = await db
    .selectFrom('spending')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('day', '>=', `${dayOf(now).slice(0, 7)}-01`)
    .execute()
  const sum = (pick: (row: (typeof rows)[number]) => number) =>
    rows.reduce((total, row) => total + pick(row), 0)
  return {
    calls: sum((row) => row.calls),
    inputTokens: sum((row) => row.input_tokens),
    outputTokens: sum((row) => row.output_tokens),
    microDollars: sum((row) => row.micro_dollars),
  }
}
