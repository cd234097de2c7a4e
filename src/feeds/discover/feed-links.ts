import { decodeHTML } from 'entities'
import { preparePage } from '../extract/prepare-page.ts'
import { resolveLink } from '../parse/links.ts'

/** A feed that a page names. */
export type FeedLink = { readonly url: string; readonly title: string | undefined }

/** What a page says of feeds: those that it declares, and those that its links look like. */
export type FeedLinks = {
  readonly declared: readonly FeedLink[]
  readonly linked: readonly FeedLink[]
}

const feedType = /^(?:application|text)\/(?:(?:rss|atom|rdf|feed)\+(?:xml|json)|xml|json|rss)\b/i
/** Addresses that are declared like feeds and are none. */
const notFeeds = /\/wp-json\/|oembed|\/xmlrpc|opensearch|manifest\.json/i
const anchor =
  /<a\s[^>]{0,1000}?href\s*=\s*(?:"([^"]{1,2048})"|'([^']{1,2048})'|([^\s"'>]{1,2048}))/gi
const looksLikeFeed = /(?:^|[/.?=&_-])(?:rss2?|atom|feeds?|rdf)(?:$|[/.?=&_-])|\.(?:rss|atom|rdf)$/i

/** Pure, and run in a worker like all reading of pages. Feeds of comments stand behind the others. */
export function findFeedLinks(source: string, url: string): FeedLinks {
  const { links, base } = preparePage(source)
  const bases = [base, url]
  const declared = links.flatMap(({ rel, type, href, title }): FeedLink[] => {
    const isFeed = /(?:^|\s)(?:alternate|feed)(?:$|\s)/.test(rel) && feedType.test(type)
    const address = isFeed && !notFeeds.test(href) ? resolveLink(href, bases) : undefined
    return address === undefined ? [] : [{ url: address, title: title || undefined }]
  })
  const linked = [...source.matchAll(anchor)].flatMap(([, double, single, bare]): FeedLink[] => {
    const href = decodeHTML(double ?? single ?? bare ?? '')
    const address = looksLikeFeed.test(href) ? resolveLink(href, bases) : undefined
    return address === undefined ? [] : [{ url: address, title: undefined }]
  })
  return { declared: commentsLast(once(declared)), linked: once(linked).slice(0, 20) }
}

function once(links: readonly FeedLink[]): readonly FeedLink[] {
  return [...new Map(links.toReversed().map((link) => [link.url, link])).values()].toReversed()
}

function commentsLast(links: readonly FeedLink[]): readonly FeedLink[] {
  const isOfComments = ({ url, title }: FeedLink) =>
    /comment|kommentar/i.test(`${url} ${title ?? ''}`)
  return [...links.filter((link) => !isOfComments(link)), ...links.filter(isOfComments)]
}
