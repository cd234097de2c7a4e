import { answerQuestion } from '../../briefing/answer/answer-question.ts'
import type { Article } from '../../domain/article.ts'
import { articleId, feedId } from '../../domain/ids.ts'
import {
  optionalDate,
  optionalText,
  type PipeInput,
  type PipeTask,
  requiredList,
  requiredText,
} from './task.ts'

/** A question and articles in; out, what the articles say to it, in their own words. */
export const answer: PipeTask = {
  answer(input) {
    const articles = requiredList(input, 'articles').map(readArticle)
    const question = requiredText(input, 'question')
    const language = optionalText(input, 'lang')
    const { answered, points, closest } = answerQuestion({ question, articles, language })
    const written = points.map(({ text, evidence: [passage] }) => ({ text, ...passage }))
    return { answered, points: written, ...(answered || !closest ? {} : { closest }) }
  },
}

function readArticle(input: PipeInput): Article {
  return {
    id: articleId(requiredText(input, 'id')),
    feedId: feedId('pipe'),
    publisher: '',
    url: optionalText(input, 'url'),
    title: optionalText(input, 'title') ?? '',
    text: requiredText(input, 'text'),
    headings: [],
    publishedAt: optionalDate(input, 'publishedAt'),
    firstSeenAt: new Date(0),
    language: optionalText(input, 'lang'),
    byline: undefined,
    partial: false,
    revision: 1,
  }
}
