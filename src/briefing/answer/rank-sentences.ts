import type { Article } from '../../domain/article.ts'
import { sensesIn } from '../text/senses.ts'
import { wordsOf } from '../text/words.ts'
import { type Ground, type GroundSentence, groundOf } from '../verify/ground.ts'
import { bareName, otherNamesOf } from '../verify/names.ts'
import { hasWanted } from './answer-signs.ts'
import type { Question } from './read-question.ts'

/** A sentence of an article, and how much of the question it speaks of. */
export type RankedSentence = {
  readonly article: Article
  readonly start: number
  readonly end: number
  /** The part of the question's content that the sentence itself says, 0 to 1; rare words count more. */
  readonly own: number
  /** The same with the sentence before and the title, which say what the sentence is about. */
  readonly withContext: number
  /** It has something of the kind that is asked for. */
  readonly hasWanted: boolean
}

/** What the sentence does not say but stands around it counts so much. */
const contextShare = 0.8

/** All sentences that speak of anything that the question asks about, the best first. */
export function rankSentences(
  question: Question,
  articles: readonly Article[],
): readonly RankedSentence[] {
  const weights = weightsOf(question, articles)
  const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0)
  if (total === 0) return []
  return articles
    .filter((article) => hasNames(question, article))
    .flatMap((article) => rankArticle(question, article, weights, total))
    .filter(({ withContext }) => withContext > 0)
    .sort((a, b) => standing(b) - standing(a))
}

function standing({ own, withContext, hasWanted: has }: RankedSentence): number {
  return own + withContext + (has ? 0.5 : 0)
}

function rankArticle(
  question: Question,
  article: Article,
  weights: ReadonlyMap<string, number>,
  total: number,
): readonly RankedSentence[] {
  const titleSenses = new Set(sensesIn(article.title, article.language))
  let before: ReadonlySet<string> = new Set()
  return proseOf(article).map((sentence) => {
    const senses = new Set(sensesIn(sentence.text, article.language))
    let own = 0
    let around = 0
    for (const [sense, weight] of weights) {
      if (senses.has(sense)) own += weight
      else if (before.has(sense) || titleSenses.has(sense)) around += weight * contextShare
    }
    before = senses
    return {
      article,
      start: sentence.start,
      end: sentence.end,
      own: own / total,
      withContext: (own + around) / total,
      hasWanted: hasWanted(question, sentence, article.language),
    }
  })
}

/** The sentences of an article but for its headings. */
export function proseOf(article: Article): readonly GroundSentence[] {
  return groundOf(article).sentences.filter(
    ({ start }) => !article.headings.some((range) => range.start <= start && start < range.end),
  )
}

/** Nouns for people that a question and an article choose differently for the same people. */
const someone = new Set(
  'worker employ individual person suspect victim resident member man woman child customer passenger official'.split(
    ' ',
  ),
)
const someoneShare = 0.4

/** How much each word of the question tells sentences apart; one that no sentence has weighs most. */
function weightsOf(question: Question, articles: readonly Article[]): ReadonlyMap<string, number> {
  const all = articles.flatMap((article) =>
    proseOf(article).map(({ text }) => new Set(sensesIn(text, article.language))),
  )
  return new Map(
    question.senses.map((sense) => {
      const having = all.filter((senses) => senses.has(sense)).length
      const weight = Math.log(1 + (all.length + 1) / (having + 0.5))
      return [sense, someone.has(sense) ? weight * someoneShare : weight]
    }),
  )
}

/** An article that does not have a name of the question, nor a number, cannot answer it. */
function hasNames(question: Question, article: Article): boolean {
  const { words, nameRoots } = groundOf(article)
  const title = new Set(wordsOf(article.title).map(bareName))
  const has = (name: string) =>
    words.has(name) ||
    title.has(name) ||
    nameRoots.has(name) ||
    otherNamesOf(name).some((other) => words.has(other))
  const ground = groundOf(article)
  return (
    question.names.every(has) &&
    question.numbers.every((number) => hasNumber(number, ground, article))
  )
}

function hasNumber(
  number: number,
  { sentences }: Ground,
  { title, publishedAt }: Article,
): boolean {
  if (publishedAt?.getUTCFullYear() === number || title.includes(String(number))) return true
  return sentences.some(({ numbers }) => numbers.some(({ value }) => value === number))
}

const least = { own: 0.34, withContext: 0.62 }

/** Others say something to the question only when they stand nearly as high as the best. */
const nearlyAsHigh = 0.85

/** The sentences that answer; none when no sentence says enough of what is asked about. */
export function bestSentences(
  question: Question,
  ranked: readonly RankedSentence[],
): readonly RankedSentence[] {
  const answering = ranked.filter(
    (one) =>
      one.hasWanted &&
      one.own >= least.own &&
      one.withContext >=
        (question.wants === 'anything' ? least.withContext + 0.1 : least.withContext),
  )
  const [best] = answering
  if (!best) return []
  return answering.filter((one) => standing(one) >= standing(best) * nearlyAsHigh)
}
