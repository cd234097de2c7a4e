import type { Told } from '../../domain/story.ts'

/** What was told of several stories that turned out to be one; undefined when nothing was. */
export function mergeTold(told: readonly Told[]): Told | undefined {
  const [latest, ...earlier] = told.toSorted((a, b) => b.at.getTime() - a.at.getTime())
  return latest && earlier.reduce(join, latest)
}

function join(latest: Told, earlier: Told): Told {
  return {
    ...latest,
    points: union(latest.points, earlier.points),
    quotes: union(latest.quotes, earlier.quotes),
    articleIds: union(latest.articleIds, earlier.articleIds),
    texts: union(latest.texts, earlier.texts),
  }
}

function union(one: readonly string[], other: readonly string[]): readonly string[] {
  return [...new Set([...one, ...other])]
}
