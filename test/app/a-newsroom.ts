import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished } from 'vitest'
import { consoleWorkspace } from '../../src/app/console.ts'
import { createApp } from '../../src/app.ts'
import { readEnvironment } from '../../src/config/read-environment.ts'
import { readConfigText } from '../../src/config/read-file.ts'
import { toWishes } from '../../src/config/to-wishes.ts'
import type { Document } from '../../src/domain/document.ts'
import {
  correctPostedStories,
  deliverDueMessages,
  makeDueDigests,
  pollDueFeeds,
} from '../../src/pipeline.ts'
import { channelMessages } from '../../src/store/messages/messages.ts'
import { type Log, silentLog } from '../../src/support/log.ts'
import { serve } from '../support/http/local-server.ts'
import { movedClock } from '../support/moved-clock.ts'

export type FeedItemText = {
  readonly guid: string
  readonly title: string
  readonly text: string
  readonly at: string
}

const minuteMs = 60_000

/**
 * A whole bot with one feed on a real server, a real database on disk and the console as its platform, under a clock that
 * the test moves. The digest is due each day at 08:00 UTC.
 */
export async function aNewsroom(options: {
  readonly startAt: string
  readonly config?: string
  readonly environment?: Readonly<Record<string, string>>
  readonly log?: Log
}) {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-newsroom-'))
  const items: FeedItemText[] = []
  const requests: string[] = []
  const faults: object[] = []
  let broken: string | undefined
  const server = await serve((request, response) => {
    requests.push(request.url ?? '')
    if (request.url === '/robots.txt') response.writeHead(404).end()
    else if (broken) response.writeHead(500).end(broken)
    else response.writeHead(200, { 'content-type': 'application/rss+xml' }).end(rss(items))
  })
  const clock = movedClock(options.startAt)
  const app = await createApp({
    settings: readEnvironment({
      ...options.environment,
      DATABASE_URL: `sqlite:${join(folder, 'dateline.db')}`,
    }),
    clock,
    random: { number: () => 0, id: randomId() },
    log: {
      ...(options.log ?? silentLog),
      error(event, fields) {
        options.log?.error(event, fields)
        faults.push({ event, ...fields })
      },
    },
    console: { format: { columns: 100, colour: false, hyperlinks: false }, write() {} },
    sample: {
      fixedAddresses: new Map([
        ['harbour.example', { address: '127.0.0.1', port: server.port, protocol: 'http:' }],
      ]),
    },
  })
  onTestFinished(async () => {
    await app.stop()
    await server[Symbol.asyncDispose]()
    await rm(folder, { recursive: true })
  })
  await app.apply(toWishes(readConfigText(options.config ?? oneDigest, 'dateline.yaml')))
  const never = new AbortController().signal
  return {
    app,
    clock,
    requests,
    /** What the publisher's feed has from now on. */
    publish(...now: readonly FeedItemText[]) {
      items.splice(0, items.length, ...now)
    },
    /** From now on the publisher answers with an error and these words. */
    breakWith(words: string) {
      broken = words
    },
    async work() {
      await pollDueFeeds(app.house, never)
      await makeDueDigests(app.house, never)
      await deliverDueMessages(app.house, never)
      await correctPostedStories(app.house, never)
      expect(faults).toEqual([])
    },
    async goTo(at: string) {
      await clock.advance(new Date(at).getTime() - clock.now().getTime())
    },
    /** The documents that stand in the channel, in the order of their posting. */
    async channel(): Promise<readonly Document[]> {
      const main = { platform: 'console', id: 'main' } as const
      const messages = await app.store.inWorkspace(consoleWorkspace, (tx) =>
        channelMessages(tx, main, 100),
      )
      return messages.map(({ payload }) => payload.document as Document)
    },
  }
}

/** After the spread of sends over the minute. */
export const sentBy = (at: string) => new Date(new Date(at).getTime() + minuteMs).toISOString()

const oneDigest = `
feeds:
  - { name: Harbour Post, url: "https://harbour.example/feed.xml" }
digests:
  - { name: morning, channel: "console:main", schedule: { at: "08:00", timezone: UTC } }
`

function rss(items: readonly FeedItemText[]): string {
  const entries = items.map(
    ({ guid, title, text, at }) =>
      `<item><title>${title}</title><guid isPermaLink="false">${guid}</guid>` +
      `<link>https://harbour.example/${guid}</link><pubDate>${new Date(at).toUTCString()}</pubDate>` +
      `<description>${text}</description></item>`,
  )
  return `<rss version="2.0"><channel><title>Harbour Post</title><link>https://harbour.example/</link><language>en</language>${entries.join('')}</channel></rss>`
}

function randomId(): () => string {
  let count = 0
  return () => `id${++count}`
}
