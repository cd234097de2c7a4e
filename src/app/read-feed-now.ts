import type { Article } from '../domain/article.ts'
import { UnusableError } from '../domain/errors.ts'
import { feedId } from '../domain/ids.ts'
import { nameEntries } from '../feeds/identity.ts'
import type { ParsedFeed, ParseOutcome } from '../feeds/parse/parsed-feed.ts'
import type { ParserPool } from '../feeds/parser-pool.ts'
import { factsOf, feedAccept, maxFeedBytes } from '../feeds/poll-feed.ts'
import { toArticles } from '../feeds/to-articles.ts'
import { idOf } from '../store/columns.ts'
import type { HttpClient } from '../support/http/http-client.ts'
import { readNamedFile } from './read-named-file.ts'

export type FeedNowTools = {
  readonly http: Pick<HttpClient, 'get'>
  readonly parser: Pick<ParserPool, 'parseFeed'>
  now(): Date
}

/** A feed looked at once for somebody who waits: nothing is remembered, so that every item counts as new. */
export type FeedNow = {
  readonly name: string
  readonly articles: readonly Article[]
  readonly warnings: readonly string[]
}

type Bytes = {
  readonly body: Uint8Array
  readonly headers: Readonly<Record<string, string>>
  /** Where it came from; undefined for a file. */
  readonly url: string | undefined
}

/** Reads a feed at an http or https address, or in a file. Throws an `UnusableError` that says what is wrong with it. */
export async function readFeedNow(place: string, tools: FeedNowTools): Promise<FeedNow> {
  const bytes = /^https?:\/\//i.test(place) ? await fetched(place, tools) : await fromFile(place)
  const outcome = await tools.parser.parseFeed(bytes.body, bytes.headers, bytes.url)
  if (outcome.kind === 'refused') throw new UnusableError(`${place}: ${refusal(outcome)}`)
  return toFeedNow(place, outcome.feed, bytes, tools.now())
}

/** What the parsers said is for whoever mends the feed; the person who named it is told what it is not. */
function refusal({ why, message }: Extract<ParseOutcome, { kind: 'refused' }>): string {
  return why === 'not-a-feed' ? `this is not a feed that can be read (${message}).` : `${message}.`
}

function toFeedNow(place: string, feed: ParsedFeed, { url }: Bytes, now: Date): FeedNow {
  const id = feedId(idOf('feed', place))
  const { named, warnings } = nameEntries(id, feed.entries)
  const name = factsOf(feed, url ?? place).title
  const items = toArticles(named, {
    feedId: id,
    publisher: name,
    language: feed.language,
    sightings: new Map(),
    isFirstFetch: false,
    now,
  })
  return {
    name,
    articles: items.map(({ article }) => article),
    warnings: [...feed.warnings, ...warnings],
  }
}

async function fetched(url: string, { http }: FeedNowTools): Promise<Bytes> {
  const outcome = await http.get(url, { accept: feedAccept, maxBytes: maxFeedBytes })
  if (outcome.kind === 'ok') return outcome
  if (outcome.kind === 'bad-status') {
    throw new UnusableError(`${url}: the server answered ${outcome.status} instead of a feed.`)
  }
  const why = 'sentence' in outcome ? outcome.sentence : 'The server sent no feed.'
  throw new UnusableError(`${url}: ${why}`)
}

async function fromFile(path: string): Promise<Bytes> {
  return { body: await readNamedFile(path), headers: {}, url: undefined }
}
