import { contentStems, cosine, countEach } from '../text/words.ts'
import type { Candidate } from './candidates.ts'

/** How much may be printed. */
export type Budget = { readonly maxSentences: number; readonly maxWords: number }

type Scored = { readonly candidate: Candidate; readonly merit: number; readonly standing: number }

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
  dangling: 0.8,
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
  const titleStems = countEach(contentStems(title ?? '', language))
  const scored = candidates
    .filter((candidate) => candidate.words <= budget.maxWords)
    .map((candidate) => toScored(candidate, whole, titleStems))
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
  const merit = set.reduce((sum, one) => sum + one.merit, 0) / budget.maxSentences
  return merit + weights.coverage * cosine(addAll(set.map((one) => one.candidate)), whole)
}

function addAll(candidates: readonly Candidate[]): Stems {
  const sum = new Map<string, number>()
  for (const { stems } of candidates) {
    for (const [stem, count] of stems) sum.set(stem, (sum.get(stem) ?? 0) + count)
  }
  return sum
}

function toScored(candidate: Candidate, whole: Stems, title: Stems): Scored {
  const merit = meritOf(candidate) + weights.title * cosine(candidate.stems, title)
  return { candidate, merit, standing: merit + weights.centroid * cosine(candidate.stems, whole) }
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
