import type { Briefing } from '../../../../domain/briefing.ts'
import type { Quote } from '../../../../domain/quote.ts'
import type { ArticleThen } from '../reads.ts'
import type { Mark } from './marked-text.ts'
import { speakerEvidence } from './speaker-evidence.ts'
import { pointAnchor, quoteAnchor } from './story-address.ts'

/** A quote's words and what says whose they are, in its article. */
export function quoteMarks(
  quote: Quote,
  { text }: Pick<ArticleThen, 'text'>,
  id?: string,
): readonly Mark[] {
  const { start, end } = quote
  const said: Mark = { kind: 'said', start, end, ...(id === undefined ? {} : { id }) }
  return [said, ...speakerEvidence(text, quote).map((range): Mark => ({ kind: 'who', ...range }))]
}

/** Everything that a briefing takes from an article, each with the name by which the briefing calls it. */
export function briefingMarks(briefing: Briefing, article: ArticleThen): readonly Mark[] {
  const quotes = briefing.quotes.flatMap((quote, at) =>
    quote.articleId === article.articleId ? quoteMarks(quote, article, quoteAnchor(at)) : [],
  )
  const points = briefing.points.flatMap(({ evidence }, at) =>
    evidence
      .filter(({ articleId }) => articleId === article.articleId)
      .map(({ start, end }): Mark => ({ kind: 'rests', start, end, id: pointAnchor(at) })),
  )
  return [...quotes, ...points]
}
