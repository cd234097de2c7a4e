import type { Article } from '../../domain/article.ts'
import type { StoryId } from '../../domain/ids.ts'
import type { Story, ToldStory } from '../../domain/story.ts'
import { byFullness } from './fullness.ts'
import { groupArticles, type Pair } from './group.ts'
import { mergeTold } from './merge-told.ts'
import type { Groupable } from './vectors.ts'

/** What the stories of a channel depend on besides the articles. */
export type StoryContext = {
  /** What the channel was told in the last 14 days. */
  readonly told: readonly ToldStory[]
  /** Pairs of articles that somebody has said do not belong together. */
  readonly apart: readonly Pair[]
  /** An id for a story that the channel was not told before; `lead` is its fullest telling. */
  newStoryId(lead: Article): StoryId
}

/**
 * The articles as stories, every article in exactly one. A story that the channel was told before keeps its id and knows
 * what was told; a changed revision of a told article belongs to the story that told it.
 */
export function groupStories(
  articles: readonly Article[],
  context: StoryContext,
): readonly Story[] {
  const once = new Map(articles.map((article) => [article.id as string, article]))
  const known = knownItems(context.told, once)
  const pairs = context.told.flatMap((story) => pairsOf(known.get(story) ?? []))
  const items = uniqueById([...once.values(), ...[...known.values()].flat()])
  const groups = groupArticles(items, { apart: context.apart, together: pairs })
  const owners = ownersOf(groups, known)
  return groups.flatMap((group, place) => {
    const [lead, ...others] = group.flatMap(({ id }) => once.get(id) ?? []).toSorted(byFullness)
    if (lead === undefined) return []
    const told = toldIn(group, known)
    const own = told.filter((story) => owners.get(story) === place)
    const id = latest(own)?.id ?? context.newStoryId(lead)
    return [{ id, articles: [lead, ...others], told: mergeTold(told.map((story) => story.told)) }]
  })
}

type Known = ReadonlyMap<ToldStory, readonly Groupable[]>

/** What each told story is recognised by: its articles, as they stand in this window if they came again. */
function knownItems(told: readonly ToldStory[], window: ReadonlyMap<string, Article>): Known {
  return new Map(
    told.map((story) => {
      const kept = story.articles.map((article) => window.get(article.id) ?? article)
      return [story, kept.length > 0 ? kept : [fromPrint(story)]]
    }),
  )
}

/** A told story whose articles are no longer kept, as it was printed. */
function fromPrint({ id, told }: ToldStory): Groupable {
  const text = [...told.points, ...told.quotes].join('\n\n')
  return { id: `told ${id}`, title: told.headline, text, url: undefined, publishedAt: told.at }
}

function pairsOf(items: readonly Groupable[]): readonly Pair[] {
  const [first, ...others] = items
  return first === undefined ? [] : others.map(({ id }) => [first.id, id])
}

function uniqueById(items: readonly Groupable[]): readonly Groupable[] {
  return [...new Map(items.map((item) => [item.id, item])).values()]
}

/** The one group that goes on with a told story: the one with most of its articles, the first among equals. */
function ownersOf(
  groups: readonly (readonly Groupable[])[],
  known: Known,
): ReadonlyMap<ToldStory, number> {
  const placeOf = new Map(groups.flatMap((group, place) => group.map(({ id }) => [id, place])))
  return new Map(
    [...known].map(([story, items]) => [
      story,
      mostFrequent(items.map(({ id }) => placeOf.get(id))),
    ]),
  )
}

function mostFrequent(places: readonly (number | undefined)[]): number {
  const counts = new Map<number, number>()
  for (const place of places) {
    if (place !== undefined) counts.set(place, (counts.get(place) ?? 0) + 1)
  }
  return [...counts].toSorted((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? -1
}

function toldIn(group: readonly Groupable[], known: Known): readonly ToldStory[] {
  const ids = new Set(group.map(({ id }) => id))
  return [...known]
    .filter(([, items]) => items.some(({ id }) => ids.has(id)))
    .map(([story]) => story)
}

function latest(stories: readonly ToldStory[]): ToldStory | undefined {
  return stories.toSorted((a, b) => b.told.at.getTime() - a.told.at.getTime())[0]
}
