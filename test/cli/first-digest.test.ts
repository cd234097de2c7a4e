import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { run } from './terminal.ts'

const news = [
  {
    title: 'Harbour bridge closed after inspectors find cracks',
    day: 'Tue, 01 Dec 2026 06:10:00 GMT',
    text: 'The harbour bridge is closed after inspectors found cracks in two of its pillars, the harbour office said on Tuesday. Repairs will take until March and cost 4 million euros. “We will not take that risk,” said Harbour Master Ada Lind.',
  },
  {
    title: 'Central bank holds rate at 2.00 %',
    day: 'Tue, 01 Dec 2026 05:30:00 GMT',
    text: 'The central bank held its rate at 2.00 % on Tuesday, as most economists had expected. Governor Ruth Marden said that prices rose more slowly than in autumn.',
  },
]

/** Feeds are read at the ports of the web alone; an address of its own keeps two runs of this test apart. */
const host = `127.${64 + (process.pid % 64)}.${(process.pid >> 6) % 256}.9`
const port = 8080

async function serveNews(): Promise<void> {
  const server = createServer(({ url }, response) => {
    const article = news[Number(/^\/article-(\d)$/.exec(url ?? '')?.[1] ?? '9')]
    if (url === '/feed.xml') {
      response.writeHead(200, { 'content-type': 'application/rss+xml' }).end(feedXml())
    } else if (article) {
      const { title, text } = article
      const html = `<html lang="en"><title>${title}</title><article><h1>${title}</h1><p>${text}</p></article></html>`
      response.writeHead(200, { 'content-type': 'text/html' }).end(html)
    } else response.writeHead(404).end()
  })
  server.listen(port, host)
  await once(server, 'listening')
  onTestFinished(() => void server.close())
}

function feedXml(): string {
  const items = news.map(({ title, day, text }, at) => {
    const link = `http://${host}:${port}/article-${at}`
    return `<item><title>${title}</title><link>${link}</link><guid>${link}</guid><pubDate>${day}</pubDate><description>${text}</description></item>`
  })
  return `<rss version="2.0"><channel><title>Harbour Gazette</title><link>http://${host}:${port}/</link><language>en</language>${items.join('')}</channel></rss>`
}

const lines = [
  `feeds add http://${host}:${port}/feed.xml --yes`,
  'digest create morning time:8am days:weekdays timezone:Berlin',
  'digest preview morning',
  'digest run morning',
]

test('four commands lead from nothing to a posted digest, as the documents print it', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-12-01T07:00:00Z') })
  onTestFinished(() => void vi.useRealTimers())
  await serveNews()
  const folder = await mkdtemp(join(tmpdir(), 'dateline-first-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const env = {
    DATABASE_URL: `sqlite:${join(folder, 'dateline.db')}`,
    DATELINE_ALLOW_NETWORKS: '127.0.0.0/8',
  }
  const shown: string[] = []
  for (const line of lines) {
    const { code, out, err } = await run(line.split(' '), { env })
    expect({ line, code, err }).toEqual({ line, code: 0, err: '' })
    shown.push(`$ dateline ${line}\n${out}`)
  }
  const transcript = shown
    .join('\n')
    .replaceAll(`${host}:${port}`, 'harbour.example')
    .replaceAll('http://', 'https://')
    .replaceAll(/press [\w-]+/g, 'press ID')
  await expect(page(transcript)).toMatchFileSnapshot('../../docs/first-digest.md')
})

function page(transcript: string): string {
  return `# The first digest

Four commands, from an empty database to a posted digest. A test types them and compares every word below
(\`npx vitest run test/cli/first-digest.test.ts -u\` writes this page anew). The same four lines do the same on the console
page, and on Slack and Discord behind \`/briefing\`, where _Add_ is a button instead of \`--yes\`.

\`\`\`console
${transcript}\`\`\`

From now on \`dateline run\` polls the feed and posts the digest at its times. [commands.md](commands.md) has all commands.
`
}
