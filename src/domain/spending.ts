/** What one call of the language model cost, as its server counts. */
export type Usage = { readonly inputTokens: number; readonly outputTokens: number }

/** What a workspace may still spend on the language model. With little left, nothing is asked twice. */
export type BudgetLeft = 'enough' | 'little' | 'nothing'

/** What a model asks for its work, in millionths of a dollar per million tokens. */
export type ModelPrice = { readonly input: number; readonly output: number }

const perTokens = 1_000_000

/** The price of a call in millionths of a dollar, rounded up; nothing where no price is known. */
export function microDollarsOf(usage: Usage, price: ModelPrice | undefined): number {
  if (price === undefined) return 0
  const { inputTokens, outputTokens } = usage
  return Math.ceil((inputTokens * price.input + outputTokens * price.output) / perTokens)
}
