import type { Article } from '../../domain/article.ts'
import type { Checks, Point, QuoteVerdict } from '../../domain/briefing.ts'
import type { Quote } from '../../domain/quote.ts'
import { type FoundQuote, findQuotes } from '../quotes/find-quotes.ts'
import type { Draft, SummaryRequest, VerifyDraft } from '../summarizer.ts'
import { checkPoint } from './check-point.ts'
import { type CheckedQuote, checkQuote } from './check-quote.ts'
import { withCheckedTranslation } from './check-translation.ts'
import { restOnSame } from './rest-on-same.ts'
import { verifyHeadline } from './verify-headline.ts'

const mostQuotes = 3
const mostPoints = 4

export const verifyDraft: VerifyDraft = (draft, request, spare) => {
  const quotes = verifyQuotes(draft, request, spare)
  const points = verifyPoints(draft, request, spare)
  const headline = verifyHeadline(
    draft.headline,
    spare.headline,
    request.articles,
    request.language,
  )
  return {
    draft: { headline, points: points.kept, quotes: quotes.kept },
    checks: { quotesDropped: quotes.dropped, pointsReplaced: points.replaced },
  }
}

function verifyQuotes(draft: Draft, request: SummaryRequest, spare: Draft) {
  const kept: Quote[] = []
  const dropped: { text: string; verdict: QuoteVerdict }[] = []
  const wanted = Math.min(draft.quotes.length, mostQuotes)
  const take = (quote: Quote): QuoteVerdict => {
    const checked = checkAgainst(quote, request)
    if (checked.verdict === 'supported' && !kept.some((other) => overlaps(other, checked.quote))) {
      kept.push(checked.quote)
    }
    return checked.verdict
  }
  for (const quote of draft.quotes.slice(0, mostQuotes)) {
    const verdict = take(quote)
    if (verdict !== 'supported') dropped.push({ text: quote.text, verdict })
  }
  for (const quote of spare.quotes) if (kept.length < wanted) take(quote)
  return { kept, dropped }
}

/** The article that the quote names, and no other: a quote is shown beside its source. */
function checkAgainst(quote: Quote, { articles, language }: SummaryRequest): CheckedQuote {
  const article = articles.find(({ id }) => id === quote.articleId)
  if (!article) return { verdict: 'altered' }
  const checked = checkQuote(quote, article, saidIn(article))
  if (checked.verdict !== 'supported') return checked
  const quoted = withCheckedTranslation(checked.quote, quote.translation, article, language)
  return { verdict: 'supported', quote: quoted }
}

const said = new WeakMap<Article, readonly FoundQuote[]>()

/** The quotations of an article, looked for once. */
function saidIn(article: Article): readonly FoundQuote[] {
  const known = said.get(article)
  if (known) return known
  const found = findQuotes(article)
  said.set(article, found)
  return found
}

function overlaps(a: Quote, b: Quote): boolean {
  return a.articleId === b.articleId && a.start < b.end && b.start < a.end
}

function verifyPoints(draft: Draft, request: SummaryRequest, spare: Draft) {
  const kept: Point[] = []
  const replaced: Checks['pointsReplaced'][number][] = []
  const spares = spare.points.filter((point) => checkPoint(point, request).kind === 'good')
  for (const point of draft.points.slice(0, mostPoints)) {
    const checked = checkPoint(point, request)
    if (checked.kind === 'false') replaced.push({ text: point.text, why: checked.why })
    const next = checked.kind === 'false' ? nextSpare(spares, kept, draft.points) : checked.point
    if (next && !kept.some((other) => other.text === next.text)) kept.push(next)
  }
  if (kept.length === 0) kept.push(...spares.slice(0, 1))
  return { kept, replaced }
}

/** A spare point that rests on another passage than the points that are kept. */
function nextSpare(
  spares: readonly Point[],
  kept: readonly Point[],
  drafted: readonly Point[],
): Point | undefined {
  const taken = [...kept, ...drafted.filter((point) => spares.includes(point))]
  return spares.find((spare) => !taken.some((other) => restOnSame(spare, other)))
}
