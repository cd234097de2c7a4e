import { metadataPrefixOf } from '../briefing/text/metadata-line.ts'
import type { Article } from '../domain/article.ts'
import { UnusableError } from '../domain/errors.ts'
import { articleId, feedId } from '../domain/ids.ts'
import { decodeBody } from '../feeds/decode/decode-body.ts'
import type { ExtractedPage } from '../feeds/extract/extract-page.ts'
import { plausibleDate } from '../feeds/freshness.ts'
import type { ParserPool } from '../feeds/parser-pool.ts'
import { idOf } from '../store/columns.ts'
import type { HttpClient } from '../support/http/http-client.ts'
import { cleanText } from '../support/text/clean.ts'

export type ArticleNowTools = {
  readonly http: Pick<HttpClient, 'get'>
  readonly parser: Pick<ParserPool, 'extractPage'>
  now(): Date
}

/** S6: the largest page that is read, unpacked. */
const maxPageBytes = 3_000_000
/** What is read of a text that is no page. */
const maxTextLength = 1_000_000

/** The article at an address that a person named. Throws an `UnusableError` that says why there is none. */
export async function fetchArticleNow(url: string, tools: ArticleNowTools): Promise<Article> {
  const outcome = await tools.http.get(url, {
    accept: 'text/html, application/xhtml+xml;q=0.9, text/plain;q=0.5',
    maxBytes: maxPageBytes,
  })
  if (outcome.kind === 'bad-status')
    throw new UnusableError(`${url}: the server answered ${outcome.status} instead of the page.`)
  if (outcome.kind !== 'ok')
    throw new UnusableError(`${url}: ${'sentence' in outcome ? outcome.sentence : 'no page came.'}`)
  return readArticleNow(url, decodeBody(outcome.body, outcome.headers), outcome.url, tools)
}

/** The article in a text: a web page, or plain text with a blank line between paragraphs. */
export async function readArticleNow(
  place: string,
  source: string,
  url: string | undefined,
  tools: ArticleNowTools,
): Promise<Article> {
  if (source.trim() === '') throw new UnusableError(`${place}: there is nothing in it.`)
  if (source.slice(0, 4096).includes('\u0000'))
    throw new UnusableError(`${place}: this is not text; give a web page or a text.`)
  if (!isPage(source)) return toArticle(place, url, plainPage(source), tools.now())
  const outcome = await tools.parser.extractPage(source, url)
  if (outcome.kind === 'unreadable') throw new UnusableError(`${place}: ${outcome.message}.`)
  if (outcome.page.text.trim() === '')
    throw new UnusableError(`${place}: I found no article on this page.`)
  return toArticle(place, url, outcome.page, tools.now())
}

function isPage(source: string): boolean {
  return /<(?:!doctype html|html|head|body|article|p|div)\b/i.test(source.slice(0, 20_000))
}

type Told = Pick<
  ExtractedPage,
  'title' | 'byline' | 'publishedAt' | 'siteName' | 'lang' | 'partial'
> &
  Pick<ExtractedPage, 'text' | 'headings'>

function plainPage(source: string): Told {
  const text = cleanText(source.slice(0, maxTextLength))
  return {
    title: undefined,
    byline: undefined,
    publishedAt: metadataPrefixOf(text)?.date,
    siteName: undefined,
    lang: undefined,
    partial: false,
    text,
    headings: [],
  }
}

function toArticle(place: string, url: string | undefined, page: Told, now: Date): Article {
  const host = url === undefined ? undefined : URL.parse(url)?.hostname.replace(/^www\./, '')
  const published = page.publishedAt === undefined ? undefined : new Date(page.publishedAt)
  return {
    id: articleId(idOf('article', place)),
    feedId: feedId('none'),
    publisher: page.siteName ?? host ?? place.split('/').at(-1) ?? place,
    url,
    title: page.title ?? '',
    text: page.text,
    headings: page.headings,
    publishedAt: plausibleDate(published, now),
    firstSeenAt: now,
    language: page.lang,
    byline: page.byline,
    partial: page.partial,
    revision: 1,
  }
}
