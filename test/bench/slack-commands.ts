import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type FakeSlack, startFakeSlack } from '../fakes/slack/fake-slack.ts'
import type { Ack } from '../fakes/slack/socket-mode.ts'

const sites = 20
const articlesPerFeed = 40

/** Feeds and their pages may be fetched from this port. */
const feedPort = 8080

/** Linux counts a process's time in hundredths of a second. */
const ticksPerSecond = 100

/**
 * `npm run bench -- slack-commands [per second] [seconds]`: the whole bot beside a fake Slack, while it reads 20 new feeds
 * and the pages of their articles, and people type. Prints how long Slack waits for each acknowledgement.
 */
export async function run([rate = '50', seconds = '60']: readonly string[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-bench-'))
  const slack = await startFakeSlack({ isRateLimited: false })
  const servers = await Promise.all(Array.from({ length: sites }, (_, at) => serveFeed(at)))
  const bot = startBot(folder, slack)
  try {
    await connected(slack, bot)
    const cpuBefore = cpuSeconds(bot)
    const acks = await typeAway(slack, Number(rate), Number(seconds))
    print(acks, cpuSeconds(bot) - cpuBefore, Number(seconds))
  } finally {
    bot.kill('SIGTERM')
    await Promise.race([once(bot, 'exit'), pause(10_000)])
    for (const server of servers) server.close()
    await slack.close()
    rmSync(folder, { recursive: true })
  }
}

async function serveFeed(at: number): Promise<Server> {
  const host = `127.0.0.${at + 2}`
  const server = createServer((request, response) => {
    const isFeed = request.url === '/feed.xml'
    response.writeHead(200, { 'content-type': isFeed ? 'application/rss+xml' : 'text/html' })
    response.end(isFeed ? feedXml(at, host) : pageHtml(at, request.url ?? ''))
  })
  server.listen(feedPort, host)
  await once(server, 'listening')
  return server
}

function feedXml(site: number, host: string): string {
  const items = Array.from({ length: articlesPerFeed }, (_, n) => {
    const link = `http://${host}:${feedPort}/article-${n}`
    const date = new Date(Date.now() - n * 60_000).toUTCString()
    const title = `Council ${site} votes on plan number ${n}`
    return `<item><title>${title}</title><link>${link}</link><guid>${link}</guid><pubDate>${date}</pubDate><description>${title}.</description></item>`
  })
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>Site ${site}</title><link>http://${host}/</link>${items.join('')}</channel></rss>`
}

function pageHtml(site: number, path: string): string {
  const paragraph = (n: number) =>
    `<p>The council of town ${site} met on Tuesday and heard speaker ${n} on the plan of ${path}. "We will not open it on a good guess," said Marta Lindqvist, chief engineer of office ${n}, after ${n + 3} hours.</p>`
  const body = Array.from({ length: 12 }, (_, n) => paragraph(n)).join('')
  return `<!doctype html><html lang="en"><title>Council ${site}</title><article><h1>Council ${site} votes</h1>${body}</article></html>`
}

function startBot(folder: string, slack: FakeSlack): ChildProcess {
  const config = join(folder, 'dateline.yaml')
  const feeds = Array.from(
    { length: sites },
    (_, at) => `  - { name: Site ${at}, url: "http://127.0.0.${at + 2}:${feedPort}/feed.xml" }`,
  )
  const digest = `  - { name: all, channel: "slack:C0001", schedule: { cron: "* * * * *", timezone: UTC }, feeds: all }`
  writeFileSync(config, `feeds:\n${feeds.join('\n')}\ndigests:\n${digest}\n`)
  return spawn(process.execPath, ['src/main.ts', 'run'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      PATH: process.env.PATH,
      DATELINE_CONFIG: config,
      DATABASE_URL: `sqlite:${join(folder, 'dateline.db')}`,
      HTTP_PORT: '0',
      LOG_LEVEL: 'error',
      DATELINE_ALLOW_NETWORKS: '127.0.0.0/8',
      SLACK_BOT_TOKEN: 'xoxb-one',
      SLACK_APP_TOKEN: slack.world.app.appToken,
      SLACK_API_URL: slack.apiUrl,
    },
  })
}

async function connected(slack: FakeSlack, bot: ChildProcess): Promise<void> {
  for (let waited = 0; slack.sockets.connections < 2; waited += 100) {
    if (bot.exitCode !== null || waited > 20_000) throw new Error('The bot did not connect.')
    await pause(100)
  }
}

async function typeAway(slack: FakeSlack, rate: number, seconds: number): Promise<readonly Ack[]> {
  const lines = [
    ['/briefing', ''],
    ['/briefing', 'help'],
    ['/ask', 'who said so?'],
    ['/briefing', 'feeds list'],
  ] as const
  const people = ['UADMIN', 'UMEMBER', 'UOWNER', 'UGUEST']
  const waiting: Promise<Ack>[] = []
  const startedAt = performance.now()
  for (let n = 0; n < rate * seconds; n += 1) {
    await pause(startedAt + (n * 1000) / rate - performance.now())
    const [command, text] = lines[n % lines.length] ?? lines[0]
    const user = people[n % people.length] ?? 'UMEMBER'
    waiting.push(slack.people.command(command, text, { user }).then(({ ack }) => ack))
  }
  return Promise.all(waiting)
}

function print(acks: readonly Ack[], cpu: number, seconds: number): void {
  const times = acks
    .flatMap((ack) => (ack.kind === 'acked' ? [ack.afterMs] : []))
    .sort((a, b) => a - b)
  const at = (share: number) => (times[Math.ceil(times.length * share) - 1] ?? 0).toFixed(0)
  console.log('| commands | not acknowledged | p50 ms | p99 ms | max ms | CPU of the bot |')
  console.log('|---|---|---|---|---|---|')
  const lost = acks.length - times.length
  const share = `${((cpu / seconds) * 100).toFixed(0)} %`
  console.log(`| ${[acks.length, lost, at(0.5), at(0.99), at(1), share].join(' | ')} |`)
}

function cpuSeconds(bot: ChildProcess): number {
  const fields = readFileSync(`/proc/${bot.pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, Math.max(ms, 0))
  })
}
