import type { Article } from '../../domain/article.ts'
import type { Point } from '../../domain/briefing.ts'
import type { Passage } from '../../domain/passage.ts'
import { allAllowed, allowedBy } from './allowed.ts'
import { checkNumbers } from './check-numbers.ts'
import { checkStatement } from './check-statement.ts'
import { unprintableIn } from './foreign-text.ts'
import { type Ground, groundOf, toGround } from './ground.ts'
import { isAbout } from './is-about.ts'
import { isFalse } from './issue.ts'
import { nearestSentences } from './nearest.ts'
import { isSameLanguage } from './same-language.ts'

export type CheckedPoint =
  | { readonly kind: 'good'; readonly point: Point }
  | { readonly kind: 'repaired'; readonly point: Point }
  | { readonly kind: 'false'; readonly why: string }

/** The articles that a point may rest on, and the language that it is told in; undefined: their own. */
export type CheckRequest = {
  readonly articles: readonly Article[]
  readonly language: string | undefined
}

/** Whether the articles say what a point says, at the passages that it names; mended once where that is possible. */
export function checkPoint(point: Point, request: CheckRequest): CheckedPoint {
  const why = faultOf(point, request)
  if (why === undefined) return { kind: 'good', point }
  for (const mended of [anchoredAnew(point, request), withoutLastClause(point)]) {
    if (mended && faultOf(mended, request) === undefined) return { kind: 'repaired', point: mended }
  }
  return { kind: 'false', why }
}

function faultOf(point: Point, request: CheckRequest): string | undefined {
  const cited = request.articles.filter(({ id }) => point.evidence.some((p) => p.articleId === id))
  if (cited.length === 0 || !point.evidence.every((p) => isInside(p, request.articles))) {
    return 'It names a passage that does not exist.'
  }
  const isVerbatim = isVerbatimPoint(point, cited)
  const unprintable = unprintableIn(point.text, isVerbatim)
  if (isVerbatim || unprintable !== undefined) return unprintable
  const allowed = allAllowed(cited.map(allowedFor))
  const ground = cited.length === 1 && cited[0] ? groundOf(cited[0]) : joined(cited)
  const language = request.language ?? ground.language
  const found = checkStatement(point.text, ground, allowed, language).find(isFalse)
  if (found) return found.why
  if (isSameLanguage(language, ground.language) && !isAbout(point.text, ground, allowed)) {
    return 'The article says little of it.'
  }
  const near = surroundings(point.evidence, cited)
  const astray = checkNumbers(point.text, near, allowed, language).find(isFalse)
  return astray && `The passage that it names does not say ${astray.text}.`
}

function allowedFor(article: Article) {
  return allowedBy({
    outlet: article.publisher,
    title: article.title,
    byline: article.byline,
    publishedAt: article.publishedAt ?? article.firstSeenAt,
    language: article.language,
  })
}

function isInside(passage: Passage, articles: readonly Article[]): boolean {
  const length = articles.find(({ id }) => id === passage.articleId)?.text.length ?? -1
  return passage.start >= 0 && passage.start < passage.end && passage.end <= length
}

/** The article's own words need no check. */
function isVerbatimPoint(point: Point, cited: readonly Article[]): boolean {
  return point.evidence.some(({ articleId, start, end }) => {
    const text = cited.find(({ id }) => id === articleId)?.text.slice(start, end)
    return text?.replace(/\s+/g, ' ').includes(point.text.replace(/\s+/g, ' ')) === true
  })
}

function joined(articles: readonly Article[]): Ground {
  return toGround(
    articles.map(({ title, text }) => `${title}\n\n${text}`).join('\n\n'),
    articles[0]?.language,
  )
}

/** The paragraphs around the passages: what a reader sees who follows the link. */
function surroundings(evidence: Point['evidence'], articles: readonly Article[]): Ground {
  const parts = evidence.map(({ articleId, start, end }) => {
    const text = articles.find(({ id }) => id === articleId)?.text ?? ''
    const from = text.lastIndexOf('\n\n', Math.max(0, text.lastIndexOf('\n', start) - 1))
    const to = text.indexOf('\n\n', end)
    return text.slice(Math.max(0, from), to < 0 ? text.length : to)
  })
  return toGround(parts.join('\n\n'), articles[0]?.language)
}

/** A sentence that says so much of the point is what the point should have named. */
const anchorShare = 0.6

function anchoredAnew(point: Point, request: CheckRequest): Point | undefined {
  const best = request.articles
    .flatMap((article) =>
      nearestSentences(point.text, groundOf(article), 1).map((near) => ({ article, ...near })),
    )
    .sort((a, b) => b.share - a.share)[0]
  if (!best || best.share < anchorShare) return undefined
  const { start, end } = best.sentence
  return { text: point.text, evidence: [{ articleId: best.article.id, start, end }] }
}

/** A sentence that was cut at its last comma says something only when so many words are left. */
const fewestWordsLeft = 6

function withoutLastClause(point: Point): Point | undefined {
  const at = Math.max(point.text.lastIndexOf(', '), point.text.lastIndexOf(' – '))
  const head = point.text.slice(0, at)
  if (at < 0 || head.split(/\s+/).length < fewestWordsLeft) return undefined
  return { text: `${head}.`, evidence: point.evidence }
}
