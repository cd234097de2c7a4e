import { program } from '../config/program.ts'
import { createFreshAnswers } from '../feeds/discover/fresh-answers.ts'
import { type FeedLook, lookAtFeed } from '../feeds/discover/look-at-feed.ts'
import { createParserPool, type ParserPool } from '../feeds/parser-pool.ts'
import { createHostHolds } from '../feeds/poll/host-holds.ts'
import type { PollTools } from '../feeds/poll-feed.ts'
import type { Clock } from '../support/clock.ts'
import {
  createHttpClient,
  type HttpClient,
  type HttpClientOptions,
} from '../support/http/http-client.ts'
import { createPacing } from '../support/http/pacing.ts'
import { createRobots, type Robots } from '../support/http/robots.ts'
import { userAgent } from '../support/http/user-agent.ts'
import type { Random } from '../support/random.ts'

/** The first word of our User-Agent, and our name in robots.txt. */
const productName = 'Dateline'
/** Everything that reaches out to publishers. */
export type Reading = {
  readonly http: HttpClient
  readonly parser: ParserPool
  readonly robots: Robots
  readonly poll: PollTools
  /** What stands at an address that somebody wants to add or to test. */
  lookAtFeed(address: string): Promise<FeedLook>
  stop(): Promise<void>
}

export type ReadingOptions = {
  readonly clock: Clock
  readonly random: Random
  readonly knownItems: PollTools['knownItems']
  readonly contact: string | undefined
  /** The operator's own page; publishers are sent there instead of to the program's. */
  readonly aboutUrl?: string | undefined
  readonly allowNetworks: readonly string[]
  readonly proxyUrl: string | undefined
  /** A demonstration's own hosts. */
  readonly fixedAddresses?: HttpClientOptions['fixedAddresses']
  /** Between two requests to one site; a demonstration needs not wait. */
  readonly gapMs?: number
}

/** One worker of 128 MB in a single process; a killed one costs a feed or a page, never the process. */
const parserLimits = { workers: 1, heapMb: 96, deadlineMs: 5_000 }

export function createReading(options: ReadingOptions): Reading {
  const { clock, random, contact, aboutUrl, allowNetworks, proxyUrl } = options
  const http = createHttpClient({
    userAgent: userAgent(program.version, aboutUrl ?? program.homepage, contact),
    clock,
    allowNetworks,
    proxyUrl,
    turn: createPacing({ clock, ...ifGiven({ gapMs: options.gapMs }) }),
    ...ifGiven({ fixedAddresses: options.fixedAddresses }),
  })
  const parser = createParserPool({ ...parserLimits, clock })
  const fresh = createFreshAnswers(clock.now)
  return {
    http,
    parser,
    robots: createRobots({ http, clock, token: productName }),
    poll: {
      http,
      parser,
      knownItems: options.knownItems,
      now: clock.now,
      random,
      holds: createHostHolds(),
      freshAnswer: fresh.take,
    },
    lookAtFeed: (address) => lookAtFeed(address, { http, parser, now: clock.now, fresh }),
    async stop() {
      await parser.stop()
      await http.close()
    },
  }
}

/** The keys that have a value: an optional key must not stand there as undefined. */
function ifGiven<Value extends object>(
  values: {
    [Key in keyof Value]: Value[Key] | undefined
  },
): Partial<Value> {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined),
  ) as Partial<Value>
}
