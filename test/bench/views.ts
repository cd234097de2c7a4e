import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { consoleWorkspace } from '../../src/app/console.ts'
import { consolePage, signInFor } from '../../src/app/console-page.ts'
import { createApp } from '../../src/app.ts'
import { readEnvironment } from '../../src/config/read-environment.ts'
import { systemClock } from '../../src/support/clock.ts'
import { silentLog } from '../../src/support/log.ts'
import { systemRandom } from '../../src/support/random.ts'
import { fillHouse } from './views/fill-house.ts'

const rounds = 7

/** Prints how long the server takes for each view of a house with 10,000 articles and 1,000 stories, and what a view weighs. */
export async function run(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-views-'))
  const app = await createApp({
    settings: readEnvironment({ DATABASE_URL: `sqlite:${join(folder, 'dateline.db')}` }),
    clock: systemClock,
    random: systemRandom,
    log: silentLog,
    console: { format: { columns: 100, colour: false, hyperlinks: false }, write() {} },
  })
  try {
    const filled = await app.store.inWorkspace(consoleWorkspace, fillHouse)
    const { desk } = await app.openDesks()
    const recentLines = () =>
      Array.from({ length: 1000 }, (_, at) => ({
        at: systemClock.now(),
        line: JSON.stringify({ level: 'info', msg: 'feed unchanged', feedId: `feed-${at}` }),
      }))
    const signIn = signInFor(readEnvironment({}).http, systemRandom.id)
    const page = consolePage(app, { desk, signIn, newId: systemRandom.id, recentLines })
    const get = async (url: string) => {
      const { status, body = '' } = await page.respond({
        method: 'GET',
        url,
        headers: { host: '127.0.0.1' },
        body: new Uint8Array(),
      })
      return { status, html: String(body) }
    }
    console.log(
      '| view | median ms | of the processor, ms | page KB | with style and script KB |\n|---|---|---|---|---|',
    )
    for (const url of [...viewsOf(filled)]) console.log(await measured(url, get))
  } finally {
    await app.stop()
    await rm(folder, { recursive: true })
  }
}

function viewsOf({ storyId, articleId }: Awaited<ReturnType<typeof fillHouse>>) {
  const story = `/stories/${storyId}`
  return [
    '/',
    '/channels/main?as=slack',
    '/channels/main?as=discord',
    '/stories',
    story,
    `${story}/articles/${articleId}`,
    '/feeds',
    '/digests',
    '/digests/morning',
    '/quality',
    '/system',
  ]
}

type Get = (url: string) => Promise<{ readonly status: number; readonly html: string }>

/** The first look loads the view's code and is not counted. The time of the processor does not depend on what else runs. */
async function measured(url: string, get: Get): Promise<string> {
  const { status, html } = await get(url)
  if (status !== 200) throw new Error(`${url} answers ${status}`)
  const [wall, busy]: [number[], number[]] = [[], []]
  for (let at = 0; at < rounds; at += 1) {
    const startedMs = performance.now()
    const before = process.cpuUsage()
    await get(url)
    wall.push(performance.now() - startedMs)
    const { user, system } = process.cpuUsage(before)
    busy.push((user + system) / 1000)
  }
  const weight = Buffer.byteLength(html)
  const assets = [...html.matchAll(/"(\/assets\/[^"]+)"/g)].map(([, address = '']) => address)
  let whole = weight
  for (const address of new Set(assets)) whole += Buffer.byteLength((await get(address)).html)
  const figures = [median(wall), median(busy), weight / 1000, whole / 1000]
  return `| ${url} | ${figures.map((figure) => figure.toFixed(1)).join(' | ')} |`
}

function median(figures: readonly number[]): number {
  return figures.toSorted((a, b) => a - b)[Math.floor(figures.length / 2)] ?? 0
}
