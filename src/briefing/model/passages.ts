import type { Article } from '../../domain/article.ts'
import type { Passage } from '../../domain/passage.ts'
import { sentencesOf } from '../summarize/sentences.ts'
import { estimateTokens } from './tokens.ts'

/** A sentence that the model is shown under a number, the first being 1. */
export type NumberedPassage = Passage & { readonly number: number; readonly text: string }

/** The most of one article, and of all, that a model is shown. */
const articleTokens = 6000

/** The sentences of the articles under running numbers, the fullest article first, within the room. */
export function numberPassages(
  articles: readonly Article[],
  roomTokens: number,
): readonly NumberedPassage[] {
  const passages: NumberedPassage[] = []
  let left = roomTokens
  for (const article of articles) {
    let leftOfArticle = Math.min(articleTokens, left)
    for (const { text, start, end } of proseOf(article)) {
      const tokens = estimateTokens(text) + lineTokens
      if (tokens > leftOfArticle) break
      leftOfArticle -= tokens
      left -= tokens
      passages.push({ number: passages.length + 1, articleId: article.id, start, end, text })
    }
  }
  return passages
}

/** What the number and the marker before a line cost. */
const lineTokens = 12

function proseOf(article: Article) {
  const isHeading = (start: number) =>
    article.headings.some((range) => range.start <= start && start < range.end)
  return sentencesOf(article.text, article.language)
    .filter(({ start }) => !isHeading(start))
    .map((sentence) => ({ ...sentence, text: sentence.text.replace(/\s+/g, ' ') }))
}
