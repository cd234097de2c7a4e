import { cleanLine } from '../../support/text/clean.ts'
import { resolveLink } from '../parse/links.ts'
import { readDate } from '../parse/read-date.ts'
import { titleText } from '../parse/title-text.ts'
import { articleObjects, isObject, type JsonObject, readJsonLd, textOf } from './json-ld.ts'
import type { PreparedPage } from './prepare-page.ts'

/** Of whatever DOM, only what is asked of it here. */
export type PageDocument = {
  querySelector(selector: string): {
    readonly textContent: string | null
    getAttribute(name: string): string | null
  } | null
}

/** What a page says about its article. */
export type PageMetadata = {
  readonly title: string | undefined
  readonly byline: string | undefined
  /** ISO 8601. */
  readonly publishedAt: string | undefined
  readonly siteName: string | undefined
  /** BCP 47 tag. */
  readonly lang: string | undefined
  readonly image: string | undefined
  readonly canonicalUrl: string | undefined
  /** The page says that it shows only the free part (schema.org `isAccessibleForFree`). */
  readonly partial: boolean
}

export function readMetadata(
  page: PreparedPage,
  document: PageDocument,
  url: string | undefined,
): PageMetadata {
  const objects = readJsonLd(page.jsonLd)
  const article = articleObjects(objects)[0] ?? {}
  const meta = (...names: string[]) =>
    names.map((name) => page.meta.get(name)).find((value) => value)
  const canonical = page.links.find((link) => link.rel === 'canonical')?.href ?? meta('og:url')
  return {
    title: titleText(
      meta('og:title') ??
        textOf(article.headline) ??
        meta('twitter:title', 'dc.title') ??
        document.querySelector('h1')?.textContent ??
        page.title,
    ),
    byline: bylineOf(article, page),
    publishedAt: dayOf(article, page, document),
    siteName: meta('og:site_name', 'application-name') ?? textOf(article.publisher),
    lang: languageOf(page, article),
    image: resolveLink(
      meta('og:image', 'og:image:url', 'twitter:image', 'twitter:image:src') ??
        textOf(article.image),
      [url],
    ),
    canonicalUrl: resolveLink(canonical, [url]),
    partial:
      article.isAccessibleForFree === false ||
      /^false$/i.test(String(article.isAccessibleForFree ?? '')),
  }
}

function bylineOf(article: JsonObject, page: PreparedPage): string | undefined {
  const authors = Array.isArray(article.author) ? article.author : [article.author]
  const names = authors
    .map((author) => (isObject(author) ? textOf(author.name) : textOf(author)))
    .filter((name) => name !== undefined)
  const byMeta = [
    'author',
    'parsely-author',
    'dc.creator',
    'sailthru.author',
    'article:author',
    'byl',
  ]
    .map((name) => page.meta.get(name))
    .find((value) => value && !/^https?:/.test(value))
  const byline = names.length > 0 ? [...new Set(names)].join(', ') : byMeta
  return byline ? cleanLine(byline).replace(/^by\s+/i, '') || undefined : undefined
}

function dayOf(
  article: JsonObject,
  page: PreparedPage,
  document: PageDocument,
): string | undefined {
  const candidates = [
    textOf(article.datePublished),
    ...[
      'article:published_time',
      'datepublished',
      'parsely-pub-date',
      'sailthru.date',
      'dc.date.issued',
      'dc.date',
      'date',
      'pubdate',
      'publish-date',
      'og:pubdate',
    ].map((name) => page.meta.get(name)),
    document.querySelector('[itemprop=datePublished]')?.getAttribute('datetime') ??
      document.querySelector('[itemprop=datePublished]')?.getAttribute('content'),
    document.querySelector('time[datetime]')?.getAttribute('datetime'),
    textOf(article.dateCreated),
  ]
  for (const candidate of candidates) {
    const date = candidate ? readDate(candidate) : undefined
    if (date) return date.toISOString()
  }
  return undefined
}

function languageOf(page: PreparedPage, article: JsonObject): string | undefined {
  const tag =
    page.language ??
    page.meta.get('og:locale') ??
    page.meta.get('content-language') ??
    textOf(article.inLanguage)
  const [first] = Intl.getCanonicalLocales(validTag(tag) ?? [])
  return first
}

function validTag(tag: string | undefined): string | undefined {
  const text = tag
    ?.trim()
    .replaceAll('_', '-')
    .split(/[,;\s]/)[0]
  return text && /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(text) ? text : undefined
}
