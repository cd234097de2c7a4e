import { contentStems } from '../text/words.ts'
import type { Ground, GroundSentence } from './ground.ts'

export type Near = {
  readonly sentence: GroundSentence
  /** How much of the statement's content the sentence says, 0 to 1; rare words count more. */
  readonly share: number
}

/** The sentences that say most of what a statement says, the nearest first. */
export function nearestSentences(
  statement: string,
  ground: Ground,
  count: number,
): readonly Near[] {
  const wanted = [...new Set(contentStems(statement, ground.language))]
  const total = wanted.reduce((sum, stem) => sum + weightOf(stem, ground), 0)
  if (total === 0) return []
  return ground.sentences
    .map((sentence) => ({ sentence, share: shareOf(wanted, sentence, ground) / total }))
    .filter(({ share }) => share > 0)
    .sort((a, b) => b.share - a.share)
    .slice(0, count)
}

function shareOf(wanted: readonly string[], sentence: GroundSentence, ground: Ground): number {
  return wanted.reduce(
    (sum, stem) => (sentence.content.has(stem) ? sum + weightOf(stem, ground) : sum),
    0,
  )
}

/** A word that stands everywhere says little about where a statement comes from. */
function weightOf(stem: string, ground: Ground): number {
  return 1 / (1 + Math.log2(1 + (ground.spread.get(stem) ?? 0)))
}
