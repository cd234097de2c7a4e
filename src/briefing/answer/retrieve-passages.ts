import type { Article } from '../../domain/article.ts'
import type { NumberedPassage } from '../model/passages.ts'
import { estimateTokens } from '../model/tokens.ts'
import { proseOf, rankSentences } from './rank-sentences.ts'
import { readQuestion } from './read-question.ts'

/** Of the sentences that speak of the question so many are shown, each with the one before and after it. */
const mostFound = 24
/** Each article is introduced by so many sentences, which say what it is about. */
const openingSentences = 2
/** What the number and the marker before a line cost. */
const lineTokens = 12

/**
 * What a model is shown of the articles to answer from: the sentences nearest to the question with what stands around them,
 * and how each article opens; numbered in the articles' order, within the room, the nearest first to be let in.
 */
export function retrievePassages(
  question: string,
  articles: readonly Article[],
  roomTokens: number,
  language?: string,
): readonly NumberedPassage[] {
  const prose = new Map(articles.map((article) => [article, proseOf(article)]))
  const found = rankSentences(readQuestion(question, language), articles).slice(0, mostFound)
  const wanted = [
    ...found.flatMap(({ article, start }) => {
      const at = prose.get(article)?.findIndex((sentence) => sentence.start === start) ?? -1
      return [at, at - 1, at + 1].map((place) => ({ article, place }))
    }),
    ...articles.flatMap((article) =>
      Array.from({ length: openingSentences }, (_, place) => ({ article, place })),
    ),
  ]
  const shown = new Map<Article, Set<number>>(articles.map((article) => [article, new Set()]))
  let left = roomTokens
  for (const { article, place } of wanted) {
    const sentence = prose.get(article)?.[place]
    const places = shown.get(article)
    if (!sentence || !places || places.has(place)) continue
    const tokens = estimateTokens(sentence.text) + lineTokens
    if (tokens > left) continue
    left -= tokens
    places.add(place)
  }
  return articles
    .flatMap((article) =>
      (prose.get(article) ?? [])
        .filter((_, place) => shown.get(article)?.has(place))
        .map(({ text, start, end }) => ({
          articleId: article.id,
          start,
          end,
          text: oneLine(text),
        })),
    )
    .map((passage, at) => ({ ...passage, number: at + 1 }))
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ')
}
