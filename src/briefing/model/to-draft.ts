import type { Point } from '../../domain/briefing.ts'
import type { Passage } from '../../domain/passage.ts'
import type { Quote } from '../../domain/quote.ts'
import { cleanLine } from '../../support/text/clean.ts'
import type { Draft } from '../summarizer.ts'
import type { NumberedPassage } from './passages.ts'
import type { SummaryAnswer } from './summary-answer.ts'

/**
 * The model's answer as a draft: its words, with the articles and ranges of the passages that it names. A quote's place
 * and speaker are what the model claims; verification puts what the article says in their place, or drops it.
 */
export function toDraft(answer: SummaryAnswer, passages: readonly NumberedPassage[]): Draft {
  const byNumber = numbered(passages)
  return {
    headline: cleanLine(answer.headline).replace(/(?<![.…])\.$/, ''),
    points: toPoints(answer.points, passages),
    quotes: answer.quotes.flatMap((quote) => toQuote(quote, byNumber)),
  }
}

type Said = { readonly text: string; readonly passages: readonly number[] }

/** Sentences of the model with the articles and ranges of the passages that they name. */
export function toPoints(
  said: readonly Said[],
  passages: readonly NumberedPassage[],
): readonly Point[] {
  const byNumber = numbered(passages)
  return said.flatMap((sentence) => toPoint(sentence, byNumber))
}

type ByNumber = ReadonlyMap<number, NumberedPassage>

function numbered(passages: readonly NumberedPassage[]): ByNumber {
  return new Map(passages.map((passage) => [passage.number, passage]))
}

function toPoint(point: Said, byNumber: ByNumber): readonly Point[] {
  const named = [...new Set(point.passages)].flatMap((number) => byNumber.get(number) ?? [])
  const [first, ...more] = named.map(toPassage)
  return first ? [{ text: cleanLine(point.text), evidence: [first, ...more] }] : []
}

function toPassage({ articleId, start, end }: Passage): Passage {
  return { articleId, start, end }
}

function toQuote(quote: SummaryAnswer['quotes'][number], byNumber: ByNumber): readonly Quote[] {
  const passage = byNumber.get(quote.passage)
  if (!passage) return []
  const translation = cleanLine(quote.translation)
  return [
    {
      ...toPassage(passage),
      text: cleanLine(quote.text),
      speaker: { name: cleanLine(quote.speaker), role: undefined },
      ...(translation === '' ? {} : { translation }),
    },
  ]
}
