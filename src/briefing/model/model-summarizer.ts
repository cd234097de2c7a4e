import type { Summarizer, SummaryRequest } from '../summarizer.ts'
import { contentKey } from './content-key.ts'
import { type Converse, createConversation } from './conversation.ts'
import { createDigestRoom } from './digest-room.ts'
import { faultsIn } from './faults.ts'
import { createMarker, languageName } from './fence.ts'
import type { LanguageModelOptions } from './options.ts'
import { type NumberedPassage, numberPassages } from './passages.ts'
import { summaryPrompt } from './prompt.ts'
import type { ReadAnswer } from './read-json.ts'
import { isInAnotherLanguage } from './spoken-language.ts'
import { readSummary, type SummaryAnswer, summarySchema } from './summary-answer.ts'
import { toDraft } from './to-draft.ts'
import { tokensOf } from './tokens.ts'

/** Room for the answer: four points, three quotes and their translations. */
const answerTokens = 1500

/** With less room than this a story cannot be told from what the model sees of it. */
const leastRoomTokens = 1000

/**
 * Has a language model tell stories in its own words. It is asked once a story, and once more where the form of the answer
 * is wrong. Links, titles, dates and sources are never its; what it says of the articles is for verification to judge.
 */
export function createLanguageModelSummarizer(
  options: LanguageModelOptions,
  converse: Converse = createConversation(options),
): Summarizer {
  const digestRoom = createDigestRoom()

  async function summarize(request: SummaryRequest) {
    const account = { workspaceId: request.workspaceId, digestId: request.digestId }
    const language = request.language ?? request.articles[0].language
    const fail = faultsIn(language)
    const room = digestRoom.left(account, request.now)
    const passages = room < leastRoomTokens ? [] : numberPassages(request.articles, room)
    if (passages.length === 0) throw fail('TooLong')
    const { told } = request
    const key = contentKey(
      [options.model, request.length, request.language, told?.points, told?.quotes, passages],
      request.articles,
    )
    const known = readKept(await options.results.read(account, key), passages.length)
    if (known) return toDraft(known, passages)
    const budget = await options.budgetLeft(account)
    if (budget === 'nothing') throw fail('Spent')
    const messages = summaryPrompt(request, passages, createMarker(options.random))
    digestRoom.take(account, request.now, tokensOf(messages))
    const answer = await converse({
      call: { messages, schema: summarySchema, maxTokens: answerTokens },
      read: (reply) => readIn(reply, passages, request),
      account,
      budget,
      language,
    })
    await options.results.keep(account, key, answer)
    return toDraft(answer, passages)
  }

  return { name: 'language-model', summarize }
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
