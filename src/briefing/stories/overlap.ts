import type { Vector } from './vectors.ts'

/** How much two items' words have in common: the cosine of their vectors and the number of shared words. */
export type Overlap = {
  readonly a: number
  readonly b: number
  readonly cosine: number
  readonly shared: number
}

type Uses = { readonly items: number[]; readonly weights: number[] }

/** Every pair of items that share a word, each once, met through an index of the words. */
export function* overlapsOf(vectors: readonly Vector[]): Generator<Overlap> {
  const index = new Map<number, Uses>()
  const cosines = new Float64Array(vectors.length)
  const shared = new Uint16Array(vectors.length)
  for (const [b, vector] of vectors.entries()) {
    for (const a of addUp(vector, index, cosines, shared)) {
      yield { a, b, cosine: cosines[a] ?? 0, shared: shared[a] ?? 0 }
      cosines[a] = 0
      shared[a] = 0
    }
    remember(vector, b, index)
  }
}

function addUp(
  { terms, weights }: Vector,
  index: ReadonlyMap<number, Uses>,
  cosines: Float64Array,
  shared: Uint16Array,
): readonly number[] {
  const met: number[] = []
  for (let at = 0; at < terms.length; at++) {
    const uses = index.get(terms[at] ?? -1)
    const weight = weights[at] ?? 0
    if (!uses) continue
    for (let use = 0; use < uses.items.length; use++) {
      const item = uses.items[use] ?? 0
      if (shared[item] === 0) met.push(item)
      shared[item] = (shared[item] ?? 0) + 1
      cosines[item] = (cosines[item] ?? 0) + weight * (uses.weights[use] ?? 0)
    }
  }
  return met
}

function remember({ terms, weights }: Vector, item: number, index: Map<number, Uses>): void {
  terms.forEach((term, at) => {
    const uses = index.get(term) ?? { items: [], weights: [] }
    uses.items.push(item)
    uses.weights.push(weights[at] ?? 0)
    index.set(term, uses)
  })
}

/** The mean cosine of each item with all the others, in one pass: the cosine with the sum of all vectors. */
export function commonness(vectors: readonly Vector[]): Float64Array {
  const sum = new Map<number, number>()
  for (const { terms, weights } of vectors) {
    terms.forEach((term, at) => {
      sum.set(term, (sum.get(term) ?? 0) + (weights[at] ?? 0))
    })
  }
  return Float64Array.from(vectors, ({ terms, weights }) => {
    let own = 0
    let all = 0
    terms.forEach((term, at) => {
      const weight = weights[at] ?? 0
      own += weight * weight
      all += weight * (sum.get(term) ?? 0)
    })
    return (all - own) / vectors.length
  })
}
