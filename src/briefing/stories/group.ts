import { likenessOf, toFacts } from './likeness.ts'
import { mergeAlike, type Tie } from './merge.ts'
import { commonness, overlapsOf } from './overlap.ts'
import { sameArticle } from './same-article.ts'
import { type Groupable, toVectors } from './vectors.ts'

/** Two articles by their ids. */
export type Pair = readonly [string, string]

/** What is known about the articles before they are looked at; `apart` outweighs everything. */
export type Known = { readonly apart?: readonly Pair[]; readonly together?: readonly Pair[] }

/** Weaker than this a likeness joins nothing and only costs memory. */
const weakest = 0.5

/** The same article met again is certain; it outweighs what the rest of a group says. */
const certain = 9

/**
 * Articles that tell of one event, together; every article exactly once, groups and members in the order given.
 * A wrong merge hides a story, a missed one only repeats it: what is in doubt stays apart.
 */
export function groupArticles<Item extends Groupable>(
  items: readonly Item[],
  { apart = [], together = [] }: Known = {},
): readonly (readonly Item[])[] {
  const ties = [
    ...alikeTies(items),
    ...certainTies(items),
    ...tiesOf(items, together, certain),
    ...tiesOf(items, apart, Number.NEGATIVE_INFINITY),
  ]
  return mergeAlike(items.length, ties)
    .toSorted((a, b) => (a[0] ?? 0) - (b[0] ?? 0))
    .map((group) => group.flatMap((at) => items[at] ?? []))
}

function* alikeTies(items: readonly Groupable[]): Generator<Tie> {
  const vectors = toVectors(items)
  const common = commonness(vectors)
  const facts = items.map((item, at) => toFacts(item, common[at] ?? 0))
  for (const overlap of overlapsOf(vectors)) {
    const { a, b } = overlap
    const [factsOfA, factsOfB] = [facts[a], facts[b]]
    if (!factsOfA || !factsOfB) continue
    const likeness = likenessOf(overlap, factsOfA, factsOfB)
    if (likeness > weakest) yield { a, b, likeness: Math.min(likeness, certain) }
  }
}

function certainTies(items: readonly Groupable[]): readonly Tie[] {
  return sameArticle(items).map(([a, b]) => ({ a, b, likeness: certain }))
}

function tiesOf(
  items: readonly Groupable[],
  pairs: readonly Pair[],
  likeness: number,
): readonly Tie[] {
  if (pairs.length === 0) return []
  const places = new Map(items.map((item, at) => [item.id, at]))
  return pairs.flatMap(([one, other]) => {
    const [a, b] = [places.get(one), places.get(other)]
    if (a === undefined || b === undefined || a === b) return []
    return [{ a, b, likeness }]
  })
}
