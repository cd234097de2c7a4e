import type { Range } from '../../domain/passage.ts'
import type { Speaker } from '../../domain/quote.ts'
import { lexiconOf } from '../lexicon/lexicon-of.ts'
import { mentionsOf } from '../names/mentions.ts'
import { registerOf } from '../names/people.ts'
import { clausesOf } from '../text/clauses.ts'
import { paragraphsOf } from '../text/paragraphs.ts'
import { quotedSpans } from './marks.ts'
import { speakersOf } from './speakers.ts'
import { weighQuotes } from './weight.ts'

/** A text whose quotations are looked for. */
export type QuotedText = {
  readonly text: string
  readonly title?: string | undefined
  readonly language?: string | undefined
  /** Lines of the text that are headings. */
  readonly headings?: readonly Range[]
}

/** A quotation of a text, and who said it. */
export type FoundQuote = Range & {
  /** The words between the marks, exactly as the text has them from `start` to `end`. */
  readonly text: string
  /** As the text names them, never a pronoun; undefined where the text does not tell. */
  readonly speaker: Speaker | undefined
  /** One of the at most three that a briefing of this text alone would print. */
  readonly isKey: boolean
  /** How much it is worth printing; 0 for what never is: scraps, titles, words in scare quotes. */
  readonly weight: number
}

/** No article has more; what comes after them is not looked at. */
const mostQuotations = 800

/** Every quotation that the text lays in somebody's mouth, in its order. Words set apart for irony and titles are left out. */
export function findQuotes(input: QuotedText): readonly FoundQuote[] {
  const { text } = input
  const paragraphs = paragraphsOf(text, input.headings)
  const spans = quotedSpans(text, paragraphs).slice(0, mostQuotations)
  if (spans.length === 0) return []
  const lexicon = lexiconOf(input.language, text)
  const clauses = clausesOf(text, paragraphs, spans, lexicon)
  const mentions = mentionsOf(text, clauses, lexicon)
  const register = registerOf(mentions.flat(), lexicon)
  const said = speakersOf({ text, paragraphs, spans, clauses, mentions, register, lexicon })
  return weighQuotes(text, said, lexicon, input.language)
}
