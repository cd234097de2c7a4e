import type { Point } from '../domain/briefing.ts'
import { SummarizerError } from '../domain/errors.ts'
import type { Quote } from '../domain/quote.ts'
import type { DigestLength } from '../domain/subscription.ts'
import { headlineOf } from './headline.ts'
import { storyQuotes } from './quotes/story-quotes.ts'
import { newsTo } from './stories/whats-new.ts'
import { summarizeText } from './summarize/summarize-text.ts'
import type { Draft, Summarizer, SummaryRequest } from './summarizer.ts'
import { gistOf, saysSame } from './text/says-same.ts'
import { countWords } from './text/words.ts'
import { unprintableIn } from './verify/foreign-text.ts'

type Size = { readonly maxSentences: number; readonly maxWords: number; readonly quotes: number }

/** How much a reader takes in of one story, by the length that a digest was asked for. */
const sizes: Readonly<Record<DigestLength, Size>> = {
  headlines: { maxSentences: 1, maxWords: 40, quotes: 0 },
  short: { maxSentences: 3, maxWords: 75, quotes: 2 },
  detailed: { maxSentences: 4, maxWords: 130, quotes: 3 },
}

/** Of a story told by many outlets only the fullest tellings are read. */
const mostArticles = 6

/** Writes briefings in the articles' own sentences: no key, no network, nothing that they do not say. */
export function createExtractiveSummarizer(): Summarizer {
  return { name: 'extractive', summarize: async (request) => toDraft(request) }
}

function toDraft(request: SummaryRequest): Draft {
  const size = sizes[request.length]
  const headline = headlineOf(request.articles[0])
  if (headline === '') throw new SummarizerError('The article has neither a title nor a text.')
  const points = pointsOf(request, size)
  return { headline, points, quotes: quotesOf(request, size, points) }
}

/** The points of the fullest telling, and what the others add where it has too few; what is quoted is left to the quotes. */
function pointsOf(request: SummaryRequest, size: Size): readonly Point[] {
  const titles = request.articles.map((article) => bareLine(article.title))
  const isInTitle = (sentence: string) => titles.some((title) => title.includes(bareLine(sentence)))
  const told = choosePoints(
    request,
    size,
    (sentence) => !opensWithMark.test(sentence) && !isInTitle(sentence) && isPrintable(sentence),
  )
  return told.length > 0 ? told : choosePoints(request, size, isPrintable)
}

function isPrintable(sentence: string): boolean {
  return unprintableIn(sentence, true) === undefined
}

/** What is said in marks or in passing is no point. */
const opensWithMark = /^["“„«»‹›‘'`([]/u

/** A line without its marks, for finding a sentence that only says the title again. */
function bareLine(line: string): string {
  return line
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

function choosePoints(
  { articles, told }: SummaryRequest,
  size: Size,
  isFit: (sentence: string) => boolean,
): readonly Point[] {
  const isNews = newsTo(told)
  const points: Point[] = []
  let wordsLeft = size.maxWords
  for (const article of articles.slice(0, mostArticles)) {
    const limits = { maxSentences: size.maxSentences - points.length, maxWords: wordsLeft }
    const { language } = article
    const gists = points.map((point) => gistOf(point.text, language))
    const isWanted = (sentence: string) =>
      isFit(sentence) &&
      isNews(sentence, language) &&
      !gists.some((gist) => saysSame(gistOf(sentence, language), gist))
    for (const { text, start, end } of summarizeText(article, limits, isWanted)) {
      points.push({ text, evidence: [{ articleId: article.id, start, end }] })
      wordsLeft -= countWords(text)
    }
  }
  return points
}

function quotesOf(
  { articles, told }: SummaryRequest,
  size: Size,
  points: readonly Point[],
): readonly Quote[] {
  const read = articles.slice(0, mostArticles)
  const printed = points.flatMap(({ text, evidence }) =>
    read
      .filter((article) => article.id === evidence[0].articleId)
      .map((source) => ({ text, source, range: evidence[0] })),
  )
  const isTold = (text: string) => told?.quotes.includes(text) === true
  return storyQuotes(read, printed, size.quotes, isTold).map(
    ({ source, text, speaker, start, end }) => ({
      articleId: source.id,
      text,
      speaker,
      start,
      end,
    }),
  )
}
