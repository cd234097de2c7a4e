import type { Ground } from './ground.ts'

/** How a sentence is pieced together from the ground's own words. */
export type Pieces = {
  /** The mean length of the piece that a word lies in: high for copied sentences, 1 for loose words. */
  readonly density: number
  /** The longest piece's share of the sentence. */
  readonly longest: number
}

type Flat = {
  readonly stems: readonly string[]
  readonly places: ReadonlyMap<string, readonly number[]>
}

const flats = new WeakMap<Ground, Flat>()

/** Covers a sentence with the longest runs of stems that the ground has in that order. */
export function piecesOf(stems: readonly string[], ground: Ground): Pieces {
  const flat = flatOf(ground)
  let squares = 0
  let longest = 0
  for (let at = 0; at < stems.length; ) {
    const length = longestRunAt(stems, at, flat)
    squares += length * length
    longest = Math.max(longest, length)
    at += Math.max(length, 1)
  }
  const count = Math.max(stems.length, 1)
  return { density: squares / count, longest: longest / count }
}

function longestRunAt(stems: readonly string[], at: number, flat: Flat): number {
  let best = 0
  for (const place of flat.places.get(stems[at] ?? '') ?? []) {
    let length = 1
    while (at + length < stems.length && flat.stems[place + length] === stems[at + length]) length++
    best = Math.max(best, length)
  }
  return best
}

function flatOf(ground: Ground): Flat {
  const known = flats.get(ground)
  if (known) return known
  const stems = ground.sentences.flatMap((sentence) => sentence.stems)
  const places = new Map<string, number[]>()
  for (const [place, stem] of stems.entries()) {
    const list = places.get(stem)
    if (list) list.push(place)
    else places.set(stem, [place])
  }
  const flat = { stems, places }
  flats.set(ground, flat)
  return flat
}
