import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import type { Feed } from '../../src/domain/feed.ts'
import { feedId } from '../../src/domain/ids.ts'
import { newPollState, type PollState } from '../../src/domain/poll-state.ts'
import { parseFeed } from '../../src/feeds/parse/parse-feed.ts'
import { createHostHolds } from '../../src/feeds/poll/host-holds.ts'
import { type PollOutcome, type PollTools, pollFeed } from '../../src/feeds/poll-feed.ts'
import { type House, pollDueFeeds } from '../../src/pipeline.ts'
import { createHttpClient, type HttpClientOptions } from '../../src/support/http/http-client.ts'
import { serve, testUserAgent } from '../support/http/local-server.ts'
import { type MovedClock, movedClock } from '../support/moved-clock.ts'
import { minuteMs, rss, startAt } from './poll/polling.ts'

const feedAt = (host: string): Feed => ({
  id: feedId(host),
  url: `http://${host}/feed.xml`,
  title: host,
  homeUrl: undefined,
})

function toolsFor(clock: MovedClock, options: Partial<HttpClientOptions>) {
  const http = createHttpClient({ userAgent: testUserAgent, clock, ...options })
  const tools: PollTools = {
    http,
    parser: { parseFeed: async (body, headers, url) => parseFeed(body, headers, url) },
    knownItems: async () => new Map(),
    now: clock.now,
    random: { number: () => 0, id: () => 'id' },
    holds: createHostHolds(),
  }
  return { http, tools }
}

describe('F26: a name server that is down or lies', () => {
  test('backs feeds off and gives none of them up; they are read again when it is back', async () => {
    const clock = movedClock(startAt)
    const server = await serve((_, response) => {
      response.writeHead(200, { 'content-type': 'application/rss+xml' })
      response.end(rss([{ title: 'one' }]))
    })
    const fixed = { address: '127.0.0.1', port: server.port, protocol: 'http:' } as const
    const hosts = Array.from({ length: 20 }, (_, at) => `publisher-${at}.example`)
    const down = toolsFor(clock, {
      resolve: async (host) => {
        throw Object.assign(new Error(`getaddrinfo ENOTFOUND ${host}`), { code: 'ENOTFOUND' })
      },
    })
    const up = toolsFor(clock, { fixedAddresses: new Map(hosts.map((host) => [host, fixed])) })
    const states = new Map<string, PollState>(
      hosts.map((host) => [host, newPollState(clock.now())]),
    )
    for (let minute = 0; minute <= 10; minute += 1) {
      const isUp = minute === 10
      for (const host of hosts) {
        const state = states.get(host) ?? newPollState(clock.now())
        if (!isUp && state.nextCheckAt > clock.now()) continue
        const outcome = await pollFeed(feedAt(host), state, (isUp ? up : down).tools)
        expect(outcome.kind).toBe(isUp ? 'read' : 'failed')
        states.set(host, outcome.state)
        if (!isUp) expect(outcome.state.nextCheckAt > clock.now()).toBe(true)
      }
      await clock.advance(minuteMs)
    }
    expect([...states.values()].filter(({ disabled }) => disabled)).toEqual([])
    expect([...states.values()].filter(({ failure }) => failure)).toEqual([])
    await Promise.all([down.http.close(), up.http.close(), server[Symbol.asyncDispose]()])
  })

  test('that answers with an address of the private network leads nowhere', async () => {
    const clock = movedClock(startAt)
    const server = await serve((_, response) => response.end(rss([{ title: 'one' }])))
    const { http, tools } = toolsFor(clock, { resolve: async () => ['127.0.0.1'] })
    const outcome = await pollFeed(feedAt('liar.example'), newPollState(clock.now()), tools)
    expect(outcome).toMatchObject({ kind: 'failed', sentence: 'The address could not be reached.' })
    expect(outcome.state.disabled).toBeUndefined()
    expect(server.connections()).toBe(0)
    await http.close()
    await server[Symbol.asyncDispose]()
  })
})

describe('F27: hosts that send a byte now and then', () => {
  test('cost twenty seconds each, and a sound feed behind them is read within its interval', async () => {
    const clock = movedClock(startAt)
    const drips = Array.from({ length: 200 }, (_, at) => `drip-${at}.example`)
    let dripping = 0
    const dripper = await serve((_, response) => {
      dripping += 1
      response.writeHead(200, { 'content-type': 'application/rss+xml' })
      response.write('<')
    })
    const sound = await serve((_, response) => {
      response.writeHead(200, { 'content-type': 'application/rss+xml' })
      response.end(rss([{ title: 'one' }]))
    })
    const at = (port: number) => ({ address: '127.0.0.1', port, protocol: 'http:' as const })
    const { http, tools } = toolsFor(clock, {
      fixedAddresses: new Map([
        ...drips.map((host) => [host, at(dripper.port)] as const),
        ['sound.example', at(sound.port)],
      ]),
    })
    const ended = new Map<string, { outcome: PollOutcome; tookMs: number; atMs: number }>()
    const startMs = clock.now().getTime()
    const due = [...drips, 'sound.example'].map((host) => ({
      feed: feedAt(host),
      state: newPollState(clock.now()),
      fence: 1,
    }))
    const house: Pick<House, 'feeds' | 'store' | 'onFault'> = {
      feeds: {
        async poll({ feed, state }) {
          const begunMs = clock.now().getTime()
          const outcome = await pollFeed(feed, state, tools)
          const atMs = clock.now().getTime()
          ended.set(feed.title, { outcome, tookMs: atMs - begunMs, atMs: atMs - startMs })
          return outcome
        },
        readPages: async (items) => items,
      },
      store: {
        claimDueFeeds: async () => due.splice(0, 20),
        keepPoll: async () => undefined,
      } as Partial<House['store']> as House['store'],
      onFault(error) {
        throw error
      },
    }
    let isOver = false
    const polling = pollDueFeeds(house as House, new AbortController().signal).then(() => {
      isOver = true
    })
    for (let seen = 0; !isOver; ) {
      await wait(5)
      const left = drips.filter((host) => !ended.has(host)).length
      const isSoundWaiting = left <= 32 && !ended.has('sound.example') && due.length === 0
      if (dripping - seen < Math.min(32, left) || (left < 32 && isSoundWaiting)) continue
      seen = dripping
      await clock.advance(20_000)
    }
    await polling
    for (const host of drips) {
      expect(ended.get(host)).toMatchObject({ outcome: { kind: 'failed' }, tookMs: 20_000 })
    }
    expect(ended.get('sound.example')).toMatchObject({ outcome: { kind: 'read' } })
    expect(ended.get('sound.example')?.atMs).toBeLessThan(15 * minuteMs)
    await http.close()
    await Promise.all([dripper[Symbol.asyncDispose](), sound[Symbol.asyncDispose]()])
  })
})
