import type { Range } from '../../domain/passage.ts'
import { candidatesOf } from './candidates.ts'
import { chooseCandidates } from './choose.ts'

/** A text to be summarized, as far as the extractive summarizer looks at it. */
export type SummaryInput = {
  readonly text: string
  readonly title?: string | undefined
  readonly language?: string | undefined
  /** Lines of the text that are headings; never taken for sentences. */
  readonly headings?: readonly Range[]
}

export type SummaryLimits = { readonly maxSentences: number; readonly maxWords: number }

/** A sentence of the text that stands alone, and where it stands there. */
export type TextPoint = Range & { readonly text: string }

/**
 * The sentences of a text that tell it best, in its order, each fit to stand alone, of those that are wanted. Empty where
 * no sentence fits.
 */
export function summarizeText(
  input: SummaryInput,
  limits: SummaryLimits,
  isWanted: (sentence: string) => boolean = () => true,
): readonly TextPoint[] {
  const candidates = candidatesOf(input.text, input.language, input.headings).filter(({ text }) =>
    isWanted(text),
  )
  return chooseCandidates(candidates, input.title, input.language, limits).map(
    ({ text, start, end }) => ({ text, start, end }),
  )
}

/** Nothing but what somebody says. */
const isQuotation = /^["“„«].*["”“»]\.?$/u

/** The first sentence that stands alone, as it would be printed; undefined where none does. */
export function leadOf(input: SummaryInput): string | undefined {
  return candidatesOf(input.text, input.language, input.headings).find(
    ({ text, dangles, labelled, personal, opensWithQuote }) =>
      !dangles && !labelled && !personal && !opensWithQuote && !isQuotation.test(text),
  )?.text
}
