import { createHash } from 'node:crypto'
import { SummarizerError } from '../../domain/errors.ts'
import type { BudgetLeft, Usage } from '../../domain/spending.ts'
import { type Wording, wordingFor } from '../../domain/wording/wording.ts'
import type { Clock } from '../../support/clock.ts'
import type { Random } from '../../support/random.ts'
import type { Summarizer, SummaryRequest } from '../summarizer.ts'
import type { Account } from './account.ts'
import type { AskModel, ModelMessage, ModelReply } from './ask-model.ts'
import { createBreaker } from './breaker.ts'
import { createDigestRoom } from './digest-room.ts'
import { type NumberedPassage, numberPassages } from './passages.ts'
import { languageName, summaryPrompt } from './prompt.ts'
import { isInAnotherLanguage } from './spoken-language.ts'
import {
  type ReadAnswer,
  readSummary,
  type SummaryAnswer,
  summarySchema,
} from './summary-answer.ts'
import { toDraft } from './to-draft.ts'
import { estimateTokens } from './tokens.ts'

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

/** Room for the answer: four points, three quotes and their translations. */
const answerTokens = 1500

/** With less room than this a story cannot be told from what the model sees of it. */
const leastRoomTokens = 1000

/** An answer in the wrong form is shown to the model again, no more of it than this. */
const shownAgainUnits = 4000

type Fault =
  | 'Late'
  | 'Unreachable'
  | 'Refused'
  | 'Busy'
  | 'Broken'
  | 'Failed'
  | 'Cut'
  | 'Filtered'
  | 'Resting'
  | 'Spent'
  | 'TooLong'

/**
 * Has a language model tell stories in its own words. It is asked once a story, and once more where the form of the answer
 * is wrong. Links, titles, dates and sources are never its; what it says of the articles is for verification to judge.
 */
export function createLanguageModelSummarizer(options: LanguageModelOptions): Summarizer {
  const breaker = createBreaker(options.clock)
  const digestRoom = createDigestRoom()

  async function summarize(request: SummaryRequest) {
    const account = { workspaceId: request.workspaceId, digestId: request.digestId }
    const fail = faultIn(request)
    const room = digestRoom.left(account, request.now)
    const passages = room < leastRoomTokens ? [] : numberPassages(request.articles, room)
    if (passages.length === 0) throw fail('TooLong')
    const key = contentKey(options.model, request, passages)
    const known = readKept(await options.results.read(account, key), passages.length)
    if (known) return toDraft(known, passages)
    const budget = await options.budgetLeft(account)
    if (budget === 'nothing') throw fail('Spent')
    const prompt = summaryPrompt(request, passages, options.random.id().slice(0, 12))
    digestRoom.take(account, request.now, tokensOf(prompt))
    const answer = await converse(prompt, passages, request, account, budget)
    await options.results.keep(account, key, answer)
    return toDraft(answer, passages)
  }

  /** Asks, and where the answer has the wrong form, asks once more. */
  async function converse(
    prompt: readonly ModelMessage[],
    passages: readonly NumberedPassage[],
    request: SummaryRequest,
    account: Account,
    budget: BudgetLeft,
  ): Promise<SummaryAnswer> {
    const fail = faultIn(request)
    const first = await askOnce(prompt, account, fail)
    const read = readIn(first, passages, request)
    if (read.kind === 'answer') return good(read.answer)
    if (budget === 'little') return bad(fail)
    const second = await askOnce([...prompt, ...complaint(first, read.why)], account, fail)
    const again = readIn(second, passages, request)
    return again.kind === 'answer' ? good(again.answer) : bad(fail)
  }

  function good(answer: SummaryAnswer): SummaryAnswer {
    breaker.succeeded()
    return answer
  }

  function bad(fail: (fault: Fault) => SummarizerError): never {
    breaker.failed()
    throw fail('Broken')
  }

  async function askOnce(
    messages: readonly ModelMessage[],
    account: Account,
    fail: (fault: Fault, cause?: unknown) => SummarizerError,
  ): Promise<string> {
    if (!breaker.mayTry()) throw fail('Resting')
    const reply = await options.ask({ messages, schema: summarySchema, maxTokens: answerTokens })
    await count(reply, messages, account)
    if (reply.kind === 'text') return reply.text
    if (reply.kind === 'failed') {
      breaker.failed(reply.retryAfterMs)
      throw fail(faultNames[reply.why], reply.cause)
    }
    breaker.left()
    throw fail(reply.kind === 'cut' ? 'Cut' : 'Filtered')
  }

  async function count(
    reply: ModelReply,
    messages: readonly ModelMessage[],
    account: Account,
  ): Promise<void> {
    if (reply.kind === 'failed') return
    const outputTokens = reply.kind === 'text' ? estimateTokens(reply.text) : answerTokens
    const estimate = { inputTokens: tokensOf(messages), outputTokens }
    await options.spend(account, reply.usage ?? estimate)
  }

  return { name: 'language-model', summarize }
}

const faultNames = {
  late: 'Late',
  unreachable: 'Unreachable',
  refused: 'Refused',
  busy: 'Busy',
  broken: 'Broken',
  failed: 'Failed',
} as const

function faultIn(request: SummaryRequest) {
  const wording: Wording = wordingFor(request.language ?? request.articles[0].language ?? 'en')
  return (fault: Fault, cause?: unknown) =>
    new SummarizerError(wording.say(`brief.model${fault}`), { cause })
}

function readIn(
  reply: string,
  passages: readonly NumberedPassage[],
  { language }: SummaryRequest,
): ReadAnswer<SummaryAnswer> {
  const read = readSummary(reply, passages.length)
  if (read.kind === 'invalid' || language === undefined) return read
  const told = read.answer.points.map(({ text }) => text).join(' ')
  if (!isInAnotherLanguage(told, language)) return read
  return { kind: 'invalid', why: `the points are not in ${languageName(language)}` }
}

function readKept(value: unknown, passageCount: number): SummaryAnswer | undefined {
  if (value === undefined || value === null) return undefined
  const read = readSummary(JSON.stringify(value), passageCount)
  return read.kind === 'answer' ? read.answer : undefined
}

function complaint(reply: string, why: string): readonly ModelMessage[] {
  return [
    { role: 'assistant', content: reply.slice(0, shownAgainUnits).toWellFormed() || '(nothing)' },
    {
      role: 'user',
      content: `That cannot be used: ${why}. Answer again with the one JSON object that was asked for, and nothing else.`,
    },
  ]
}

function tokensOf(messages: readonly ModelMessage[]): number {
  return messages.reduce((sum, { content }) => sum + estimateTokens(content), 0)
}

/** The same content told the same way by the same model has the same key, whatever the time and the marks. */
function contentKey(
  model: string,
  { articles, length, language, told }: SummaryRequest,
  passages: readonly NumberedPassage[],
): string {
  const about = articles.map(({ id, title, publisher, publishedAt }) => [
    id,
    title,
    publisher,
    publishedAt,
  ])
  const content = [model, length, language, told?.points, told?.quotes, about, passages]
  return createHash('sha256').update(JSON.stringify(content)).digest('base64url')
}
