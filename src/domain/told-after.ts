import type { Article } from './article.ts'
import type { Briefing } from './briefing.ts'
import type { Told } from './story.ts'

/** What a channel knows of a story once a briefing of these articles stands there. */
export function toldAfter(
  before: Told | undefined,
  briefing: Briefing,
  articles: readonly Pick<Article, 'id' | 'text'>[],
  at: Date,
): Told {
  const union = (known: readonly string[] = [], added: readonly string[]) => [
    ...new Set([...known, ...added]),
  ]
  return {
    at,
    headline: briefing.headline,
    points: union(
      before?.points,
      briefing.points.map(({ text }) => text),
    ),
    quotes: union(
      before?.quotes,
      briefing.quotes.map(({ text }) => text),
    ),
    articleIds: union(
      before?.articleIds,
      articles.map(({ id }) => id),
    ),
    texts: union(
      before?.texts,
      articles.map(({ text }) => text),
    ),
  }
}
