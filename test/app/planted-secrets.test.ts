import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { describe, expect, onTestFinished, test } from 'vitest'
import { consoleCaller } from '../../src/app/console.ts'
import { consolePage, signInFor } from '../../src/app/console-page.ts'
import { metricsText } from '../../src/app/gauges.ts'
import { readEnvironment, secretsIn } from '../../src/config/read-environment.ts'
import { createLog } from '../../src/support/log.ts'
import { createRedact } from '../../src/support/redact.ts'
import { goodAnswer } from '../briefing/model/a-model.ts'
import { run } from '../cli/terminal.ts'
import { startFakeDiscord } from '../fakes/discord/fake-discord.ts'
import { freshSlack } from '../platforms/slack/slack-fixture.ts'
import { serve } from '../support/http/local-server.ts'
import { aNewsroom, sentBy } from './a-newsroom.ts'

/** One of every kind. */
const planted = {
  SLACK_BOT_TOKEN: 'xoxb-PLANTED-1111111111-slackbot',
  SLACK_APP_TOKEN: 'xapp-1-PLANTED-2222222222-slackapp',
  SLACK_SIGNING_SECRET: 'f00dplanted5167419f00d',
  SLACK_CLIENT_ID: '1.2',
  SLACK_CLIENT_SECRET: 'c11e47planted5ec4e7c11e47',
  SLACK_STATE_SECRET: 'any long random planted text',
  DATELINE_SECRET_KEY: Buffer.from('planted-key-of-thirty-two-bytes!').toString('base64'),
  DISCORD_TOKEN: 'MTIzNDU2Nzg5MDEyMzQ1Njc4.GPLANT.discordPlantedTokenOfTheTest012345',
  OPENAI_API_KEY: 'sk-proj-PLANTED3333333333openai',
} as const
const rotated = 'xoxe.xoxp-1-PLANTEDrefresh4444444444'
const feedToken = 'planted-feed-token-5555'
const feedPassword = 'planted-feed-pass-6666'
const databasePassword = 'planted-db-pass-7777'
const proxyPassword = 'planted-proxy-pass-8888'
const slackHook = 'https://hooks.slack.com/services/T00PLANTED/B00/plantedhook9999'
const discordHook = 'https://discord.com/api/webhooks/123456789012345678/planted-webhook-token-0000'

const { SLACK_CLIENT_ID: _, ...secretVariables } = planted
const secrets = [
  ...Object.values(secretVariables),
  rotated,
  feedToken,
  feedPassword,
  databasePassword,
  proxyPassword,
  'plantedhook9999',
  'planted-webhook-token-0000',
]

/** Those that show, in these words: there must be none. */
const shownIn = (words: string) => secrets.filter((secret) => words.includes(secret))

const everything = secrets.map((secret) => `it said ${secret}`).join(' and ')

/** A language model that is compatible, and keeps what it was asked. */
async function aModel() {
  const prompts: string[] = []
  const server = await serve((request, response) => {
    let body = ''
    request.on('data', (part) => (body += String(part)))
    request.on('end', () => {
      prompts.push(body)
      const message = { role: 'assistant', content: JSON.stringify(goodAnswer) }
      response.writeHead(200, { 'content-type': 'application/json' })
      response.end(JSON.stringify({ choices: [{ finish_reason: 'stop', message }] }))
    })
  })
  onTestFinished(() => server[Symbol.asyncDispose]())
  return { prompts, url: `http://127.0.0.1:${server.port}/v1` }
}

const config = `
feeds:
  - { name: Harbour Post, url: "https://harbour.example/feed.xml?edition=2&token=${feedToken}" }
digests:
  - { name: morning, channel: "console:main", schedule: { at: "08:00", timezone: UTC } }
`

const fire = {
  guid: 'fire',
  title: 'Fire at cold store in the port',
  text:
    'A fire at a cold store in the port injured 14 people on Monday night, the fire service said. ' +
    '“We closed the tank by hand, and it held,” fire chief Jonas Reith told reporters at the quay.',
  at: '2026-03-02T05:00:00Z',
}

/** A bot with a secret in every place where one can be, which has posted a digest and met a fault. */
async function aBotAfterItsFirstDay() {
  const model = await aModel()
  const env = { ...planted, OPENAI_BASE_URL: model.url, OPENAI_MODEL: 'small' }
  const stream = new PassThrough()
  const lines: string[] = []
  stream.on('data', (line) => lines.push(String(line)))
  const newsroom = await aNewsroom({
    startAt: '2026-03-01T20:00:00Z',
    config,
    environment: env,
    log: createLog('debug', stream, createRedact(secretsIn(env))),
  })
  await newsroom.work()
  newsroom.publish(fire)
  await newsroom.goTo('2026-03-02T07:30:00Z')
  await newsroom.work()
  await newsroom.goTo(sentBy('2026-03-02T08:00:00Z'))
  await newsroom.work()
  newsroom.breakWith(everything)
  await newsroom.goTo('2026-03-02T20:00:00Z')
  await newsroom.work()
  const { desk } = await newsroom.app.openDesks()
  let calls = 0
  const type = async (command: string, options: Readonly<Record<string, string>> = {}) => {
    calls += 1
    return desk.run({ id: `call ${calls}`, command, options, caller: consoleCaller })
  }
  return { ...newsroom, desk, env, model, lines, type }
}

describe('a planted secret of any kind', () => {
  test('shows in no log, page, metric, answer, export, prompt or audit', async () => {
    const bot = await aBotAfterItsFirstDay()
    const said: Record<string, string> = {
      log: bot.lines.join(''),
      prompt: bot.model.prompts.join(),
    }
    const commands: readonly [string, Readonly<Record<string, string>>?][] = [
      ['feeds list'],
      ['feeds why', { feed: 'Harbour Post' }],
      ['feeds test', { feed: 'Harbour Post' }],
      ['feeds add', { url: `https://me:${feedPassword}@harbour.example/feed.xml` }],
      ['feeds add', { url: `https://other.example/feed?api_key=${feedToken}` }],
      ['feeds add', { url: slackHook }],
      ['feeds pause', { feed: 'Harbour Post' }],
      ['feeds export'],
      ['config export'],
      ['summarize', { url: `https://other.example/story?password=${feedPassword}` }],
      ['digest list'],
      ['briefing status'],
      ['briefing now'],
      ['audit log'],
      ['data export'],
    ]
    for (const [command, options] of commands)
      said[`${command} ${options?.url ?? ''}`] = JSON.stringify(await bot.type(command, options))
    const page = consolePage(bot.app, {
      desk: bot.desk,
      signIn: signInFor({ host: '127.0.0.1', port: 0, publicUrl: undefined }, () => 'key'),
      newId: () => 'id',
      recentLines: () => bot.lines.map((line) => ({ at: new Date(0), line })),
    })
    const open = async (url: string) => {
      const headers = { host: '127.0.0.1' }
      const { body } = await page.respond({ method: 'GET', url, headers, body: new Uint8Array() })
      return String(body)
    }
    said.page = await open('/')
    const [story = ''] = /\/stories\/[\w-]+/.exec(said.page) ?? []
    const views = [
      story,
      '/feeds',
      '/feeds.opml',
      '/digests',
      '/digests/morning',
      '/quality',
      '/system',
    ]
    for (const view of views) said[`the page ${view}`] = await open(view)
    said.metrics = await metricsText(bot.app.store, bot.app.metrics)
    said.log = bot.lines.join('')
    for (const [place, words] of Object.entries(said)) expect(shownIn(words), place).toEqual([])

    // It was there to be seen: the feed was read with its token, the model was asked, the exports name the feed.
    expect(bot.requests.some((url) => url.includes(feedToken))).toBe(true)
    expect(bot.model.prompts.length).toBeGreaterThan(0)
    expect(said['feeds export ']).toContain('edition=2&amp;token=[secret]')
    expect(said['config export ']).toContain('token=[secret]')
    expect(said.page).toContain('Fire at cold store in the port')
    expect(said[`the page ${story}`]).toContain('Quotes, each in its source')
    expect(said['the page /system']).toContain('message sent')
  })

  test('shows in no row of the audit log', async () => {
    const bot = await aBotAfterItsFirstDay()
    await bot.type('feeds pause', { feed: 'Harbour Post' })
    const rows = await bot.app.store.everywhere(({ db }) =>
      db.selectFrom('audit').selectAll().execute(),
    )
    expect(rows.length).toBeGreaterThan(0)
    expect(shownIn(JSON.stringify(rows))).toEqual([])
  })

  test('shows in no line of the log, whatever is written into it', () => {
    const lines: string[] = []
    const stream = new PassThrough()
    stream.on('data', (line) => lines.push(String(line)))
    const env = {
      ...planted,
      DATABASE_URL: `postgres://dateline:${databasePassword}@db/dateline`,
      HTTPS_PROXY: `http://me:${proxyPassword}@proxy.example:3128`,
    }
    const log = createLog('debug', stream, createRedact(secretsIn(env)))
    const addresses = [slackHook, discordHook, env.DATABASE_URL, env.HTTPS_PROXY]
    const feed = `https://me:${feedPassword}@a.example/?token=${feedToken}`
    const words = [...Object.values(secretVariables), rotated, ...addresses, feed].join(' ')
    log.info(words, { words, deep: { words: [words] } })
    log.error('failed', { error: new Error(words, { cause: new Error(words) }) })
    expect(shownIn(lines.join(''))).toEqual([])
    expect(lines).toHaveLength(2)
  })
})

describe('what a start says of a fault', () => {
  async function aFolder(): Promise<string> {
    const folder = await mkdtemp(join(tmpdir(), 'dateline-planted-'))
    onTestFinished(() => rm(folder, { recursive: true }))
    return folder
  }

  async function saidBy(
    args: readonly string[],
    env: Readonly<Record<string, string>>,
    yaml = 'feeds: []\n',
  ) {
    const folder = await aFolder()
    const file = join(folder, 'dateline.yaml')
    await writeFile(file, yaml)
    const settings = {
      DATELINE_CONFIG: file,
      DATABASE_URL: `sqlite:${join(folder, 'dateline.db')}`,
      ...env,
    }
    const { out, err } = await run(args, { env: settings })
    return out + err
  }

  const databaseUrl = `postgres://dateline:${databasePassword}@127.0.0.1:1/dateline`

  type Start = [
    what: string,
    args: readonly string[],
    env: Readonly<Record<string, string>>,
    yaml?: string,
  ]
  const starts: readonly Start[] = [
    ['a database that is not there', ['run'], { DATABASE_URL: databaseUrl }],
    ['the same, for doctor', ['doctor'], { DATABASE_URL: databaseUrl }],
    ['a database address that is none', ['run'], { DATABASE_URL: `pg:${databasePassword}` }],
    ['tokens in the wrong variables', ['run'], { SLACK_BOT_TOKEN: planted.SLACK_APP_TOKEN }],
    ['a key of the wrong length', ['run'], { DATELINE_SECRET_KEY: planted.OPENAI_API_KEY }],
    ['a proxy that is none', ['run'], { HTTPS_PROXY: `proxy://me:${proxyPassword}@p.example` }],
    [
      'a feed address that cannot be used',
      ['doctor'],
      {},
      `feeds: [{ name: A, url: "ftp://me:${feedPassword}@a.example/?token=${feedToken}" }]\n`,
    ],
    [
      'a key that is not known',
      ['doctor'],
      {},
      `feeds: []\nslack_token: ${planted.SLACK_BOT_TOKEN}\n`,
    ],
    ['YAML that is none', ['doctor'], {}, `feeds: [\n  "${slackHook}", "${rotated}"\n]: }\n`],
    ['an article that cannot be read', ['summarize', `http://me:${feedPassword}@127.0.0.1/`], {}],
    ['a feed that cannot be read', ['brief', '--feed', `http://127.0.0.1/?token=${feedToken}`], {}],
  ]
  test.each(starts)('has no secret in it: %s', async (_what, args, env, yaml) => {
    const words = await saidBy(args, env, yaml)
    expect(words).not.toBe('')
    expect(shownIn(words)).toEqual([])
  })

  test('has no secret in it: tokens that Slack, Discord and the model refuse', async () => {
    const slack = await freshSlack()
    const discord = await startFakeDiscord()
    onTestFinished(() => discord.close())
    const refusing = await serve((_request, response) => {
      response.writeHead(401, { 'content-type': 'application/json' })
      response.end(JSON.stringify({ error: { message: everything } }))
    })
    onTestFinished(() => refusing[Symbol.asyncDispose]())
    const { SLACK_CLIENT_ID: _id, SLACK_CLIENT_SECRET: _secret, ...tokens } = planted
    const { SLACK_STATE_SECRET: _state, ...env } = {
      ...tokens,
      SLACK_API_URL: slack.apiUrl,
      DISCORD_API_URL: discord.apiUrl,
      OPENAI_BASE_URL: `http://127.0.0.1:${refusing.port}/v1`,
      OPENAI_MODEL: 'small',
    }
    expect(readEnvironment(env).slack).toBeDefined()
    const words = await saidBy(['doctor'], env)
    expect(words).toMatch(/^fault +Slack /m)
    expect(words).toMatch(/^fault +Discord /m)
    expect(words).toMatch(/^fault +Language model/m)
    expect(shownIn(words)).toEqual([])
  })
})
