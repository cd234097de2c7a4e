import { findQuotes } from '../../../src/briefing/quotes/find-quotes.ts'
import { type CheckedQuote, checkQuote } from '../../../src/briefing/verify/check-quote.ts'
import type { Article } from '../../../src/domain/article.ts'
import type { Quote } from '../../../src/domain/quote.ts'
import { damages, type Given } from './damages.ts'
import { sampleArticles } from './sample-articles.ts'

export type Trust = {
  readonly articles: number
  readonly quotes: number
  /** True quotes that the check takes for true. */
  readonly kept: number
  readonly damaged: readonly {
    readonly how: string
    readonly tried: number
    readonly refused: number
  }[]
}

/** The check of quotes, put to the test with true ones and with the same ones made false in each way. */
export function measureTrust(): Trust {
  const articles = sampleArticles()
  const byArticle = articles.map((article) => ({ article, quotes: quotesOf(article) }))
  const cases = byArticle.flatMap(({ article, quotes }) =>
    quotes.map((quote): Given & { readonly article: Article } => ({
      article,
      quote,
      beside: quotes.filter((other) => other !== quote),
      elsewhere: byArticle.flatMap((each) => (each.article === article ? [] : each.quotes)),
    })),
  )
  return {
    articles: articles.length,
    quotes: cases.length,
    kept: cases.filter(({ quote, article }) => isTaken(quote, article)).length,
    damaged: Object.entries(damages).map(([how, damage]) => {
      const tried = cases.flatMap((given) => {
        const quote = damage(given)
        return quote === undefined ? [] : [{ quote, article: given.article }]
      })
      const refused = tried.filter(({ quote, article }) => !isTaken(quote, article))
      return { how, tried: tried.length, refused: refused.length }
    }),
  }
}

/** Those that have a speaker and would be worth printing. */
function quotesOf(article: Article): readonly Quote[] {
  return findQuotes(article).flatMap(({ speaker, weight, text, start, end }) =>
    speaker === undefined || weight === 0
      ? []
      : [{ articleId: article.id, text, start, end, speaker }],
  )
}

function isTaken(quote: Quote, article: Article): boolean {
  const checked: CheckedQuote = checkQuote(quote, article, findQuotes(article))
  return checked.verdict === 'supported'
}
