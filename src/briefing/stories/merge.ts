import { createHeap } from './heap.ts'

/** How alike two items are: from 1 on they tell of one event; `-Infinity` keeps them apart for ever. */
export type Tie = { readonly a: number; readonly b: number; readonly likeness: number }

type Offer = {
  readonly a: number
  readonly b: number
  readonly likeness: number
  readonly membersOfA: number
  readonly membersOfB: number
}

/**
 * Two groups are compared by the mean likeness of their members, mostly taken relative to how alike each group is in itself,
 * as the cosine of two sums of vectors does: a story with many aspects still takes in one more.
 */
const selfShare = 0.8
const averaging = 0.9

/** What a likeness of 1 is as a cosine, for the likeness of a group with itself. */
const cosinePerLikeness = 0.08

/**
 * Joins items into groups, the most alike first, as long as the members of two groups are alike:
 * one likeness by chance joins nothing. Pairs that are not named have the likeness 0. Gives the members of each group.
 */
export function mergeAlike(count: number, ties: Iterable<Tie>): readonly (readonly number[])[] {
  const sums = Array.from({ length: count }, () => new Map<number, number>())
  const members: (number[] | undefined)[] = Array.from({ length: count }, (_, i) => [i])
  const inner = new Float64Array(count).fill(1)
  const offers = createHeap<Offer>((offer) => offer.likeness)
  const sizeOf = (group: number) => members[group]?.length ?? 0
  const sumsOf = (group: number) => sums[group] ?? new Map<number, number>()

  const offer = (a: number, b: number) => {
    const sum = sumsOf(a).get(b) ?? 0
    const byMembers = (sizeOf(a) * sizeOf(b)) ** (averaging * (1 - selfShare))
    const bySelf = ((inner[a] ?? 1) * (inner[b] ?? 1)) ** (selfShare / 2)
    const likeness = sum / (byMembers * bySelf)
    if (likeness >= 1) {
      offers.push({ a, b, likeness, membersOfA: sizeOf(a), membersOfB: sizeOf(b) })
    }
  }
  const join = (kept: number, gone: number) => {
    const between = Math.min(sumsOf(kept).get(gone) ?? 0, sizeOf(kept) * sizeOf(gone) * 7)
    inner[kept] = (inner[kept] ?? 1) + (inner[gone] ?? 1) + 2 * cosinePerLikeness * between
    members[kept]?.push(...(members[gone] ?? []))
    members[gone] = undefined
    sumsOf(kept).delete(gone)
    for (const [other, sum] of sumsOf(gone)) {
      if (other === kept) continue
      const both = (sumsOf(kept).get(other) ?? 0) + sum
      sumsOf(kept).set(other, both)
      sumsOf(other).set(kept, both)
      sumsOf(other).delete(gone)
    }
    sumsOf(gone).clear()
    for (const other of sumsOf(kept).keys()) offer(kept, other)
  }

  for (const { a, b, likeness } of ties) {
    sumsOf(a).set(b, likeness)
    sumsOf(b).set(a, likeness)
  }
  for (let a = 0; a < count; a++) for (const b of sumsOf(a).keys()) if (b < a) offer(a, b)
  for (let next = offers.pop(); next; next = offers.pop()) {
    const isCurrent = sizeOf(next.a) === next.membersOfA && sizeOf(next.b) === next.membersOfB
    if (!isCurrent) continue
    const aIsLarger = sumsOf(next.a).size >= sumsOf(next.b).size
    join(aIsLarger ? next.a : next.b, aIsLarger ? next.b : next.a)
  }
  return members.flatMap((group) => (group ? [group.toSorted((a, b) => a - b)] : []))
}
