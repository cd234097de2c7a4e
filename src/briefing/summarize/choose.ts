import { contentStems, cosine, countEach } from '../text/words.ts'
import type { Candidate } from './candidates.ts'

/** How much may be printed. */
export type Budget = { readonly maxSentences: number; readonly maxWords: number }

/** Measured on news articles with summaries by journalists; the weights of the greatest effect come first. */
export const weights = {
  centroid: 0.8,
  position: 1,
  title: 0.4,
  redundancy: 0.6,
  short: 0.2,
  long: 0.15,
  quote: 0.15,
  dangling: 0.3,
  label: 0.3,
  personal: 0.4,
  maxCalmStems: 20,
}

/** The candidates that together tell the article best within the budget, in the article's order. */
export function chooseCandidates(
  candidates: readonly Candidate[],
  title: string | undefined,
  language: string | undefined,
  budget: Budget,
): readonly Candidate[] {
  const scores = scoreAll(candidates, title, language)
  const chosen: Candidate[] = []
  let wordsLeft = budget.maxWords
  while (chosen.length < budget.maxSentences) {
    const next = best(candidates, scores, chosen, wordsLeft)
    if (!next) break
    chosen.push(next)
    wordsLeft -= next.words
  }
  return chosen.sort((a, b) => a.position - b.position)
}

function best(
  candidates: readonly Candidate[],
  scores: ReadonlyMap<Candidate, number>,
  chosen: readonly Candidate[],
  wordsLeft: number,
): Candidate | undefined {
  let found: Candidate | undefined
  let foundScore = Number.NEGATIVE_INFINITY
  for (const candidate of candidates) {
    if (candidate.words > wordsLeft || chosen.includes(candidate)) continue
    const alike = Math.max(0, ...chosen.map((other) => cosine(candidate.stems, other.stems)))
    const score = (scores.get(candidate) ?? 0) - weights.redundancy * alike
    if (score > foundScore && alike < 0.6) {
      found = candidate
      foundScore = score
    }
  }
  return found
}

function scoreAll(
  candidates: readonly Candidate[],
  title: string | undefined,
  language: string | undefined,
): ReadonlyMap<Candidate, number> {
  const centroid = new Map<string, number>()
  for (const { stems } of candidates) {
    for (const [stem, count] of stems) centroid.set(stem, (centroid.get(stem) ?? 0) + count)
  }
  const titleStems = countEach(contentStems(title ?? '', language))
  return new Map(candidates.map((one) => [one, score(one, centroid, titleStems)]))
}

function score(
  candidate: Candidate,
  centroid: ReadonlyMap<string, number>,
  title: ReadonlyMap<string, number>,
): number {
  const w = weights
  let sum = w.centroid * cosine(candidate.stems, centroid)
  sum += w.position / Math.sqrt(1 + candidate.position)
  sum += w.title * cosine(candidate.stems, title)
  if (candidate.stemCount < 6) sum -= w.short
  if (candidate.stemCount > w.maxCalmStems) sum -= w.long
  if (candidate.opensWithQuote) sum -= w.quote
  if (candidate.labelled) sum -= w.label
  if (candidate.personal) sum -= w.personal
  if (candidate.dangles) sum -= w.dangling
  return sum
}
