import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { createPollKeeper } from '../../src/app/keep-polls.ts'
import { createReading, type Reading } from '../../src/app/reading.ts'
import { shrinkHeap } from '../../src/cli/shrink-heap.ts'
import { workspaceId } from '../../src/domain/ids.ts'
import { pollFeed } from '../../src/feeds/poll-feed.ts'
import { type House, pollDueFeeds } from '../../src/pipeline.ts'
import { knownItems } from '../../src/store/articles/sightings.ts'
import { claimDueFeeds } from '../../src/store/feeds/claim-feeds.ts'
import { openStore } from '../../src/store/open-store.ts'
import type { Store } from '../../src/store/store.ts'
import { saveFeedSubscription } from '../../src/store/wishes/feed-subscriptions.ts'
import { type Clock, systemClock } from '../../src/support/clock.ts'
import { systemRandom } from '../../src/support/random.ts'

const dayMs = 86_400_000
const growing = [100, 300, 1000, 3000, 10_000]
const warmUpFeeds = 30

/**
 * Polls feeds of 50 items from publishers on this machine, each a site of its own: once cold, once when nothing has
 * changed. `poll [feeds …]`, 2,000 without words; `poll growth` shows that the cost of a feed does not grow with their
 * number. What is counted is this process alone, its parser included: the publishers are another one. A few feeds are
 * polled first, so that loading the program is not counted, and its heap is held small as the bot's is.
 */
export async function run(args: readonly string[]): Promise<void> {
  console.log(
    '| feeds | round | feeds/s | CPU ms a feed | peak RSS, MB | event loop p99, ms |\n|---|---|---|---|---|---|',
  )
  const counts = args[0] === 'growth' ? growing : args.map(Number)
  for (const count of counts.length > 0 ? counts : [2000]) await measure(count)
}

async function measure(feeds: number): Promise<void> {
  const publishers = fork(new URL('publishers/publishers.ts', import.meta.url))
  const [port] = (await once(publishers, 'message')) as [number]
  const folder = await mkdtemp(join(tmpdir(), 'dateline-bench-'))
  let offsetMs = 0
  const clock: Clock = {
    ...systemClock,
    now: () => new Date(systemClock.now().getTime() + offsetMs),
  }
  const store = await openStore({ kind: 'sqlite', path: join(folder, 'dateline.db') }, { clock })
  const hosts = Array.from({ length: feeds + warmUpFeeds }, (_, at) => `publisher-${at}.example`)
  const reading = createReading({
    clock,
    random: systemRandom,
    contact: undefined,
    allowNetworks: [],
    proxyUrl: undefined,
    knownItems: (id, names) => store.shared((tx) => knownItems(tx, id, names)),
    fixedAddresses: new Map(
      hosts.map((host) => [host, { address: '127.0.0.1', port, protocol: 'http:' }]),
    ),
  })
  await subscribe(store, hosts.slice(feeds))
  try {
    await pollAll(store, reading)
    shrinkHeap()
    await subscribe(store, hosts.slice(0, feeds))
    for (const round of ['cold', '304']) {
      print(feeds, round, await timed(() => pollAll(store, reading)))
      offsetMs += 2 * dayMs
    }
  } finally {
    await reading.stop()
    await store.close()
    publishers.disconnect()
    await rm(folder, { recursive: true })
  }
}

async function subscribe(store: Store, hosts: readonly string[]): Promise<void> {
  await store.inWorkspace(workspaceId('console:local'), async (tx) => {
    for (const host of hosts) {
      const wish = {
        name: host,
        url: `https://${host}/feed`,
        categories: [],
        weight: 1,
        language: undefined,
        paused: false,
      }
      await saveFeedSubscription(tx, wish, 'command')
    }
  })
}

/** The product's own first leg; no page is read, because nothing of a first fetch is news. */
function pollAll(store: Store, reading: Reading): Promise<void> {
  const house = {
    store: {
      claimDueFeeds: () => store.everywhere((tx) => claimDueFeeds(tx, 100, 300_000)),
      keepPoll: createPollKeeper(store),
    },
    feeds: {
      poll: ({ feed, state }) => pollFeed(feed, state, reading.poll),
      readPages: async (items) => items,
    },
    onFault: (error: unknown) => {
      throw error
    },
  } satisfies { [Key in keyof House]?: Partial<House[Key]> }
  return pollDueFeeds(house as unknown as House, new AbortController().signal)
}

type Timed = {
  readonly seconds: number
  readonly cpuMs: number
  readonly rssMb: number
  readonly p99Ms: number
}

async function timed(work: () => Promise<void>): Promise<Timed> {
  const delay = monitorEventLoopDelay({ resolution: 5 })
  delay.enable()
  let peak = 0
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss())
  }, 50)
  const startedMs = performance.now()
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  const seconds = (performance.now() - startedMs) / 1000
  clearInterval(watch)
  delay.disable()
  return {
    seconds,
    cpuMs: (user + system) / 1000,
    rssMb: peak / 1_048_576,
    p99Ms: delay.percentile(99) / 1e6,
  }
}

function print(feeds: number, round: string, { seconds, cpuMs, rssMb, p99Ms }: Timed): void {
  const cells = [
    feeds,
    round,
    (feeds / seconds).toFixed(0),
    (cpuMs / feeds).toFixed(2),
    rssMb.toFixed(0),
    p99Ms.toFixed(0),
  ]
  console.log(`| ${cells.join(' | ')} |`)
}
