import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { consoleCaller, consoleWorkspace } from '../../src/app/console.ts'
import { createApp } from '../../src/app.ts'
import { readEnvironment } from '../../src/config/read-environment.ts'
import { pollDueFeeds } from '../../src/pipeline.ts'
import { listFeedSubscriptions } from '../../src/store/wishes/feed-subscriptions.ts'
import { silentLog } from '../../src/support/log.ts'
import { systemRandom } from '../../src/support/random.ts'
import { wordsOf } from '../commands/a-desk.ts'
import { serve } from '../support/http/local-server.ts'
import { movedClock } from '../support/moved-clock.ts'

/** What stands at an outline's address. */
type Kind = 'feed' | 'dead' | 'page' | 'moved' | 'twice' | 'private' | 'no-feed'

/** As many of each as a reader's own list of many years may have. */
const kinds: readonly Kind[] = [
  ...Array<Kind>(150).fill('feed'),
  ...Array<Kind>(12).fill('dead'),
  ...Array<Kind>(8).fill('page'),
  ...Array<Kind>(10).fill('moved'),
  ...Array<Kind>(10).fill('twice'),
  ...Array<Kind>(5).fill('private'),
  ...Array<Kind>(5).fill('no-feed'),
]

const hostOf = (at: number) => `paper-${at}.example`

function outline(kind: Kind, at: number): string {
  const title = `Paper ${at} &amp; sons`
  const addresses: Readonly<Record<Kind, string>> = {
    feed: `https://${hostOf(at)}/feed.xml`,
    dead: `https://${hostOf(at)}/feed.xml`,
    page: `https://${hostOf(at)}/page`,
    moved: `https://${hostOf(at)}/old.xml`,
    twice: `https://${hostOf(at - 100)}/feed.xml`,
    private: `http://10.0.0.${at % 250}/feed.xml`,
    'no-feed': `mailto:paper-${at}@example.com`,
  }
  return `<outline type="rss" text="${title}" xmlUrl="${addresses[kind]}"/>`
}

const opml = `<?xml version="1.0"?><opml version="2.0"><head><title>My feeds</title></head><body>
<outline text="World">${kinds.slice(0, 100).map(outline).join('\n')}</outline>
${kinds
  .slice(100)
  .map((kind, at) => outline(kind, at + 100))
  .join('\n')}
</body></opml>`

async function aBot() {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-import-'))
  const server = await serve(({ url }, response) => {
    if (url === '/page') response.writeHead(200, { 'content-type': 'text/html' }).end('<p>No feed.')
    else if (url === '/old.xml') response.writeHead(301, { location: '/feed.xml' }).end()
    else if (url === '/feed.xml') {
      const item = '<item><title>Bridge closed</title><guid>1</guid></item>'
      response.end(`<rss version="2.0"><channel><title>Paper</title>${item}</channel></rss>`)
    } else response.writeHead(404).end()
  })
  const closed = await serve(() => {})
  await closed[Symbol.asyncDispose]()
  const clock = movedClock('2026-12-01T08:00:00Z')
  const app = await createApp({
    settings: readEnvironment({ DATABASE_URL: `sqlite:${join(folder, 'dateline.db')}` }),
    clock,
    random: systemRandom,
    log: silentLog,
    console: { format: { columns: 100, colour: false, hyperlinks: false }, write() {} },
    sample: {
      fixedAddresses: new Map(
        kinds.map((kind, at) => [
          hostOf(at),
          {
            address: '127.0.0.1',
            port: kind === 'dead' ? closed.port : server.port,
            protocol: 'http:',
          },
        ]),
      ),
    },
  })
  onTestFinished(async () => {
    await app.stop()
    await server[Symbol.asyncDispose]()
    await rm(folder, { recursive: true })
  })
  const { desk } = await app.openDesks()
  let calls = 0
  return {
    app,
    clock,
    async run(command: string, options: Readonly<Record<string, string>> = {}) {
      calls += 1
      return wordsOf(await desk.run({ id: `${calls}`, command, options, caller: consoleCaller }))
    },
  }
}

test('an import of 200 outlines tells what became of each, and a second one changes nothing', async () => {
  const { app, clock, run } = await aBot()
  const lines = (words: string, what: RegExp) => words.split('\n').filter((line) => what.test(line))

  const first = await run('feeds import', { file: opml })
  expect(first).toContain('180 feeds added')
  expect(lines(first, / · added$/)).toHaveLength(180)
  expect(lines(first, / · not added: /)).toHaveLength(20)
  for (const at of kinds.keys()) expect(first).toContain(`Paper ${at} & sons`)

  // A move is believed when it was seen for some days.
  for (let day = 0; day < 3; day += 1) {
    await pollDueFeeds(app.house, new AbortController().signal)
    await clock.advance(86_400_000)
  }
  const health = await run('feeds list')
  expect(lines(health, /Reads well/)).toHaveLength(160)
  expect(lines(health, /Failing since/)).toHaveLength(20)
  expect(health).toContain('20 feeds cannot be read now')

  const standing = () => app.store.inWorkspace(consoleWorkspace, listFeedSubscriptions)
  const before = await standing()
  expect(before.filter(({ url }) => url.endsWith('/old.xml'))).toEqual([])
  const audit = await run('audit')
  const second = await run('feeds import', { file: opml })
  expect(second).toContain('0 feeds added')
  expect(lines(second, /was there already/)).toHaveLength(180)
  expect(await standing()).toEqual(before)
  expect(await run('audit')).toBe(audit)
})
