import { sentencesOf } from '../summarize/sentences.ts'
import { allowedBy } from './allowed.ts'
import { checkRepetition } from './check-repetition.ts'
import { checkStatement } from './check-statement.ts'
import { type Ground, stemsOf, toGround } from './ground.ts'
import type { Issue } from './issue.ts'
import { isFalse } from './issue.ts'
import { nearestSentences } from './nearest.ts'
import { piecesOf } from './runs.ts'

export type CheckedSummary = {
  /** Nothing in the summary is likely to be false. */
  readonly ok: boolean
  /** How well the source bears the summary, 0 to 1; from 0.5 it is `ok`. */
  readonly score: number
  readonly issues: readonly Issue[]
}

/**
 * How much each kind of issue, and each sign of loose support, speaks against a summary: the weights of a logistic
 * regression over summaries judged by people, rounded.
 */
const against: Readonly<Record<Issue['kind'], number>> = {
  'invented name': 1.45,
  'added given name': 0.55,
  'invented number': 1.25,
  'invented date': 1.9,
  'altered quote': 1.5,
  negation: 1,
  'wrong person': 2,
  misplaced: 1.25,
  repetition: 0.95,
  stutter: 1.7,
  unsupported: 0,
  softened: 0,
}
const support = { nearest: 0.4, density: 0.25, longest: 1.9 }
const start = -0.3

/** Whether everything that a summary says stands in its source. */
export function checkSummary(input: {
  readonly source: string
  readonly summary: string
  readonly outlet?: string | undefined
  readonly publishedAt?: Date | undefined
  readonly language?: string | undefined
}): CheckedSummary {
  const ground = toGround(input.source, input.language)
  const allowed = allowedBy(input)
  const sentences = sentencesOf(input.summary, input.language).map(({ text }) => text)
  const issues = sentences.flatMap((sentence) => [
    ...checkStatement(sentence, ground, allowed),
    ...checkRepetition(sentence, ground),
  ])
  const doubt = start + doubtOf(issues) - supportOf(sentences, ground)
  const score = 1 / (1 + Math.exp(doubt))
  return {
    ok: score >= 0.5,
    score,
    issues: [...issues, ...unsupported(score, issues, sentences, ground)],
  }
}

function doubtOf(issues: readonly Issue[]): number {
  const kinds = new Set(issues.map((issue) => issue.kind))
  return [...kinds].reduce((sum, kind) => sum + against[kind], 0)
}

function supportOf(sentences: readonly string[], ground: Ground): number {
  const pieces = sentences.map((sentence) => piecesOf(stemsOf(sentence), ground))
  const nearest = sentences.map((sentence) => shareOf(sentence, ground))
  const density = mean(pieces.map((piece) => piece.density))
  return (
    support.nearest * Math.min(1, ...nearest) +
    support.density * Math.log1p(density) +
    support.longest * Math.min(1, ...pieces.map((piece) => piece.longest))
  )
}

function shareOf(sentence: string, ground: Ground): number {
  return nearestSentences(sentence, ground, 1)[0]?.share ?? 0
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(values.length, 1)
}

/** A summary that fails without a single fact to point at fails for the sentence that the source bears least. */
function unsupported(
  score: number,
  issues: readonly Issue[],
  sentences: readonly string[],
  ground: Ground,
): readonly Issue[] {
  if (score >= 0.5 || issues.some(isFalse)) return []
  const [text = ''] = [...sentences].sort((a, b) => shareOf(a, ground) - shareOf(b, ground))
  return [{ kind: 'unsupported', text, why: 'No sentence of the article says much of this.' }]
}
