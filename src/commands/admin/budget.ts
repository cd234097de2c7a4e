import { UsageError } from '../../domain/errors.ts'
import { moneyWords } from '../../domain/money.ts'
import type { Wording } from '../../domain/wording/wording.ts'
import { audit, type Command, type ReadyCall } from '../command.ts'
import type { Budget, Spent } from '../memory.ts'
import { short } from '../options.ts'
import { done, paragraph } from '../reply.ts'

const microsPerDollar = 1_000_000
const mostDollars = 100_000

export const budget: Command = {
  name: 'budget',
  description: 'command.budget',
  options: [
    {
      name: 'monthly',
      kind: 'text',
      description: 'option.monthly',
      required: false,
      positional: true,
    },
    { name: 'soft', kind: 'number', description: 'option.soft', required: false },
  ],
  audience: 'admins',
  area: 'budget',
  examples: [
    { line: 'budget', says: 'no limit' },
    { line: 'budget monthly:20 soft:75', says: '$20.00' },
    { line: 'budget monthly:lots', says: 'I read the monthly limit as “lots”' },
  ],
  run: (call) =>
    call.remember(async (memory) => {
      const before = await memory.readBudget()
      const after = readBudget(call, before)
      const isChanged = after !== before
      if (isChanged) {
        await memory.writeBudget(after)
        await audit(call, memory, before, after)
      }
      const { wording } = call
      return done(
        paragraph(budgetWords(after, await memory.spentThisMonth(), call)),
        paragraph(
          after.monthlyMicroDollars === undefined
            ? wording.say('budget.none')
            : wording.say('budget.stages', { percent: after.softPercent }),
        ),
      )
    }),
}

function readBudget({ options: given, wording }: ReadyCall, before: Budget): Budget {
  if (given.monthly === undefined && given.soft === undefined) return before
  const soft = given.soft === undefined ? before.softPercent : Number(given.soft)
  if (!(soft >= 1 && soft <= 100)) {
    const value = given.soft ?? ''
    throw new UsageError(
      wording.say('fault.range', { option: 'soft', value, from: '1', to: '100' }),
      { option: 'soft' },
    )
  }
  return {
    monthlyMicroDollars:
      given.monthly === undefined ? before.monthlyMicroDollars : readMoney(given.monthly, wording),
    softPercent: Math.round(soft),
  }
}

/** Dollars in figures, with or without the sign; `none` for no limit. */
function readMoney(typed: string, wording: Wording): number | undefined {
  if (/^(none|no|off|unlimited)$/i.test(typed)) return undefined
  const dollars = Number(typed.replace(/^\$|\$$|\s*usd$/gi, '').replace(',', '.'))
  if (typed.trim() === '' || !(dollars >= 0 && dollars <= mostDollars)) {
    throw new UsageError(wording.say('fault.money', { value: short(typed) }), { option: 'monthly' })
  }
  return Math.round(dollars * microsPerDollar)
}

/** "$1.20 of $20.00 this month (6 %), 31,000 tokens in 40 calls". */
export function budgetWords(
  limit: Budget,
  spent: Spent,
  { wording }: Pick<ReadyCall, 'wording'>,
): string {
  const money = (micros: number) => moneyWords(micros, wording.language)
  const values = {
    spent: money(spent.microDollars),
    tokens: spent.inputTokens + spent.outputTokens,
    calls: spent.calls,
  }
  if (limit.monthlyMicroDollars === undefined) return wording.say('budget.spent', values)
  const share =
    limit.monthlyMicroDollars === 0 ? 100 : (100 * spent.microDollars) / limit.monthlyMicroDollars
  return wording.say('budget.spentOf', {
    ...values,
    limit: money(limit.monthlyMicroDollars),
    percent: Math.round(share),
  })
}
