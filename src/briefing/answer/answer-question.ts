import type { Article } from '../../domain/article.ts'
import type { Point } from '../../domain/briefing.ts'
import type { Passage } from '../../domain/passage.ts'
import { gistOf, saysSame } from '../text/says-same.ts'
import { bestSentences, type RankedSentence, rankSentences } from './rank-sentences.ts'
import { type Question, readQuestion } from './read-question.ts'
import { wordsBy } from './words-by.ts'

/** What the articles say to a question, in their own words; `closest` is what comes nearest where they do not say. */
export type QuestionAnswer = {
  readonly answered: boolean
  readonly points: readonly Point[]
  readonly closest: Passage | undefined
}

/** More than this is no answer but the article again. */
export const mostPoints = 3

/** Answers from the articles alone, and says so where they do not answer. */
export function answerQuestion(input: {
  readonly question: string
  readonly articles: readonly Article[]
  /** The question's language, where it is known; English else. */
  readonly language?: string | undefined
}): QuestionAnswer {
  const question = readQuestion(input.question, input.language)
  const ranked = rankSentences(question, input.articles)
  const closest = ranked[0] && passageOf(ranked[0])
  const points =
    question.wants === 'words' ? said(question, input.articles) : told(question, ranked)
  return { answered: points.length > 0, points, closest }
}

function said(question: Question, articles: readonly Article[]): QuestionAnswer['points'] {
  return wordsBy(question, articles)
    .slice(0, mostPoints)
    .map(({ text, passage }) => ({ text, evidence: [passage] }))
}

function told(question: Question, ranked: readonly RankedSentence[]): QuestionAnswer['points'] {
  return withoutRepeats(bestSentences(question, ranked))
    .slice(0, mostPoints)
    .map((one) => ({ text: textOf(one), evidence: [passageOf(one)] }))
}

/** What two articles say in nearly the same words is said once. */
function withoutRepeats(sentences: readonly RankedSentence[]): readonly RankedSentence[] {
  const kept: { one: RankedSentence; gist: ReadonlySet<string> }[] = []
  for (const one of sentences) {
    const gist = gistOf(textOf(one), one.article.language)
    if (!kept.some((other) => saysSame(other.gist, gist))) kept.push({ one, gist })
  }
  return kept.map(({ one }) => one)
}

function passageOf({ article, start, end }: RankedSentence): Passage {
  return { articleId: article.id, start, end }
}

function textOf({ article, start, end }: RankedSentence): string {
  return article.text.slice(start, end)
}
