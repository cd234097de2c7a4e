import type { BudgetLeft, Usage } from '../../domain/spending.ts'
import type { Clock } from '../../support/clock.ts'
import type { Random } from '../../support/random.ts'
import type { Account } from './account.ts'
import type { AskModel } from './ask-model.ts'

export type LanguageModelOptions = {
  readonly ask: AskModel
  /** The model's name: results of one model are not those of another. */
  readonly model: string
  readonly clock: Clock
  readonly random: Random
  /** What the model answered before to the same content; the answer is checked again when it comes back. */
  readonly results: {
    read(account: Account, key: string): Promise<unknown>
    keep(account: Account, key: string, value: unknown): Promise<void>
  }
  /** Counts what a call cost. */
  spend(account: Account, usage: Usage): Promise<void>
  budgetLeft(account: Account): Promise<BudgetLeft>
}
