import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createPollKeeper } from '../../src/app/keep-polls.ts'
import { resumePolling } from '../../src/app/resume-polling.ts'
import { workspaceId } from '../../src/domain/ids.ts'
import { extractPage } from '../../src/feeds/extract/extract-page.ts'
import { readPages } from '../../src/feeds/page/read-pages.ts'
import { parseFeed } from '../../src/feeds/parse/parse-feed.ts'
import { createHostHolds } from '../../src/feeds/poll/host-holds.ts'
import { pollFeed } from '../../src/feeds/poll-feed.ts'
import { findArticles } from '../../src/store/articles/articles.ts'
import { knownItems } from '../../src/store/articles/sightings.ts'
import { type ClaimedFeed, claimDueFeeds } from '../../src/store/feeds/claim-feeds.ts'
import { openStore } from '../../src/store/open-store.ts'
import type { Store } from '../../src/store/store.ts'
import { saveFeedSubscription } from '../../src/store/wishes/feed-subscriptions.ts'
import { systemClock } from '../../src/support/clock.ts'
import type { FixedAddress } from '../../src/support/http/dial.ts'
import { createHttpClient } from '../../src/support/http/http-client.ts'
import { createPacing } from '../../src/support/http/pacing.ts'
import { createRobots } from '../../src/support/http/robots.ts'
import { userAgent } from '../../src/support/http/user-agent.ts'
import { inBatches, inLanes } from '../../src/support/lanes.ts'
import type { Random } from '../../src/support/random.ts'
import { type MovedClock, movedClock } from '../support/moved-clock.ts'
import { answerOf, hourMs, pageOf, planSites, type Site, send, type Visit } from './sites.ts'

export type EtiquetteRun = {
  readonly sites: readonly Site[]
  readonly visits: readonly Visit[]
  readonly startMs: number
  readonly hours: number
  readonly starts: number
  readonly mostAtOnce: number
  /** When the articles that were kept as news had appeared. */
  readonly publishedMs: readonly number[]
}

const startAt = '2026-11-24T00:00:00Z'
const tenants = 100
const sharedFeeds = 5
const feedLeaseMs = 5 * 60_000
const tickMs = 30_000

/**
 * The bot polls invented publishers on a loopback server, with the product's own client, pacing, store and rules, under a
 * clock that runs as fast as the work is done. At each of `killedAt` (hours) the process is dropped as it stands and
 * another one goes on with the database.
 */
export async function runEtiquette(options: {
  readonly feeds: number
  readonly hours: number
  readonly killedAt: readonly number[]
}): Promise<EtiquetteRun> {
  const { feeds, hours, killedAt } = options
  const clock = movedClock(startAt)
  const startMs = clock.now().getTime()
  const sites = planSites(feeds)
  const server = await startPublishers(sites, clock, startMs)
  const folder = await mkdtemp(join(tmpdir(), 'dateline-etiquette-'))
  const open = () => openStore({ kind: 'sqlite', path: join(folder, 'dateline.db') }, { clock })
  let store = await open()
  await subscribe(store, sites)
  const ends = [...killedAt, hours].map((hour) => startMs + hour * hourMs)
  for (const endMs of ends) {
    const bot = startBot(store, clock, server)
    await bot.resumed
    // Requests of a process that was killed may still be asleep at the server.
    await drive(clock, endMs, () => bot.busy() <= server.asleep())
    await bot.kill()
    await store.close()
    store = await open()
  }
  const publishedMs = await store.shared(async ({ db }) =>
    (await db.selectFrom('articles').select('published_at_ms').execute()).map(
      (row) => row.published_at_ms ?? 0,
    ),
  )
  await store.close()
  await server.stop()
  await rm(folder, { recursive: true })
  const { visits, mostAtOnce } = server
  return {
    sites,
    visits,
    startMs,
    hours,
    starts: ends.length,
    mostAtOnce: mostAtOnce(),
    publishedMs,
  }
}

/** One workspace reads everything, a hundred others the same few feeds. */
async function subscribe(store: Store, sites: readonly Site[]): Promise<void> {
  const wish = (site: Site) => ({
    name: `feed ${site.number}`,
    url: urlOf(site),
    categories: [],
    weight: 1,
    language: undefined,
    paused: false,
  })
  const readers = Array.from({ length: tenants }, (_, at) => workspaceId(`console:${at}`))
  for (const [at, reader] of readers.entries()) {
    const wanted = at === 0 ? sites : sites.slice(0, sharedFeeds)
    await store.inWorkspace(reader, async (tx) => {
      for (const site of wanted) await saveFeedSubscription(tx, wish(site), 'command')
    })
  }
}

const urlOf = ({ host, path }: Site) => `https://${host}${path}`

/** Moves the time on whenever nothing is under way but waiting. */
async function drive(clock: MovedClock, endMs: number, isQuiet: () => boolean): Promise<void> {
  while (clock.now().getTime() < endMs) {
    for (let calm = 0; calm < 4; calm = isQuiet() ? calm + 1 : 0) {
      await new Promise((resolve) => setImmediate(resolve))
    }
    const nowMs = clock.now().getTime()
    await clock.advance(Math.min(Math.max(clock.nextWakeMs() ?? endMs, nowMs), endMs) - nowMs)
  }
}

type Publishers = Awaited<ReturnType<typeof startPublishers>>

async function startPublishers(sites: readonly Site[], clock: MovedClock, startMs: number) {
  const visits: Visit[] = []
  const siteOfPath = new Map(sites.map((site) => [site.path, site]))
  const siteOfHost = new Map(sites.map((site) => [site.host, site]))
  let asleep = 0
  let atOnce = 0
  let mostAtOnce = 0
  const server = createServer(async (request, response) => {
    const visit = toVisit(request, clock.now().getTime())
    visits.push(visit)
    atOnce += 1
    mostAtOnce = Math.max(mostAtOnce, atOnce)
    asleep += 1
    await clock.sleep(100 + ((visits.length * 37) % 300))
    asleep -= 1
    atOnce -= 1
    visit.endMs = clock.now().getTime()
    answer(visit, response)
  })
  const answer = (visit: Visit, response: ServerResponse) => {
    const site = siteOfPath.get(visit.path.replace('/moved', ''))
    const host = siteOfHost.get(visit.host)
    const said = site
      ? answerOf(site, visit.atMs - startMs, startMs, visit)
      : host
        ? pageOf(host, visit.path)
        : { status: 404 }
    visit.status = said.status
    const headers: Readonly<Record<string, string>> = said.headers ?? {}
    visit.etag = headers.etag
    visit.lastModified = headers['last-modified']
    visit.retryAfterMs = headers['retry-after'] ? Number(headers['retry-after']) * 1000 : undefined
    send(response, said)
  }
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const fixed: FixedAddress = { address: '127.0.0.1', port, protocol: 'http:' }
  return {
    visits,
    asleep: () => asleep,
    mostAtOnce: () => mostAtOnce,
    fixedAddresses: new Map(sites.map(({ host }) => [host, fixed])),
    async stop() {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}

function toVisit({ headers, url = '' }: IncomingMessage, atMs: number): Visit {
  const host = headers.host ?? ''
  return {
    atMs,
    endMs: atMs,
    host,
    path: url,
    headers,
    status: 0,
    etag: undefined,
    lastModified: undefined,
    retryAfterMs: undefined,
  }
}

/** One life of the process. */
function startBot(store: Store, clock: MovedClock, { fixedAddresses }: Publishers) {
  const random = repeatingRandom()
  const pacing = createPacing({ clock })
  let busy = 0
  let isDead = false
  const http = createHttpClient({
    userAgent: userAgent('0.1.0', 'https://dateline.example', 'desk@dateline.example'),
    clock: systemClock,
    fixedAddresses,
    turn: async (url) => {
      const end = await pacing(url)
      busy += 1
      return () => {
        busy -= 1
        end()
      }
    },
  })
  const robots = createRobots({ http, clock, token: 'Dateline' })
  const holds = createHostHolds()
  const keep = createPollKeeper(store, () => Promise.resolve())
  const parser = {
    parseFeed: async (...given: Parameters<typeof parseFeed>) => parseFeed(...given),
    extractPage: async (...given: Parameters<typeof extractPage>) =>
      ({ kind: 'extracted', page: extractPage(...given) }) as const,
  }
  const tools = { http, parser, random, holds, robots, now: clock.now }
  const alive = <Value>(work: () => Promise<Value>) =>
    isDead ? new Promise<Value>(() => {}) : work()

  async function carry(claimed: ClaimedFeed): Promise<void> {
    const outcome = await pollFeed(claimed.feed, claimed.state, {
      ...tools,
      knownItems: (id, names) => alive(() => store.shared((tx) => knownItems(tx, id, names))),
    })
    const storedArticles = (ids: Parameters<typeof findArticles>[1]) =>
      alive(() => store.shared((tx) => findArticles(tx, ids)))
    const items =
      outcome.kind === 'read' ? await readPages(outcome.items, { ...tools, storedArticles }) : []
    await alive(() => keep({ claimed, outcome, items }))
  }

  async function tick(signal: AbortSignal): Promise<void> {
    const claim = () => alive(() => store.everywhere((tx) => claimDueFeeds(tx, 50, feedLeaseMs)))
    await inLanes(32, inBatches(claim, signal), carry, (error) => {
      if (!isDead) throw error
    })
  }

  const ended = new AbortController()
  async function live(): Promise<void> {
    while (!isDead) {
      await tick(ended.signal)
      await clock.sleep(tickMs)
    }
  }
  const resumed = resumePolling(store, holds, random)
  void resumed.then(live)
  return {
    resumed,
    busy: () => busy,
    async kill() {
      isDead = true
      ended.abort()
      await http.close()
    },
  }
}

/** Numbers that are the same in every run. */
function repeatingRandom(): Random {
  let state = 1
  return {
    number: () => {
      state = (state * 48_271) % 2_147_483_647
      return state / 2_147_483_647
    },
    id: () => 'id',
  }
}
