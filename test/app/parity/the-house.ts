import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'
import type { App } from '../../../src/app/joined.ts'
import { createApp } from '../../../src/app.ts'
import { type Environment, readEnvironment } from '../../../src/config/read-environment.ts'
import { readConfigText } from '../../../src/config/read-file.ts'
import { toWishes } from '../../../src/config/to-wishes.ts'
import { deliverDueMessages, makeDueDigests, pollDueFeeds } from '../../../src/pipeline.ts'
import { silentLog } from '../../../src/support/log.ts'
import { systemRandom } from '../../../src/support/random.ts'
import { serve } from '../../support/http/local-server.ts'
import { type MovedClock, movedClock } from '../../support/moved-clock.ts'

const minuteMs = 60_000
const hourMs = 60 * minuteMs

/** A publisher with one feed that is followed, one that is not, and a page to summarize. */
export async function aPublisher() {
  let hasNews = false
  const server = await serve((request, response) => {
    const { pathname } = new URL(request.url ?? '', site)
    const page = pages(hasNews)[pathname]
    if (!page) response.writeHead(404).end()
    else response.writeHead(200, { 'content-type': page.type }).end(page.body)
  })
  return {
    close: () => server[Symbol.asyncDispose](),
    port: server.port,
    /** As a proxy it answers for its own site: a command line knows no test's book of addresses. */
    proxyUrl: `http://127.0.0.1:${server.port}`,
    publishes(is: boolean) {
      hasNews = is
    },
  }
}

/** Where the publisher stands in the world of the test. */
export const site = 'http://harbour.example'

export type Publisher = Awaited<ReturnType<typeof aPublisher>>

const said = [
  'The harbour bridge was closed to all traffic on Tuesday after inspectors found cracks in two of its main cables.',
  '“We will not open it on a good guess,” said Marta Lindqvist, chief engineer of the port.',
  'The council expects the repair to take eleven weeks and to cost 4 million euros.',
]
const opened =
  'The city museum opens its new wing on Friday with a show of early maps. The wing took six years to build. ' +
  'Entry is free for children, the museum says.'
/** This morning, whenever the test runs. */
const published = new Date(Date.now() - 6 * hourMs).toUTCString()

function pages(hasNews: boolean) {
  const item = (id: string, title: string, text: string) =>
    `<item><title>${title}</title><guid>${id}</guid><link>${site}/${id}</link><pubDate>${published}</pubDate><description>${text}</description></item>`
  const feed = (title: string, items: string) => ({
    type: 'application/rss+xml',
    body: `<rss version="2.0"><channel><title>${title}</title><link>${site}/</link><language>en</language>${items}</channel></rss>`,
  })
  const bridge = 'Harbour bridge closed after inspectors find cracks'
  const html = `<html lang="en"><head><title>${bridge}</title></head><body><article><h1>${bridge}</h1>${said.map((words) => `<p>${words}</p>`).join('')}</article></body></html>`
  const timetable = item('b1', 'Ferry timetable changes', '')
  const news = item('b2', bridge, said.join(' ')) + item('b3', 'Museum opens a new wing', opened)
  return {
    '/feed.xml': feed('Harbour Post', (hasNews ? news : '') + timetable),
    '/other.xml': feed('Wharf', timetable),
    '/b2': { type: 'text/html', body: html },
    '/silent': { type: 'text/html', body: '<html><body><p>Nothing here.</p></body></html>' },
  } as Readonly<Record<string, { readonly type: string; readonly body: string }>>
}

export type Furnished = {
  readonly env: Environment
  readonly clock: MovedClock
  readonly app: App
  /** Leaves the database to the next process. */
  close(): Promise<void>
  destroy(): Promise<void>
}

/**
 * A bot whose channels have had one digest with one story, two hours before now. What it reads and where it posts comes
 * from its environment and configuration, as on a real machine.
 */
export async function aFurnishedHouse(
  publisher: Publisher,
  channels: readonly string[],
  variables: Environment,
): Promise<Furnished> {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-parity-'))
  const env = {
    DATABASE_URL: `sqlite:${join(folder, 'dateline.db')}`,
    ...variables,
  }
  const now = new Date()
  const clock = movedClock(new Date(now.getTime() - 5 * hourMs))
  const faults: object[] = []
  const app = await createApp({
    settings: readEnvironment(env),
    clock,
    random: { number: () => 0, id: systemRandom.id },
    log: { ...silentLog, error: (event, fields) => faults.push({ event, ...fields }) },
    console: { format: { columns: 100, colour: false, hyperlinks: false }, write() {} },
    sample: {
      fixedAddresses: new Map([
        ['harbour.example', { address: '127.0.0.1', port: publisher.port, protocol: 'http:' }],
      ]),
    },
  })
  let isOpen = true
  const close = async () => {
    if (isOpen) await app.stop()
    isOpen = false
  }
  const destroy = async () => {
    await close()
    await rm(folder, { recursive: true })
    expect(faults).toEqual([])
  }
  const due = new Date(Math.ceil((clock.now().getTime() + 3 * hourMs) / hourMs) * hourMs)
  await app.apply(toWishes(readConfigText(config(channels, due), 'dateline.yaml')))
  const never = new AbortController().signal
  await makeDueDigests(app.house, never)
  publisher.publishes(false)
  await pollDueFeeds(app.house, never)
  publisher.publishes(true)
  await clock.advance(2 * hourMs)
  await pollDueFeeds(app.house, never)
  await clock.advance(due.getTime() - clock.now().getTime() + minuteMs)
  await makeDueDigests(app.house, never)
  await whileTimePasses(clock, deliverDueMessages(app.house, never))
  await clock.advance(now.getTime() - clock.now().getTime())
  return { env, clock, app, close, destroy }
}

/** Messages of one channel are sent a second apart. */
async function whileTimePasses(clock: MovedClock, work: Promise<unknown>): Promise<void> {
  let isDone = false
  const done = () => {
    isDone = true
  }
  work.then(done, done)
  while (!isDone) {
    await clock.advance(500)
    await new Promise((resolve) => setTimeout(resolve, 2))
  }
  await work
}

function config(channels: readonly string[], due: Date): string {
  const at = due.toISOString().slice(11, 16)
  const digests = channels.map(
    (channel) =>
      `  - { name: morning-${channel.split(':')[0]}, title: Morning briefing, channel: "${channel}", schedule: { at: "${at}", timezone: UTC } }`,
  )
  return `feeds:\n  - { name: Harbour Post, url: "${site}/feed.xml" }\ndigests:\n${digests.join('\n')}\n`
}
