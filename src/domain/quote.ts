import type { Article } from './article.ts'
import type { Passage } from './passage.ts'

/** Who said it, as the article names them. Never a bare pronoun. */
export type Speaker = {
  /** The full name, or the article's own noun for an unnamed source ("a senior official"). */
  readonly name: string
  /** The role as the article states it ("US Secretary of State"). */
  readonly role: string | undefined
}

/** Words copied from an article, with where they stand so that anyone can check them. */
export type Quote = Passage & {
  /** The words between the quotation marks, exactly as `Article.text` has them from `start` to `end`. */
  readonly text: string
  readonly speaker: Speaker
  /** The same words in the reader's language, by the language model; shown beside the original, marked as a translation. */
  readonly translation?: string
}

/** A quote is real when the article says exactly those words at exactly that place. */
export function isVerbatim(quote: Quote, article: Article): boolean {
  return quote.articleId === article.id && article.text.slice(quote.start, quote.end) === quote.text
}
