import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { consoleCaller, consoleWorkspace } from '../../src/app/console.ts'
import type { App } from '../../src/app/joined.ts'
import { createApp } from '../../src/app.ts'
import { readEnvironment } from '../../src/config/read-environment.ts'
import type { CommandDesk } from '../../src/domain/command.ts'
import { articleId, type FeedId } from '../../src/domain/ids.ts'
import { makeDueDigests } from '../../src/pipeline.ts'
import { remember } from '../../src/store/articles/remember.ts'
import { saveFeedSubscription } from '../../src/store/wishes/feed-subscriptions.ts'
import { saveSubscription } from '../../src/store/wishes/subscriptions.ts'
import { silentLog } from '../../src/support/log.ts'
import { systemRandom } from '../../src/support/random.ts'
import { anArticle, anItem } from '../store/sample.ts'
import { aDigestWish, aFeedWish } from '../store/wishes/wishes.ts'
import { type MovedClock, movedClock } from '../support/moved-clock.ts'
import { inventNews } from './news/invent-news.ts'

const hourMs = 3_600_000
const feedCount = 40
const days = 10

/** `npm run bench -- commands [articles] [calls]`: how long the answers take that need no language model. */
export async function run([articles = '10000', calls = '20']: readonly string[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-bench-'))
  const clock = movedClock('2026-03-01T00:00:00Z')
  const app = await createApp({
    settings: readEnvironment({ DATABASE_URL: `sqlite:${join(folder, 'dateline.db')}` }),
    clock,
    random: systemRandom,
    log: silentLog,
    console: { format: { columns: 100, colour: false, hyperlinks: false }, write() {} },
  })
  try {
    await fill(app, clock, Number(articles))
    const { desk } = await app.openDesks()
    console.log(`${articles} articles of ${days} days, ${feedCount} feeds\n`)
    console.log(
      '| answer | first, ms | median, ms | slowest, ms | CPU, ms |\n|---|---|---|---|---|',
    )
    for (const [name, ask] of questions(desk)) await report(name, ask, Number(calls))
  } finally {
    await app.stop()
    rmSync(folder, { recursive: true })
  }
}

/** As a bot at work would have them: hour by hour, a digest every morning. */
async function fill({ store, house }: App, clock: MovedClock, count: number): Promise<void> {
  const feedIds = await store.inWorkspace(consoleWorkspace, async (tx) => {
    const ids: FeedId[] = []
    for (let at = 0; at < feedCount; at += 1) {
      const wish = aFeedWish(`Outlet ${at}`, { url: `https://outlet-${at}.example/feed` })
      ids.push((await saveFeedSubscription(tx, wish, 'command')).feedId)
    }
    const channel = { platform: 'console', id: 'main' } as const
    await saveSubscription(tx, aDigestWish('morning', { channel }), 'command')
    return ids
  })
  const hours = days * 24
  const news = inventNews(count)
  for (let hour = 0; hour < hours; hour += 1) {
    const now = clock.now()
    const some = news.slice((hour * count) / hours, ((hour + 1) * count) / hours)
    const items = some.map(({ title, text }, at) => {
      const feedId = feedIds[(hour + at) % feedCount]
      const id = articleId(`article-${hour}-${at}`)
      const place = { feedId: feedId ?? anArticle('').feedId, publisher: `Outlet ${at}` }
      const url = `https://outlet-${at}.example/${hour}/${at}`
      return anItem(
        anArticle(id, { ...place, url, title, text, publishedAt: now, firstSeenAt: now }),
      )
    })
    await store.shared((tx) => remember(tx, items))
    await makeDueDigests(house, new AbortController().signal)
    await clock.advance(hourMs)
  }
}

type Ask = (number: number) => Promise<unknown>

function questions(desk: CommandDesk): readonly (readonly [string, Ask])[] {
  let calls = 0
  const run = async (command: string, options: Readonly<Record<string, string>>) => {
    calls += 1
    const { outcome } = await desk.run({ id: `${calls}`, command, options, caller: consoleCaller })
    if (outcome !== 'done') throw new Error(`${command} was answered with ${outcome}`)
  }
  const type = (kind: 'stories' | 'topics' | 'feeds' | 'timezones', typed: string) =>
    desk.complete({ kind, typed, caller: consoleCaller })
  return [
    ['briefing now', () => run('briefing now', {})],
    ['briefing now since:3d', () => run('briefing now', { since: '3d' })],
    [
      'briefing now topic',
      (at) => run('briefing now', { topic: inventNews(at + 1)[at]?.place ?? '', since: '10d' }),
    ],
    [
      'ask, of one place',
      (at) =>
        run('ask', {
          question: `Why is the bridge of ${inventNews(at * 50 + 1).at(-1)?.place} closed?`,
        }),
    ],
    [
      'ask, of everything',
      () => run('ask', { question: 'What did the mayor say of the repair of the bridge?' }),
    ],
    ['story search', (at) => run('story search', { search: inventNews(at + 1)[at]?.place ?? '' })],
    ['completes stories', () => type('stories', 'br')],
    ['completes topics', () => type('topics', 'br')],
    ['completes feeds', () => type('feeds', '3')],
    ['completes time zones', () => type('timezones', 'ber')],
  ]
}

async function report(name: string, ask: Ask, calls: number): Promise<void> {
  const took: number[] = []
  const cpu = process.cpuUsage()
  for (let at = 0; at < calls; at += 1) {
    const startedAtMs = performance.now()
    await ask(at)
    took.push(performance.now() - startedAtMs)
  }
  const { user, system } = process.cpuUsage(cpu)
  const sorted = took.toSorted((a, b) => a - b)
  const cells = [
    took[0],
    sorted[Math.floor(calls / 2)],
    sorted.at(-1),
    (user + system) / 1000 / calls,
  ]
  console.log(`| ${name} | ${cells.map((ms) => (ms ?? 0).toFixed(0)).join(' | ')} |`)
}
