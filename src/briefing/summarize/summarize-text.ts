import type { Range } from '../../domain/passage.ts'
import { candidatesOf } from './candidates.ts'
import { chooseCandidates } from './choose.ts'

/** A text to be summarized, as far as the extractive summarizer looks at it. */
export type SummaryInput = {
  readonly text: string
  readonly title?: string | undefined
  readonly language?: string | undefined
}

export type SummaryLimits = { readonly maxSentences: number; readonly maxWords: number }

/** A sentence of the text that stands alone, and where it stands there. */
export type TextPoint = Range & { readonly text: string }

/** The sentences of a text that tell it best, in its order, each fit to stand alone. Empty where no sentence fits. */
export function summarizeText(input: SummaryInput, limits: SummaryLimits): readonly TextPoint[] {
  const candidates = candidatesOf(input.text, input.language)
  return chooseCandidates(candidates, input.title, input.language, limits).map(
    ({ text, start, end }) => ({ text, start, end }),
  )
}
