import { readdirSync } from 'node:fs'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { sql } from 'kysely'
import type { App } from '../../../src/app/joined.ts'
import { createApp } from '../../../src/app.ts'
import { shrinkHeap } from '../../../src/cli/shrink-heap.ts'
import { readEnvironment } from '../../../src/config/read-environment.ts'
import { readConfigText } from '../../../src/config/read-file.ts'
import { toWishes } from '../../../src/config/to-wishes.ts'
import {
  correctPostedStories,
  deliverDueMessages,
  makeDueDigests,
  pollDueFeeds,
} from '../../../src/pipeline.ts'
import { keepWithinLimits } from '../../../src/store/retention/retention.ts'
import { copiedTables } from '../../../src/store/transfer/copy-all.ts'
import { silentLog } from '../../../src/support/log.ts'
import { systemRandom } from '../../../src/support/random.ts'
import { movedClock } from '../../support/moved-clock.ts'
import { configurationOf, hostOf, type Load, type Standing } from './load.ts'

/* A whole bot whose time is moved on as fast as its work is done, in a process of its own that is measured. */

const load = JSON.parse(process.argv[2] ?? '{}') as Load
const port = Number(process.argv[3])
const database = process.argv[4] ?? ''
const stepMs = 300_000
const hourMs = 3_600_000
const dayMs = 24 * hourMs
const never = new AbortController().signal

const clock = movedClock(load.startAt)
const app = await createApp({
  settings: readEnvironment({ DATABASE_URL: database }),
  clock,
  random: systemRandom,
  log: {
    ...silentLog,
    error: (event, fields) => console.error(event, fields),
  },
  console: { format: { columns: 100, colour: false, hyperlinks: false }, write() {} },
  sample: {
    fixedAddresses: new Map(
      Array.from({ length: load.feeds }, (_, at) => [
        hostOf(at),
        { address: '127.0.0.1', port, protocol: 'http:' as const },
      ]),
    ),
  },
})
await app.apply(toWishes(readConfigText(configurationOf(load), 'dateline.yaml')))
shrinkHeap()
await live(app)
await app.stop()
process.disconnect()

async function live({ house, store }: App): Promise<void> {
  const delay = monitorEventLoopDelay({ resolution: 10 })
  const keep = { articles: load.keepDays, history: load.keepDays, audit: load.keepDays }
  const tidy = () => keepWithinLimits(store, keep, never)
  let peak = 0
  delay.enable()
  for (let passedMs = 0; passedMs < load.hours * hourMs; passedMs += stepMs) {
    process.send?.({ nowMs: clock.now().getTime() })
    await pollDueFeeds(house, never)
    await makeDueDigests(house, never)
    await deliverDueMessages(house, never)
    await correctPostedStories(house, never)
    if (passedMs % (2 * stepMs) === 0) await tidy()
    peak = Math.max(peak, process.memoryUsage.rss())
    if (passedMs % hourMs === 0) {
      await stand(passedMs / hourMs, peak, delay.percentile(99) / 1e6)
      delay.reset()
    }
    await clock.advance(stepMs)
  }
  if (load.silentDays > 0) {
    await clock.advance(load.silentDays * dayMs)
    await tidy()
  }
  await stand(load.hours + load.silentDays * 24, peak, delay.percentile(99) / 1e6)
}

async function stand(hour: number, peak: number, p99Ms: number): Promise<void> {
  globalThis.gc?.()
  const { user, system } = process.cpuUsage()
  const standing: Standing = {
    hour,
    rssMb: process.memoryUsage.rss() / 1_048_576,
    peakRssMb: peak / 1_048_576,
    descriptors: readdirSync('/proc/self/fd').length,
    p99Ms,
    cpuSeconds: (user + system) / 1e6,
    rows: await countRows(),
  }
  process.send?.({ standing })
}

async function countRows(): Promise<Readonly<Record<string, number>>> {
  return app.store.snapshot(async ({ db }) => {
    const counts: Record<string, number> = {}
    for (const table of copiedTables) {
      const { rows } = await sql<{
        n: number
      }>`select count(*) as n from ${sql.table(table)}`.execute(db)
      counts[table] = Number(rows[0]?.n)
    }
    return counts
  })
}
