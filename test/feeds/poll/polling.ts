import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Feed } from '../../../src/domain/feed.ts'
import { feedId } from '../../../src/domain/ids.ts'
import { newPollState, type PollState } from '../../../src/domain/poll-state.ts'
import type { Sighting } from '../../../src/domain/sighting.ts'
import { parseFeed } from '../../../src/feeds/parse/parse-feed.ts'
import { createHostHolds } from '../../../src/feeds/poll/host-holds.ts'
import { type PollOutcome, type PollTools, pollFeed } from '../../../src/feeds/poll-feed.ts'
import type { HttpClientOptions } from '../../../src/support/http/http-client.ts'
import { clientFor, serve } from '../../support/http/local-server.ts'
import { movedClock } from '../../support/moved-clock.ts'

export const minuteMs = 60_000
export const hourMs = 60 * minuteMs
export const dayMs = 24 * hourMs
export const startAt = '2026-11-24T08:00:00Z'

/** A small RSS feed of our own with these items, newest first. */
export function rss(items: readonly { readonly title: string; readonly at?: string }[]): string {
  const entries = items.map(
    ({ title, at = startAt }) =>
      `<item><title>${title}</title><guid>${title}</guid><link>https://publisher.example/${encodeURIComponent(title)}</link>` +
      `<pubDate>${new Date(at).toUTCString()}</pubDate><description>All about ${title}.</description></item>`,
  )
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>Harbour Post</title><link>https://publisher.example/</link>${entries.join('')}</channel></rss>`
}

type Answer = (request: IncomingMessage, response: ServerResponse) => void

/** One feed on a local server, polled by hand under a clock of our own. */
export async function polledFeed(
  answer: Answer,
  options: {
    readonly url?: string
    readonly client?: Partial<HttpClientOptions>
    readonly tools?: Partial<PollTools>
  } = {},
) {
  const requests: IncomingMessage[] = []
  const server = await serve((request, response) => {
    requests.push(request)
    answer(request, response)
  })
  const http = clientFor(server, options.client)
  const clock = movedClock(startAt)
  const known = new Map<string, Sighting>()
  const tools: PollTools = {
    http,
    parser: { parseFeed },
    knownItems: async () => known,
    now: clock.now,
    random: { number: () => 0.5, id: () => 'id' },
    holds: createHostHolds(),
    ...options.tools,
  }
  let feed: Feed = {
    id: feedId('feed-1'),
    url: options.url ?? 'https://publisher.example/feed',
    title: 'Harbour Post',
    homeUrl: undefined,
  }
  let state: PollState = newPollState(clock.now())
  return {
    clock,
    requests,
    tools,
    server,
    state: () => state,
    url: () => feed.url,
    /** Polls now and remembers the items, as the store does. */
    async poll(): Promise<PollOutcome> {
      const outcome = await pollFeed(feed, state, tools)
      state = outcome.state
      if ('movedTo' in outcome && outcome.movedTo) feed = { ...feed, url: outcome.movedTo }
      if (outcome.kind === 'read') {
        for (const sighting of outcome.items.flatMap(({ sightings }) => sightings)) {
          known.set(sighting.identity, sighting)
        }
      }
      return outcome
    },
    /** Goes to the time at which the feed is due, and polls. */
    async pollWhenDue(): Promise<PollOutcome> {
      await clock.advance(state.nextCheckAt.getTime() - clock.now().getTime())
      return this.poll()
    },
    waitMs: () => state.nextCheckAt.getTime() - clock.now().getTime(),
    async [Symbol.asyncDispose]() {
      await http.close()
      await server[Symbol.asyncDispose]()
    },
  }
}
