import { hash } from 'node:crypto'
import type { Feed } from '../domain/feed.ts'
import type { FeedId } from '../domain/ids.ts'
import type { PollState } from '../domain/poll-state.ts'
import type { Sighting } from '../domain/sighting.ts'
import type { HttpClient } from '../support/http/http-client.ts'
import type { FetchOutcome } from '../support/http/outcome.ts'
import type { Random } from '../support/random.ts'
import { nameEntries } from './identity.ts'
import type { ParsedFeed } from './parse/parsed-feed.ts'
import type { ParserPool } from './parser-pool.ts'
import { afterFailure, type Trouble } from './poll/after-failure.ts'
import { afterFullAnswer, afterNotModified, type Success } from './poll/after-success.ts'
import { conditionalHeaders, hasValidators } from './poll/header-hints.ts'
import type { HostHolds } from './poll/host-holds.ts'
import { type PollPace, usualPace } from './poll/next-check.ts'
import { troubleOf, unreadable } from './poll/trouble.ts'
import { type FeedItem, toArticles } from './to-articles.ts'

export const maxFeedBytes = 5_000_000
export const feedAccept =
  'application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml;q=0.9, application/xml;q=0.8, text/xml;q=0.8, application/json;q=0.7, */*;q=0.5'

/** What a poll needs of the rest of the house. */
export type PollTools = {
  readonly http: Pick<HttpClient, 'get'>
  readonly parser: Pick<ParserPool, 'parseFeed'>
  /** The sightings of a feed under these identities. */
  knownItems(feedId: FeedId, identities: readonly string[]): Promise<ReadonlyMap<string, Sighting>>
  now(): Date
  readonly random: Random
  readonly holds: HostHolds
  readonly pace?: PollPace
  /** Whether any feed was reached lately; see `afterFailure`. */
  isOnline?(): boolean
  /** The answer of a look that somebody has just had at the feed; used in place of its first request. */
  freshAnswer?(url: string): Extract<FetchOutcome, { kind: 'ok' }> | undefined
}

/** What the feed says of itself. */
export type FeedFacts = {
  readonly title: string
  readonly homeUrl: string | undefined
  readonly language: string | undefined
}

export type PollOutcome = { readonly state: PollState } & (
  | {
      readonly kind: 'read'
      /** New and changed items, the newest first; may be none. */
      readonly items: readonly FeedItem[]
      readonly facts: FeedFacts
      readonly warnings: readonly string[]
      readonly movedTo: string | undefined
    }
  | { readonly kind: 'unchanged'; readonly movedTo: string | undefined }
  | { readonly kind: 'failed'; readonly sentence: string }
  /** Its site asked us to stay away; no request was made. */
  | { readonly kind: 'held' }
)

/** One look at a feed. Nothing is kept here: the caller stores the items, and only then the state. */
export async function pollFeed(
  feed: Feed,
  state: PollState,
  tools: PollTools,
): Promise<PollOutcome> {
  const isFirst = state.lastCheckedAt === undefined
  const fresh = isFirst ? tools.freshAnswer?.(feed.url) : undefined
  if (fresh) return readAnswer(feed, state, fresh, tools)
  const heldUntil = tools.holds.heldUntil(feed.url, tools.now())
  if (heldUntil) return { kind: 'held', state: { ...state, nextCheckAt: heldUntil } }
  const outcome = await tools.http.get(feed.url, {
    accept: feedAccept,
    headers: conditionalHeaders(state.validators),
    maxBytes: maxFeedBytes,
  })
  return readAnswer(feed, state, outcome, tools)
}

/** What an answer to a request for a feed means, whoever made the request. */
async function readAnswer(
  feed: Feed,
  state: PollState,
  outcome: FetchOutcome,
  tools: PollTools,
): Promise<PollOutcome> {
  if (outcome.kind === 'ok') return readBody(feed, state, outcome, tools)
  if (outcome.kind === 'not-modified') {
    if (!hasValidators(state.validators)) return failed(state, unaskedNotModified, tools)
    const success = afterNotModified(state, outcome, contextOf(tools))
    return { kind: 'unchanged', ...success }
  }
  const failure = failed(state, troubleOf(outcome, tools.now()), tools)
  if (outcome.kind === 'bad-status' && outcome.status === 429) {
    tools.holds.hold(outcome.url, failure.state.nextCheckAt)
  }
  return failure
}

const unaskedNotModified: Trouble = {
  fault: 'bad-answer',
  sentence: 'The server says that nothing has changed, but it was never asked that.',
}

async function readBody(
  feed: Feed,
  state: PollState,
  outcome: Extract<FetchOutcome, { kind: 'ok' }>,
  tools: PollTools,
): Promise<PollOutcome> {
  const answer = { ...outcome, bodyHash: hashOf(outcome.body) }
  if (answer.bodyHash === state.bodyHash) return readAgain(state, answer, tools)
  const parsed = await tools.parser.parseFeed(outcome.body, outcome.headers, outcome.url)
  if (parsed.kind === 'refused') {
    const { state: next, ...failure } = failed(state, unreadable(parsed.why), tools)
    return { ...failure, state: withoutAnswer(next, answer.bodyHash) }
  }
  const { items, warnings, facts } = await readEntries(feed, state, parsed.feed, outcome.url, tools)
  const reading = {
    pace: parsed.feed.pace,
    publishedAt: datesOf(parsed.feed),
    newItems: items.filter(({ kind }) => kind === 'new').length,
  }
  const success = afterFullAnswer(state, answer, reading, contextOf(tools))
  return { kind: 'read', items, facts, warnings, ...success }
}

/** The same bytes as before: nothing new in a feed, and no second try at what could not be read. */
function readAgain(
  state: PollState,
  answer: Extract<FetchOutcome, { kind: 'ok' }> & { readonly bodyHash: string },
  tools: PollTools,
): PollOutcome {
  const { failure } = state
  if (failure?.fault === 'not-a-feed') return failed(state, failure, tools)
  const success: Success = afterFullAnswer(state, answer, undefined, contextOf(tools))
  return { kind: 'unchanged', ...success }
}

/** A body that is no feed leaves no validators behind, lest a login page be taken for the feed for ever. */
function withoutAnswer(state: PollState, bodyHash: string): PollState {
  return { ...state, bodyHash, validators: { etag: undefined, lastModified: undefined } }
}

async function readEntries(
  feed: Feed,
  state: PollState,
  parsed: ParsedFeed,
  url: string,
  tools: PollTools,
) {
  const { named, warnings } = nameEntries(feed.id, parsed.entries)
  const identities = named.flatMap((entry) => entry.identities)
  const facts = factsOf(parsed, url)
  const items = toArticles(named, {
    feedId: feed.id,
    publisher: facts.title,
    language: parsed.language,
    sightings: await tools.knownItems(feed.id, identities),
    isFirstFetch: state.lastSuccessAt === undefined,
    now: tools.now(),
  })
  return { items, facts, warnings: [...parsed.warnings, ...warnings] }
}

export function factsOf(parsed: ParsedFeed, url: string): FeedFacts {
  const host = URL.parse(parsed.link ?? url)?.hostname ?? url
  return {
    title: parsed.title ?? host.replace(/^www\./, ''),
    homeUrl: parsed.link,
    language: parsed.language,
  }
}

function datesOf({ entries }: ParsedFeed): readonly (Date | undefined)[] {
  return entries.map(({ dates: [first] }) => (first === undefined ? undefined : new Date(first)))
}

function failed(
  state: PollState,
  trouble: Trouble,
  tools: PollTools,
): Extract<PollOutcome, { kind: 'failed' }> {
  const context = { ...contextOf(tools), isOnline: tools.isOnline?.() ?? true }
  const next = afterFailure(state, trouble, context)
  return { kind: 'failed', sentence: trouble.sentence, state: next }
}

function contextOf({ now, random, pace = usualPace }: PollTools) {
  return { now: now(), random, pace }
}

function hashOf(body: Uint8Array): string {
  return hash('sha256', body, 'base64url')
}
