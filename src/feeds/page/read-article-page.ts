import type { Article } from '../../domain/article.ts'
import type { HttpClient } from '../../support/http/http-client.ts'
import type { Robots } from '../../support/http/robots.ts'
import { decodeBody } from '../decode/decode-body.ts'
import type { ExtractedPage } from '../extract/extract-page.ts'
import { plausibleDate } from '../freshness.ts'
import type { ParserPool } from '../parser-pool.ts'
import { hasNumbersOf, shareFoundIn, wordsIn } from './compare-texts.ts'
import { isReserved } from './reserved.ts'

/** S6: the largest page that is read, unpacked. */
const maxPageBytes = 3_000_000

export type PageTools = {
  readonly http: Pick<HttpClient, 'get'>
  readonly robots: Robots
  readonly parser: Pick<ParserPool, 'extractPage'>
  now(): Date
}

/** What came of looking at an article's page. */
export type PageReading = {
  /** With the better of both texts, and with what the feed left open. */
  readonly article: Article
  readonly from: 'page' | 'feed'
  /** Why the feed's own text stands, as a sentence; undefined where the page's does. */
  readonly why: string | undefined
}

/**
 * Reads the page that a new article links to, one request and one look at the site's robots.txt, and keeps the better of
 * its text and the feed's. Whatever goes wrong costs the article its full text and nothing else. Call it once for an
 * article, never again: a publisher is asked for a page once (E12).
 */
export async function readArticlePage(article: Article, tools: PageTools): Promise<PageReading> {
  if (article.url === undefined) return fromFeed(article, 'The feed gives no address for it.')
  if (isWhole(article.text)) return fromFeed(article, 'The feed brings the whole text.')
  if (!(await tools.robots(article.url))) {
    return fromFeed(article, "The site's robots.txt does not let us read the page.")
  }
  const outcome = await tools.http.get(article.url, {
    accept: 'text/html, application/xhtml+xml;q=0.9, */*;q=0.1',
    maxBytes: maxPageBytes,
  })
  if (outcome.kind === 'bad-status') {
    return fromFeed(article, `The site answered ${outcome.status} for the page.`)
  }
  if (outcome.kind !== 'ok') {
    const why = 'sentence' in outcome ? outcome.sentence : 'The site sent no page.'
    return fromFeed(article, why)
  }
  if (isReserved(outcome.headers['x-robots-tag'])) return fromFeed(article, reservedSentence)
  if (!isHtml(outcome.headers['content-type'])) {
    return fromFeed(article, 'What stands at the address is not a web page.')
  }
  const html = decodeBody(outcome.body, outcome.headers)
  const extracted = await tools.parser.extractPage(html, outcome.url)
  if (extracted.kind === 'unreadable') return fromFeed(article, extracted.message)
  return better(article, extracted.page, tools.now())
}

/** A server that says nothing of the kind is believed to send a page. */
function isHtml(contentType: string | undefined): boolean {
  return (
    contentType === undefined || /^\s*(?:text\/html|application\/xhtml\+xml)/i.test(contentType)
  )
}

const reservedSentence = 'The publisher asks that machines do not use or keep the page.'

/** The better of two texts: the page's, unless it is paid for, reserved, or not the article that the feed speaks of. */
function better(article: Article, page: ExtractedPage, now: Date): PageReading {
  if (page.reserved) return fromFeed(article, reservedSentence)
  const known = withFacts(article, page, now)
  if (page.partial && article.text !== '') {
    return fromFeed({ ...known, partial: true }, 'The page shows its free part only.')
  }
  if (!isSameArticle(article, page)) {
    return fromFeed(article, 'The page does not say what the feed says about the article.')
  }
  if (wordsIn(page.text).length <= wordsIn(article.text).length) {
    return fromFeed(known, 'The feed brings more of the text than the page.')
  }
  const { text, headings, partial } = page
  return { article: { ...known, text, headings, partial }, from: 'page', why: undefined }
}

function fromFeed(article: Article, why: string): PageReading {
  return { article, from: 'feed', why }
}

/** What the feed says itself goes before what the page says. */
function withFacts(article: Article, page: ExtractedPage, now: Date): Article {
  const published = page.publishedAt === undefined ? undefined : new Date(page.publishedAt)
  return {
    ...article,
    title: article.title || (page.title ?? ''),
    publishedAt: article.publishedAt ?? plausibleDate(published, now),
    language: article.language ?? page.lang,
    byline: article.byline ?? page.byline,
  }
}

/** An article of a feed, not the teaser of one: long enough, and its end is an end. */
const fewestWholeWords = 150
const cutEnd =
  /(?:\.{3}|…|\[…\]|\[\.{3}\]|(?:read|continue|see|learn) (?:more|on|reading|full)[^.]{0,60}|weiterlesen|lire la suite|leer más|leia mais)\W*$/i

function isWhole(text: string): boolean {
  return wordsIn(text).length >= fewestWholeWords && !cutEnd.test(text.slice(-120))
}

/** Cookie walls, log-ins and pages of the wrong article share few words with what the feed says. */
const fewestShared = 0.4

function isSameArticle(article: Article, page: ExtractedPage): boolean {
  const told = `${article.title} ${article.text}`
  return shareFoundIn(told, `${page.title ?? ''} ${page.text}`) >= fewestShared
}

/**
 * What stands for an article that its publisher has changed: the feed's new text; but where the feed gives only a teaser
 * and the page read before says all that is in it, the page's text stays. It is not asked for again.
 */
export function revisedText(stored: Article, revised: Article): Article {
  const told = `${revised.title} ${revised.text}`
  const isTeaser = revised.text.length < stored.text.length / 2
  const saidAll =
    hasNumbersOf(told, `${stored.title} ${stored.text}`) &&
    shareFoundIn(told, `${stored.title} ${stored.text}`) >= fewestKept
  if (!isTeaser || !saidAll) return revised
  return { ...revised, text: stored.text, headings: stored.headings, partial: stored.partial }
}

const fewestKept = 0.9
