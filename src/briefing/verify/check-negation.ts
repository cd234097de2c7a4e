import { stopWords } from '../text/stop-words.ts'
import { stemOf, wordsOf } from '../text/words.ts'
import type { Ground, GroundSentence } from './ground.ts'
import type { Issue } from './issue.ts'
import { bareName } from './names.ts'
import { nearestSentences } from './nearest.ts'
import { isNegator, turnsRound } from './negation.ts'

/** A sentence that says at least this share of the statement's words speaks of the same thing. */
const sameThing = 0.35
/** A sentence that says so much of the statement says the statement, or its opposite. */
const sameStatement = 0.7

/** The statement says "not" where the ground does not, or leaves out the ground's "not". */
export function checkNegation(statement: string, ground: Ground): readonly Issue[] {
  const words = wordsOf(statement)
  const negators = words.flatMap((word, i) =>
    isNegator(word) && !isCount(words[i + 1]) ? [i] : [],
  )
  if (negators.length > 0) return negators.flatMap((at) => added(words, at, statement, ground))
  return words.some(turnsRound) ? [] : dropped(words, statement, ground)
}

/** "No 1" denies nothing. */
function isCount(word: string | undefined): boolean {
  return word !== undefined && /^\d/.test(word)
}

function added(
  words: readonly string[],
  at: number,
  statement: string,
  ground: Ground,
): readonly Issue[] {
  const turned = contentAfter(words, at, ground.language)
  const having = turned ? ground.sentences.filter(({ stems }) => stems.includes(turned)) : []
  const nearest = nearestSentences(statement, ground, 3).filter(({ share }) => share >= sameThing)
  const isTurned = turned !== undefined && having.some((sentence) => turnsRoundIn(sentence, turned))
  const places = having.length > 0 ? [] : nearest.map(({ sentence }) => sentence)
  if (isTurned || places.some(saysNot) || having.length + places.length === 0) return []
  const text = words.slice(at, at + 4).join(' ')
  return [{ kind: 'negation', text, why: `The article does not say "${text}", but the contrary.` }]
}

function saysNot(sentence: GroundSentence): boolean {
  return wordsOf(sentence.text).some(turnsRound)
}

/** How many words before, and after, a negation reaches. */
const reachBefore = 6
const reachAfter = 3

function turnsRoundIn(sentence: GroundSentence, stem: string): boolean {
  const words = wordsOf(sentence.text)
  return sentence.stems.some(
    (other, i) =>
      other === stem &&
      words.slice(Math.max(0, i - reachBefore), i + reachAfter + 1).some(turnsRound),
  )
}

/** The stem that the word at a place turns round: the next one that says something. */
function contentAfter(
  words: readonly string[],
  at: number,
  language: string | undefined,
): string | undefined {
  const stops = stopWords(language)
  const next = words
    .slice(at + 1, at + 5)
    .find((word) => !stops.has(word.toLowerCase()) && !word.endsWith('ly'))
  return next === undefined ? undefined : stemOf(bareName(next))
}

function dropped(words: readonly string[], statement: string, ground: Ground): readonly Issue[] {
  const said = new Set(words.map((word) => stemOf(bareName(word))))
  const near = nearestSentences(statement, ground, 3).filter(({ share }) => share >= sameStatement)
  const turned = near.flatMap(({ sentence }) => turnedIn(sentence, said, ground.language))
  const plain = near.some(({ sentence }) => !saysNot(sentence))
  const [first] = turned
  if (first === undefined || plain) return []
  return [
    {
      kind: 'negation',
      text: first,
      why: `The article says "${first}", the summary leaves it out.`,
    },
  ]
}

/** The negations of a sentence over words that the statement says plainly. */
function turnedIn(
  sentence: GroundSentence,
  said: ReadonlySet<string>,
  language: string | undefined,
): readonly string[] {
  const words = wordsOf(sentence.text)
  return words.flatMap((word, i) => {
    if (!isNegator(word)) return []
    const after = contentAfter(words, i, language)
    return after !== undefined && said.has(after) ? [words.slice(i, i + 4).join(' ')] : []
  })
}
