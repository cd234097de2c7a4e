import { list, number, object, text } from './json-schema.ts'
import { parseObject, type ReadAnswer, type Shape } from './read-json.ts'

/** What the model is asked for: its own words, each with the numbers of the passages that it rests on. */
export type SummaryAnswer = {
  readonly headline: string
  readonly points: readonly { readonly text: string; readonly passages: readonly number[] }[]
  readonly quotes: readonly {
    readonly passage: number
    readonly text: string
    readonly speaker: string
    /** The same words in the reader's language; empty where it is the article's. */
    readonly translation: string
  }[]
}

export const summarySchema = {
  name: 'briefing',
  schema: object({
    headline: text,
    points: list(object({ text, passages: list(number) })),
    quotes: list(object({ passage: number, text, speaker: text, translation: text })),
  }),
}

const mostUnits = { headline: 300, point: 700, quote: 1200, speaker: 120 }
const mostPoints = 8
const mostQuotes = 8
const mostPassages = 12

/** The answer in a text, when it is one and speaks of passages that exist. */
export function readSummary(reply: string, passageCount: number): ReadAnswer<SummaryAnswer> {
  const parsed = parseObject(reply)
  if (parsed.kind === 'invalid') return parsed
  const { shape } = parsed
  const answer = {
    headline: shape.text('headline', mostUnits.headline),
    points: shape.list('points', mostPoints, (point) => ({
      text: point.text('text', mostUnits.point),
      passages: point.numbers('passages', mostPassages, passageCount),
    })),
    quotes: shape.list('quotes', mostQuotes, (quote) => readQuote(quote, passageCount)),
  }
  const why = shape.faults()[0] ?? (answer.points.length === 0 ? 'points is empty' : undefined)
  return why === undefined ? { kind: 'answer', answer } : { kind: 'invalid', why }
}

function readQuote(quote: Shape, passageCount: number) {
  return {
    passage: quote.number('passage', passageCount),
    text: quote.text('text', mostUnits.quote),
    speaker: quote.text('speaker', mostUnits.speaker),
    translation: quote.optionalText('translation', mostUnits.quote),
  }
}
