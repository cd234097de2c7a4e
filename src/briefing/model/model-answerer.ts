import type { Answerer, AnswerRequest } from '../answer/answerer.ts'
import { retrievePassages } from '../answer/retrieve-passages.ts'
import { contentKey } from './content-key.ts'
import { type Converse, createConversation } from './conversation.ts'
import { faultsIn } from './faults.ts'
import { createMarker, languageName } from './fence.ts'
import type { LanguageModelOptions } from './options.ts'
import type { NumberedPassage } from './passages.ts'
import { type QuestionAnswer, questionSchema, readQuestionAnswer } from './question-answer.ts'
import { questionPrompt } from './question-prompt.ts'
import type { ReadAnswer } from './read-json.ts'
import { isInAnotherLanguage } from './spoken-language.ts'
import { toPoints } from './to-draft.ts'

/** Room for the answer: three sentences. */
const answerTokens = 600

/** The most that the model is shown for one question. */
const passageTokens = 4000

/** A question is shown to the model no longer than this. */
const questionUnits = 500

/**
 * Has a language model answer questions from passages that we choose. What it says is for verification to judge; that the
 * passages do not say is an answer, too.
 */
export function createLanguageModelAnswerer(
  options: LanguageModelOptions,
  converse: Converse = createConversation(options),
): Answerer {
  return async (asked) => {
    const request = { ...asked, question: asked.question.slice(0, questionUnits).toWellFormed() }
    const { question, articles, language, workspaceId } = request
    const fail = faultsIn(language)
    const account = { workspaceId, digestId: undefined }
    const passages = retrievePassages(question, articles, passageTokens, language)
    if (passages.length === 0) return []
    const key = contentKey([options.model, question, language, passages], articles)
    const known = readKept(await options.results.read(account, key), passages.length)
    if (known) return toPoints(known.sentences, passages)
    const budget = await options.budgetLeft(account)
    if (budget === 'nothing') throw fail('Spent')
    const messages = questionPrompt(request, passages, createMarker(options.random))
    const answer = await converse({
      call: { messages, schema: questionSchema, maxTokens: answerTokens },
      read: (reply) => readIn(reply, passages, request),
      account,
      budget,
      language,
    })
    await options.results.keep(account, key, answer)
    return toPoints(answer.sentences, passages)
  }
}

function readIn(
  reply: string,
  passages: readonly NumberedPassage[],
  { language }: AnswerRequest,
): ReadAnswer<QuestionAnswer> {
  const read = readQuestionAnswer(reply, passages.length)
  if (read.kind === 'invalid' || language === undefined) return read
  const told = read.answer.sentences.map(({ text }) => text).join(' ')
  if (!isInAnotherLanguage(told, language)) return read
  return { kind: 'invalid', why: `the sentences are not in ${languageName(language)}` }
}

function readKept(value: unknown, passageCount: number): QuestionAnswer | undefined {
  if (value === undefined || value === null) return undefined
  const read = readQuestionAnswer(JSON.stringify(value), passageCount)
  return read.kind === 'answer' ? read.answer : undefined
}
