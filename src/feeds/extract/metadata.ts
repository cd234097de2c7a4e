import { isReserved } from '../page/reserved.ts'
import { resolveLink } from '../parse/links.ts'
import { cleanByline } from './byline.ts'
import { headlineOf } from './headline.ts'
import { articleObjects, isObject, type JsonObject, readJsonLd, textOf } from './json-ld.ts'
import type { PreparedPage } from './prepare-page.ts'
import { publishedAt } from './published.ts'

type Found = {
  readonly textContent: string | null
  getAttribute(name: string): string | null
}

/** Of whatever DOM, only what is asked of it here. */
export type PageDocument = {
  querySelector(selector: string): Found | null
  querySelectorAll(selector: string): Iterable<Found>
}

/** What a page says about its article. */
export type PageMetadata = {
  readonly title: string | undefined
  readonly byline: string | undefined
  /** ISO 8601: a day, or a time with its offset. */
  readonly publishedAt: string | undefined
  readonly siteName: string | undefined
  /** BCP 47 tag. */
  readonly lang: string | undefined
  readonly image: string | undefined
  readonly canonicalUrl: string | undefined
  /** The page says that it shows only the free part (schema.org `isAccessibleForFree`). */
  readonly partial: boolean
  /** The publisher asks machines not to use or keep the page (`robots` meta: noai, noarchive). */
  readonly reserved: boolean
}

/** Everything that the readers of single facts look at. */
type Page = {
  readonly prepared: PreparedPage
  readonly document: PageDocument
  readonly url: string | undefined
  readonly objects: readonly JsonObject[]
  /** The object of JSON-LD that is the article; empty when there is none. */
  readonly article: JsonObject
  meta(...names: readonly string[]): string | undefined
}

export function readMetadata(
  prepared: PreparedPage,
  document: PageDocument,
  url: string | undefined,
): PageMetadata {
  const objects = readJsonLd(prepared.jsonLd)
  const page: Page = {
    prepared,
    document,
    url,
    objects,
    article: articleObjects(objects)[0] ?? {},
    meta: (...names) => names.map((name) => prepared.meta.get(name)).find((value) => value),
  }
  const siteName = siteNameOf(page)
  return {
    title: titleOf(page, siteName),
    byline: bylineOf(page, siteName),
    publishedAt: dayOf(page),
    siteName,
    lang: languageOf(page),
    image: imageOf(page),
    canonicalUrl: canonicalOf(page),
    partial: isPaid(page.article),
    reserved: isReserved(page.meta('robots'), page.meta('dateline')),
  }
}

function isPaid({ isAccessibleForFree: free }: JsonObject): boolean {
  return /^(?:https?:\/\/schema\.org\/)?false$/i.test(String(free ?? ''))
}

function siteNameOf({ article, meta }: Page): string | undefined {
  const names = [meta('og:site_name'), textOf(article.publisher), meta('application-name')]
  return names.find((name) => name !== undefined && !/^(?:https?:|\/\/)/.test(name))
}

function titleOf({ prepared, document, url, article, meta }: Page, siteName: string | undefined) {
  const host = URL.parse(url ?? '')?.hostname.replace(/^www\./, '') ?? ''
  return headlineOf({
    marked: [meta('og:title'), textOf(article.headline), meta('twitter:title', 'dc.title')],
    headings: [...document.querySelectorAll('h1')].map((heading) => heading.textContent ?? ''),
    documentTitle: prepared.title,
    siteNames: [siteName ?? '', host, ...host.split('.')].filter((name) => name.length > 2),
  })
}

const authorNames = [
  'author',
  'parsely-author',
  'dc.creator',
  'sailthru.author',
  'article:author',
  'byl',
]
const authorPlaces =
  '[rel~=author], [itemprop~=author], .byline, .author, .author-name, .byline-name'

/** People before outlets: the site's own name is taken only when nobody else is named. */
function bylineOf({ article, document, meta }: Page, siteName: string | undefined) {
  const authors = Array.isArray(article.author) ? article.author : [article.author]
  const marked = authors.map((author) => (isObject(author) ? textOf(author.name) : textOf(author)))
  const isPerson = (byline: string | undefined) =>
    byline !== undefined && byline.toLowerCase() !== siteName?.toLowerCase()
  const named = [marked, ...authorNames.map((name) => [meta(name)])].map(cleanByline)
  const person = named.find(isPerson)
  if (person !== undefined) return person
  const shown = cleanByline([document.querySelector(authorPlaces)?.textContent ?? undefined])
  return isPerson(shown) ? shown : (named.find((byline) => byline !== undefined) ?? shown)
}

const dayNames = [
  'article:published_time',
  'article:published',
  'datepublished',
  'parsely-pub-date',
  'sailthru.date',
  'dc.date.issued',
  'dcterms.created',
  'dc.date',
  'dc.date.created',
  'cxenseparse:recs:publishtime',
  'og:article:published_time',
  'og:pubdate',
  'pubdate',
  'publish-date',
  'publish_date',
  'publication_date',
  'date',
  'pdate',
  'ptime',
  'created',
]

function dayOf(page: Page): string | undefined {
  return publishedAt({
    marked: markedDays(page),
    url: page.url,
    shown: () =>
      [...page.document.querySelectorAll(dayPlaces)]
        .slice(0, 20)
        .map((element) => element.textContent ?? ''),
  })
}

const dayPlaces = '[class*=date], [class*=time], [class*=publish], [class*=posted], time'

/** One after another, so that the page is searched no further than it has to be. */
function* markedDays({ article, objects, document, meta }: Page): Generator<string | undefined> {
  yield textOf(article.datePublished)
  for (const name of dayNames) yield meta(name)
  for (const object of objects) yield textOf(object.datePublished)
  const marked = document.querySelector('[itemprop=datePublished]')
  yield marked?.getAttribute('datetime') ?? marked?.getAttribute('content') ?? undefined
  for (const place of timePlaces) {
    yield document.querySelector(place)?.getAttribute('datetime') ?? undefined
  }
  yield textOf(article.dateCreated)
}

const timePlaces = [
  'time[pubdate]',
  'time.published, time.entry-date, header time[datetime], article time[datetime]',
  'time[datetime]',
]

function imageOf({ article, meta, url }: Page): string | undefined {
  const marked = meta('og:image', 'og:image:url', 'twitter:image', 'twitter:image:src')
  return resolveLink(marked ?? imageAddress(article.image), [url])
}

/** schema.org gives an address, an `ImageObject` or a list of either. */
function imageAddress(image: unknown): string | undefined {
  const first: unknown = Array.isArray(image) ? image[0] : image
  return isObject(first) ? textOf(first.url ?? first.contentUrl) : textOf(first)
}

function canonicalOf({ prepared, meta, url }: Page): string | undefined {
  const link = prepared.links.find(({ rel }) => rel.split(/\s+/).includes('canonical'))?.href
  return resolveLink(link ?? meta('og:url'), [url])
}

function languageOf({ prepared, article, meta }: Page): string | undefined {
  const tags = [
    prepared.language,
    meta('og:locale'),
    meta('content-language'),
    textOf(article.inLanguage),
  ]
  return tags.map(languageTag).find((tag) => tag !== undefined)
}

function languageTag(tag: string | undefined): string | undefined {
  const [text = ''] = (tag?.trim().replaceAll('_', '-') ?? '').split(/[,;\s]/)
  if (!/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(text)) return undefined
  try {
    return Intl.getCanonicalLocales(text)[0]
  } catch {
    return undefined
  }
}
