import type { Article } from '../../src/domain/article.ts'
import { slotId, storyId } from '../../src/domain/ids.ts'
import type { Story, Told, ToldStory } from '../../src/domain/story.ts'
import { toldAfter } from '../../src/domain/told-after.ts'
import { aBriefing } from '../domain/a-digest.ts'
import { anArticle } from '../store/sample.ts'

export const now = new Date('2026-03-01T08:00:00Z')

export function aStory(
  name: string,
  articles?: readonly [Article, ...Article[]],
  told?: Told,
): Story {
  return { id: storyId(name), articles: articles ?? [anArticle(`${name}-1`)], told }
}

/** A story as a channel was told of it, with nothing changed since. */
export function aToldStory(
  name: string,
  articles: readonly Article[],
  changes: Partial<ToldStory> = {},
): ToldStory {
  const briefing =
    changes.briefing ?? aBriefing({ headline: articles[0]?.title ?? name, points: [], quotes: [] })
  return {
    id: storyId(name),
    slotId: slotId('yesterday'),
    told: toldAfter(undefined, briefing, articles, new Date('2026-02-28T08:00:00Z')),
    briefing,
    articles,
    revisions: new Map(articles.map(({ id, revision }) => [id, revision])),
    textsThen: new Map(articles.map(({ id, text }) => [id, text])),
    corrections: [],
    ...changes,
  }
}
