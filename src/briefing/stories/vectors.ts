import { contentStems } from '../text/words.ts'

/** What the grouping of stories looks at; an `Article` has it all. */
export type Groupable = {
  readonly id: string
  readonly title: string
  readonly text: string
  readonly url: string | undefined
  readonly publishedAt: Date | undefined
  readonly language?: string | undefined
}

/** The words that set an item apart from the rest of the window, by number, with their weights; of length 1. */
export type Vector = { readonly terms: Uint32Array; readonly weights: Float64Array }

/** How much a word counts by where it stands; the rest of the text says little that its lead does not. */
const titleWeight = 4.3
const leadChars = 300
const leadWeight = 1.5
const textChars = 1000

/** A number tells events apart better than a word does, and so does a name: a capitalised word within a sentence. */
const numberWeight = 2.1
const nameWeight = 1.4
const names = /(?<=[\p{Ll}\p{N},;]\s)\p{Lu}[\p{L}\p{N}]+/gu

/** A word of fewer articles says more: the power of its inverse document frequency. */
const rarityPower = 1.5

/** As if so many articles without the word, and two with it, stood beside: keeps small windows sensible. */
const silentArticles = 10
const silentUses = 2.1

const maxTerms = 120

/** Words in more articles than this are the talk of the day and tell no two events apart; keeps the cost near-linear. */
const maxUses = 400

/** Conventional labels before a title that say nothing of the event. */
const kicker =
  /^(?:(?:Show|Ask|Tell|Launch) HN|Video|Watch|Opinion|Live|Exclusive|Analysis|Breaking)\s?:/i

export function toVectors(items: readonly Groupable[]): readonly Vector[] {
  const numbers = new Map<string, number>()
  const bags = items.map((item) => weighWords(item, numbers))
  const uses = new Uint32Array(numbers.size)
  for (const bag of bags) for (const term of bag.keys()) uses[term] = (uses[term] ?? 0) + 1
  return bags.map((bag) => toVector(bag, uses, items.length))
}

function weighWords(item: Groupable, numbers: Map<string, number>): ReadonlyMap<number, number> {
  const bag = new Map<number, number>()
  const add = (text: string, weight: number) => {
    const named = new Set(contentStems((text.match(names) ?? []).join(' '), item.language))
    for (const stem of contentStems(text, item.language)) {
      const term = numbers.get(stem) ?? numbers.size
      numbers.set(stem, term)
      const special = /\p{N}/u.test(stem) ? numberWeight : 1
      const worth = named.has(stem) ? nameWeight : special
      bag.set(term, (bag.get(term) ?? 0) + weight * worth)
    }
  }
  add(item.title.replace(kicker, ''), titleWeight)
  add(item.text.slice(0, leadChars), leadWeight)
  add(item.text.slice(leadChars, textChars), 1)
  return bag
}

function toVector(bag: ReadonlyMap<number, number>, uses: Uint32Array, items: number): Vector {
  const entries = [...bag]
    .map(([term, weight]) => [term, Math.log(1 + weight) * rarity(uses[term] ?? 0, items)] as const)
    .filter(([, weight]) => weight > 0)
    .sort((a, b) => b[1] - a[1])
    .slice(0, maxTerms)
  const length = Math.sqrt(entries.reduce((sum, [, weight]) => sum + weight * weight, 0)) || 1
  return {
    terms: Uint32Array.from(entries, ([term]) => term),
    weights: Float64Array.from(entries, ([, weight]) => weight / length),
  }
}

function rarity(uses: number, items: number): number {
  if (uses > maxUses) return 0
  return Math.max(0, Math.log((items + silentArticles) / (uses + silentUses))) ** rarityPower
}
