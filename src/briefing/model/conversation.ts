import type { BudgetLeft } from '../../domain/spending.ts'
import type { Account } from './account.ts'
import type { ModelCall, ModelMessage, ModelReply } from './ask-model.ts'
import { createBreaker } from './breaker.ts'
import { faultsIn } from './faults.ts'
import type { LanguageModelOptions } from './options.ts'
import type { ReadAnswer } from './read-json.ts'
import { estimateTokens, tokensOf } from './tokens.ts'

/** What the model is asked, and what makes an answer of its reply. */
export type Topic<Answer> = {
  readonly call: ModelCall
  read(reply: string): ReadAnswer<Answer>
  readonly account: Account
  readonly budget: BudgetLeft
  /** The language in which a failure is told. */
  readonly language: string | undefined
}

/** Asks the model, and once more where the form of its answer is wrong; throws a `SummarizerError` where nothing came of it. */
export type Converse = <Answer>(topic: Topic<Answer>) => Promise<Answer>

/** An answer in the wrong form is shown to the model again, no more of it than this. */
const shownAgainUnits = 4000

/** One model's ear: whatever it is asked for, it rests when it failed too often, and every call is counted. */
export function createConversation(
  options: Pick<LanguageModelOptions, 'ask' | 'clock' | 'spend'>,
): Converse {
  const breaker = createBreaker(options.clock)

  return async (topic) => {
    const { call, budget } = topic
    const first = await askOnce(call, topic)
    const read = topic.read(first)
    if (read.kind === 'answer') return good(read.answer)
    if (budget === 'little') return bad(topic)
    const messages = [...call.messages, ...complaint(first, read.why)]
    const again = topic.read(await askOnce({ ...call, messages }, topic))
    return again.kind === 'answer' ? good(again.answer) : bad(topic)
  }

  function good<Answer>(answer: Answer): Answer {
    breaker.succeeded()
    return answer
  }

  function bad({ language }: Topic<unknown>): never {
    breaker.failed()
    throw faultsIn(language)('Broken')
  }

  async function askOnce(call: ModelCall, { account, language }: Topic<unknown>): Promise<string> {
    const fail = faultsIn(language)
    if (!breaker.mayTry()) throw fail('Resting')
    const reply = await options.ask(call)
    await count(reply, call, account)
    if (reply.kind === 'text') return reply.text
    if (reply.kind === 'failed') {
      breaker.failed(reply.retryAfterMs)
      throw fail(faultNames[reply.why], reply.cause)
    }
    breaker.left()
    throw fail(reply.kind === 'cut' ? 'Cut' : 'Filtered')
  }

  async function count(reply: ModelReply, call: ModelCall, account: Account): Promise<void> {
    if (reply.kind === 'failed') return
    const outputTokens = reply.kind === 'text' ? estimateTokens(reply.text) : call.maxTokens
    const estimate = { inputTokens: tokensOf(call.messages), outputTokens }
    await options.spend(account, reply.usage ?? estimate)
  }
}

const faultNames = {
  late: 'Late',
  unreachable: 'Unreachable',
  refused: 'Refused',
  busy: 'Busy',
  broken: 'Broken',
  failed: 'Failed',
} as const

function complaint(reply: string, why: string): readonly ModelMessage[] {
  return [
    { role: 'assistant', content: reply.slice(0, shownAgainUnits).toWellFormed() || '(nothing)' },
    {
      role: 'user',
      content: `That cannot be used: ${why}. Answer again with the one JSON object that was asked for, and nothing else.`,
    },
  ]
}
