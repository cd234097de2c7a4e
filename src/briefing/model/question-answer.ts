import { list, number, object, text, truth } from './json-schema.ts'
import { parseObject, type ReadAnswer } from './read-json.ts'

/** What the model answers a question with: sentences, each with the numbers of the passages that it rests on. */
export type QuestionAnswer = {
  /** False when the passages do not say; the sentences are empty then. */
  readonly answered: boolean
  readonly sentences: readonly { readonly text: string; readonly passages: readonly number[] }[]
}

export const questionSchema = {
  name: 'answer',
  schema: object({ answered: truth, sentences: list(object({ text, passages: list(number) })) }),
}

const mostUnits = 700
const mostSentences = 6
const mostPassages = 8

/** The answer in a text, when it is one and speaks of passages that exist. */
export function readQuestionAnswer(
  reply: string,
  passageCount: number,
): ReadAnswer<QuestionAnswer> {
  const parsed = parseObject(reply)
  if (parsed.kind === 'invalid') return parsed
  const { shape } = parsed
  const answered = shape.truth('answered')
  if (!answered && shape.faults().length === 0) {
    return { kind: 'answer', answer: { answered, sentences: [] } }
  }
  const sentences = shape.list('sentences', mostSentences, (sentence) => ({
    text: sentence.text('text', mostUnits),
    passages: sentence.numbers('passages', mostPassages, passageCount),
  }))
  const why = shape.faults()[0] ?? (sentences.length === 0 ? 'sentences is empty' : undefined)
  return why === undefined
    ? { kind: 'answer', answer: { answered, sentences } }
    : { kind: 'invalid', why }
}
