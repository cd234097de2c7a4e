import type { Answerer } from '../briefing/answer/answerer.ts'
import type { Account } from '../briefing/model/account.ts'
import type { LanguageModelOptions } from '../briefing/model/options.ts'
import type { Summarizer } from '../briefing/summarizer.ts'
import type { LanguageModelSettings } from '../config/settings.ts'
import { microDollarsOf } from '../domain/spending.ts'
import { keepModelResult, readModelResult } from '../store/spending/model-results.ts'
import { budgetLeft, recordSpending } from '../store/spending/spending.ts'
import type { Store } from '../store/store.ts'
import type { WorkspaceTx } from '../store/transaction.ts'
import type { Clock } from '../support/clock.ts'
import type { Metrics } from '../support/metrics.ts'
import type { Random } from '../support/random.ts'
import { consoleWorkspace } from './console.ts'
import { countingCalls } from './counting.ts'

export type ModelParts = {
  readonly settings: LanguageModelSettings
  readonly store: Store
  readonly clock: Clock
  readonly random: Random
  readonly metrics: Metrics
}

/** One language model: what it tells stories and answers questions by; both rest when it fails. */
export type Model = { readonly summarizer: Summarizer; readonly answerer: Answerer }

/** The language model with its memory and its purse in the store; its library is loaded only where one is set up. */
export async function createModel(parts: ModelParts): Promise<Model> {
  const { createAskModel } = await import('../briefing/language-model.ts')
  const { createLanguageModelSummarizer } = await import('../briefing/model/model-summarizer.ts')
  const { createLanguageModelAnswerer } = await import('../briefing/model/model-answerer.ts')
  const { createConversation } = await import('../briefing/model/conversation.ts')
  const options = {
    ...memoryOf(parts),
    ask: countingCalls(createAskModel(parts.settings, parts.clock), parts.metrics),
  }
  const converse = createConversation(options)
  return {
    summarizer: createLanguageModelSummarizer(options, converse),
    answerer: createLanguageModelAnswerer(options, converse),
  }
}

function memoryOf({
  settings,
  store,
  clock,
  random,
  metrics,
}: ModelParts): Omit<LanguageModelOptions, 'ask'> {
  const inAccount = <Result>(account: Account, work: (tx: WorkspaceTx) => Promise<Result>) =>
    store.inWorkspace(account.workspaceId ?? consoleWorkspace, work)
  return {
    model: settings.model,
    clock,
    random,
    results: {
      read: (account, key) => inAccount(account, (tx) => readModelResult(tx, key)),
      keep: (account, key, value) => inAccount(account, (tx) => keepModelResult(tx, key, value)),
    },
    budgetLeft: (account) => inAccount(account, (tx) => budgetLeft(tx, settings.dailyTokens)),
    async spend(account, usage) {
      metrics.count('dateline_model_tokens_total', { direction: 'in' }, usage.inputTokens)
      metrics.count('dateline_model_tokens_total', { direction: 'out' }, usage.outputTokens)
      const cost = microDollarsOf(usage, settings.price)
      metrics.count('dateline_model_dollars_total', {}, cost / 1_000_000)
      await inAccount(account, (tx) => recordSpending(tx, account.digestId, usage, cost))
    },
  }
}
