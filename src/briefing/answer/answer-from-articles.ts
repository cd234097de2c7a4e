import type { Article } from '../../domain/article.ts'
import type { Point } from '../../domain/briefing.ts'
import { SummarizerError } from '../../domain/errors.ts'
import type { Wording } from '../../domain/wording/wording.ts'
import { withoutOrdersIn } from '../text/orders.ts'
import { contentStems } from '../text/words.ts'
import { checkPoint } from '../verify/check-point.ts'
import { restOnSame } from '../verify/rest-on-same.ts'
import { answerQuestion, mostPoints, type QuestionAnswer } from './answer-question.ts'
import type { Answerer, AnswerRequest } from './answerer.ts'

/** What a question is answered with, and what is to be said of how it came about. */
export type NotedAnswer = QuestionAnswer & {
  /** Why the language model was not used, or that not all it said was; a sentence. */
  readonly note: string | undefined
}

export type AnswerTools = {
  /** The language model; undefined where none is set up. */
  readonly answerer: Answerer | undefined
  readonly wording: Wording
  /** Told of an error that nobody expects; the question is answered without the model all the same. */
  onFault(error: unknown): void
}

/**
 * Answers from the articles alone: by the language model where there is one, each of its sentences verified against the
 * passages that it names, else and for what fails in the articles' own words. Where they do not say, the answer says so.
 */
export async function answerFromArticles(
  asked: AnswerRequest,
  tools: AnswerTools,
): Promise<NotedAnswer> {
  const request = { ...asked, articles: asked.articles.map(withoutOrdersIn) }
  const plain = answerQuestion(request)
  const [lead, ...others] = request.articles
  if (tools.answerer === undefined || lead === undefined) return { ...plain, note: undefined }
  try {
    const said = await tools.answerer(request)
    const kept = said.flatMap((point) => verified(point, [lead, ...others], request.language))
    if (said.length === 0) return { ...silence(plain), note: undefined }
    if (kept.length === said.length) return { ...plain, ...answeredBy(kept), note: undefined }
    const points = [...kept, ...spare(plain, kept)].slice(0, mostPoints)
    const note = tools.wording.say('brief.answerChecked')
    return points.length === 0
      ? { ...silence(plain), note }
      : { ...plain, ...answeredBy(points), note }
  } catch (error) {
    if (error instanceof SummarizerError) return { ...plain, note: error.message }
    tools.onFault(error)
    return { ...plain, note: tools.wording.say('brief.modelFailed') }
  }
}

function silence({ closest }: QuestionAnswer): QuestionAnswer {
  return { answered: false, points: [], closest }
}

function answeredBy(points: readonly Point[]) {
  return { answered: true, points }
}

/** "Yes." alone says nothing that a passage could bear. */
const fewestStems = 2

function verified(
  point: Point,
  articles: readonly [Article, ...Article[]],
  language: string | undefined,
): readonly Point[] {
  if (contentStems(point.text, language).length < fewestStems) return []
  const checked = checkPoint(point, { articles, language })
  return checked.kind === 'false' ? [] : [checked.point]
}

/** What the articles say themselves and the kept sentences do not rest on. */
function spare({ points }: QuestionAnswer, kept: readonly Point[]): readonly Point[] {
  return points.filter((point) => !kept.some((other) => restOnSame(point, other)))
}
