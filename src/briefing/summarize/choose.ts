import { contentStems, cosine, countEach } from '../text/words.ts'
import type { Candidate } from './candidates.ts'
import { leaningsOf } from './leaning.ts'

/** How much may be printed. */
export type Budget = { readonly maxSentences: number; readonly maxWords: number }

type Scored = {
  readonly candidate: Candidate
  readonly merit: number
  readonly standing: number
  /** What it takes for known and the title does not say. */
  readonly leansOn: string | undefined
}

type Stems = ReadonlyMap<string, number>

/** Set by hand, then one by one on news with summaries by journalists, kept only where both halves of the articles gained. */
const weights = {
  coverage: 2.5,
  centroid: 0.8,
  position: 1,
  title: 0.4,
  short: 0.2,
  long: 0.15,
  quote: 0.3,
  label: 0.5,
  personal: 0.4,
  dangling: 0.9,
  leaning: 0.3,
}

/** Fewer words of content say too little, more are hard to read. */
const shortStems = 6
const longStems = 20

/** All sets of so many candidates are compared; more cost time and change nothing. */
const shortlist = 14

/**
 * The candidates that together tell the article best within the budget, in the article's order: those whose words
 * together are most like the words of the whole, early ones and self-contained ones before others.
 */
export function chooseCandidates(
  candidates: readonly Candidate[],
  title: string | undefined,
  language: string | undefined,
  budget: Budget,
): readonly Candidate[] {
  const whole = addAll(candidates)
  const leanings = new Map(leaningsOf(candidates).map((stem, at) => [candidates[at], stem]))
  const titleStems = countEach(contentStems(title ?? '', language))
  const scored = candidates
    .filter((candidate) => candidate.words <= budget.maxWords)
    .map((candidate) => toScored(candidate, leanings.get(candidate), whole, titleStems))
    .sort((a, b) => b.standing - a.standing)
    .slice(0, shortlist)
  const damped = new Map([...whole].map(([stem, count]) => [stem, Math.sqrt(count)]))
  return bestSet(scored, damped, budget).sort((a, b) => a.position - b.position)
}

function bestSet(scored: readonly Scored[], whole: Stems, budget: Budget): Candidate[] {
  let best: readonly Scored[] = []
  let bestValue = Number.NEGATIVE_INFINITY
  const extend = (set: readonly Scored[], from: number, wordsLeft: number): void => {
    const value = set.length > 0 ? worthOf(set, whole, budget) : bestValue
    if (value > bestValue) {
      best = set
      bestValue = value
    }
    if (set.length === budget.maxSentences) return
    scored.slice(from).forEach((next, i) => {
      const left = wordsLeft - next.candidate.words
      if (left >= 0) extend([...set, next], from + i + 1, left)
    })
  }
  extend([], 0, budget.maxWords)
  return best.map((one) => one.candidate)
}

function worthOf(set: readonly Scored[], whole: Stems, budget: Budget): number {
  const merit =
    set.reduce((sum, one) => sum + one.merit - leaningOf(one, set), 0) / budget.maxSentences
  return merit + weights.coverage * cosine(addAll(set.map((one) => one.candidate)), whole)
}

/** Less where no earlier sentence of the set introduces what it takes for known. */
function leaningOf({ candidate, leansOn }: Scored, set: readonly Scored[]): number {
  if (leansOn === undefined) return 0
  const isKnown = set.some(
    (other) => other.candidate.position < candidate.position && other.candidate.stems.has(leansOn),
  )
  return isKnown ? 0 : weights.leaning
}

function addAll(candidates: readonly Candidate[]): Stems {
  const sum = new Map<string, number>()
  for (const { stems } of candidates) {
    for (const [stem, count] of stems) sum.set(stem, (sum.get(stem) ?? 0) + count)
  }
  return sum
}

function toScored(
  candidate: Candidate,
  leaning: string | undefined,
  whole: Stems,
  title: Stems,
): Scored {
  const merit = meritOf(candidate) + weights.title * cosine(candidate.stems, title)
  return {
    candidate,
    merit,
    standing: merit + weights.centroid * cosine(candidate.stems, whole),
    leansOn: leaning !== undefined && !title.has(leaning) ? leaning : undefined,
  }
}

function meritOf(candidate: Candidate): number {
  const faults = [
    candidate.stemCount < shortStems ? weights.short : 0,
    candidate.stemCount > longStems ? weights.long : 0,
    candidate.opensWithQuote ? weights.quote : 0,
    candidate.labelled ? weights.label : 0,
    candidate.personal ? weights.personal : 0,
    candidate.dangles ? weights.dangling : 0,
  ]
  const early = weights.position / Math.sqrt(1 + candidate.position)
  return faults.reduce((sum, fault) => sum - fault, early)
}
