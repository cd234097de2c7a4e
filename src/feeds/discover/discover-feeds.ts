import type { HttpClient } from '../../support/http/http-client.ts'
import type { FetchOutcome } from '../../support/http/outcome.ts'
import { withoutTracking } from '../address.ts'
import { decodeBody } from '../decode/decode-body.ts'
import { plausibleDate } from '../freshness.ts'
import type { ParsedFeed } from '../parse/parsed-feed.ts'
import type { ParserPool } from '../parser-pool.ts'
import { troubleOf, unreadable } from '../poll/trouble.ts'
import { factsOf, feedAccept, maxFeedBytes } from '../poll-feed.ts'
import { feedOfKnownShape } from './known-shapes.ts'

export type DiscoveryTools = {
  readonly http: Pick<HttpClient, 'get'>
  readonly parser: Pick<ParserPool, 'parseFeed' | 'findFeedLinks'>
  now(): Date
}

/** An answer that is a feed; the first poll can use it, so that adding a feed asks for it once (E10). */
type FeedAnswer = Extract<FetchOutcome, { kind: 'ok' }>

/** An item as it would be shown. */
export type FoundItem = {
  readonly title: string
  readonly text: string
  readonly url: string | undefined
  readonly publishedAt: Date | undefined
}

export type FoundFeed = {
  /** Where it was found, after redirects. */
  readonly url: string
  readonly title: string
  /** How many items stand in it. */
  readonly items: number
  /** BCP 47 tag. */
  readonly language: string | undefined
  /** The newest five, for choosing. */
  readonly newest: readonly FoundItem[]
  readonly warnings: readonly string[]
  readonly answer: FeedAnswer
}

export type Discovery =
  | { readonly kind: 'found'; readonly feeds: readonly [FoundFeed, ...FoundFeed[]] }
  /** A sentence that says why. */
  | { readonly kind: 'none'; readonly why: string }

/** Requests for one address, so that a site is not searched through. */
const mostRequests = 9
const mostDeclared = 5

const commonPaths = ['feed', 'rss.xml', 'feed.xml', 'atom.xml', 'index.xml', 'rss', 'feed.json']

/**
 * The feeds of an address that a person gives: the address itself when it is a feed; else what its shape tells, what its
 * page declares, what the page links to, and at last where feeds usually are.
 */
export async function discoverFeeds(address: string, tools: DiscoveryTools): Promise<Discovery> {
  const given = readAddress(address)
  if (!given) return { kind: 'none', why: `"${address.slice(0, 100)}" is no address of a website.` }
  const look = createLook(tools)
  const shaped = feedOfKnownShape(given)
  const byShape = shaped === undefined ? undefined : await look(shaped)
  if (byShape?.kind === 'feed') return found([byShape.feed])
  const first = await look(given.href)
  if (first.kind === 'feed') return found([first.feed])
  if (first.kind === 'nothing') return { kind: 'none', why: first.why }
  const { declared, linked } = await tools.parser.findFeedLinks(first.html, first.url)
  const named = await lookAtAll(
    look,
    declared.slice(0, mostDeclared).map(({ url }) => url),
  )
  if (named.length > 0) return found(named)
  const guesses = [...linked.map(({ url }) => url), ...usualPlaces(first.url)]
  const guessed = await lookUntilFound(look, guesses)
  if (guessed) return found([guessed])
  return {
    kind: 'none',
    why: 'The page names no feed, and none was found where feeds usually are.',
  }
}

/** `harbour-post.example`, as people write it, or a whole address. */
function readAddress(text: string): URL | undefined {
  const trimmed = text.trim()
  const isWhole = /^[a-z][a-z\d+.-]*:\/\//i.test(trimmed)
  const withoutScheme = /^feed:(?:\/\/)?/i
  const url =
    isWhole && !withoutScheme.test(trimmed)
      ? URL.parse(trimmed)
      : URL.parse(`https://${trimmed.replace(withoutScheme, '').replace(/^https?:\/\//i, '')}`)
  const isSite = url !== null && /^https?:$/.test(url.protocol) && url.hostname.includes('.')
  return isSite ? url : undefined
}

type Look = (url: string) => Promise<Looked>
type Looked =
  | { readonly kind: 'feed'; readonly feed: FoundFeed }
  | { readonly kind: 'page'; readonly html: string; readonly url: string }
  | { readonly kind: 'nothing'; readonly why: string }

/** Asks each address once, and no more addresses than are fair. */
function createLook({ http, parser, now }: DiscoveryTools): Look {
  const asked = new Map<string, Promise<Looked>>()
  const ask = async (url: string): Promise<Looked> => {
    const outcome = await http.get(url, { accept: feedAccept, maxBytes: maxFeedBytes })
    if (outcome.kind === 'not-modified') return { kind: 'nothing', why: 'The site sent nothing.' }
    if (outcome.kind !== 'ok') return { kind: 'nothing', why: troubleOf(outcome, now()).sentence }
    const parsed = await parser.parseFeed(outcome.body, outcome.headers, outcome.url)
    if (parsed.kind === 'parsed')
      return { kind: 'feed', feed: toFound(parsed.feed, outcome, now()) }
    if (parsed.why !== 'html') return { kind: 'nothing', why: unreadable(parsed.why).sentence }
    return { kind: 'page', html: decodeBody(outcome.body, outcome.headers), url: outcome.url }
  }
  return async (url) => {
    const before = asked.get(url)
    if (before !== undefined) return before
    if (asked.size >= mostRequests) return { kind: 'nothing', why: 'The site was asked enough.' }
    const looked = ask(url)
    asked.set(url, looked)
    return looked
  }
}

function toFound(parsed: ParsedFeed, answer: FeedAnswer, now: Date): FoundFeed {
  return {
    url: answer.url,
    title: factsOf(parsed, answer.url).title,
    items: parsed.entries.length,
    language: parsed.language,
    newest: newestOf(parsed, now),
    warnings: parsed.warnings,
    answer,
  }
}

function newestOf({ entries }: ParsedFeed, now: Date): readonly FoundItem[] {
  const items = entries.map(({ title, body, link, dates: [date] }) => ({
    title: title ?? '',
    text: body?.text ?? '',
    url: link && withoutTracking(link),
    publishedAt: date === undefined ? undefined : plausibleDate(new Date(date), now),
  }))
  const timeOf = ({ publishedAt }: FoundItem) => publishedAt?.getTime() ?? 0
  return items.sort((a, b) => timeOf(b) - timeOf(a)).slice(0, 5)
}

function found(feeds: readonly FoundFeed[]): Discovery {
  const [first, ...rest] = new Map(feeds.map((feed) => [feed.url, feed])).values()
  return first
    ? { kind: 'found', feeds: [first, ...rest] }
    : { kind: 'none', why: 'No feed was found.' }
}

async function lookAtAll(look: Look, urls: readonly string[]): Promise<readonly FoundFeed[]> {
  const feeds: FoundFeed[] = []
  for (const url of urls) {
    const looked = await look(url)
    if (looked.kind === 'feed') feeds.push(looked.feed)
  }
  return feeds
}

async function lookUntilFound(look: Look, urls: readonly string[]): Promise<FoundFeed | undefined> {
  for (const url of urls) {
    const looked = await look(url)
    if (looked.kind === 'feed') return looked.feed
  }
  return undefined
}

/** Beside the page and at the root of its site. */
function usualPlaces(url: string): readonly string[] {
  const { origin, pathname } = new URL(url)
  const folder = `${origin}${pathname.replace(/[^/]*$/, '')}`
  const places = [`${origin}/`, folder].flatMap((base) => commonPaths.map((path) => base + path))
  return [...new Set(places)]
}
