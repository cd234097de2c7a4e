import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createApp } from '../../src/app.ts'
import { readEnvironment } from '../../src/config/read-environment.ts'
import { deliverDueMessages, pollDueFeeds } from '../../src/pipeline.ts'
import type { Store } from '../../src/store/store.ts'
import { silentLog } from '../../src/support/log.ts'
import { systemRandom } from '../../src/support/random.ts'
import { type FakeSlack, startFakeSlack } from '../fakes/slack/fake-slack.ts'
import type { Exchange } from '../fakes/slack/people.ts'
import { serve } from '../support/http/local-server.ts'
import { type MovedClock, movedClock } from '../support/moved-clock.ts'

const admin = { user: 'UADMIN' }

/** The whole bot in one Slack workspace, with nothing set up and one feed in the world. */
async function aWorkspace() {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-slack-'))
  const slack = await startFakeSlack({ isRateLimited: false })
  const clock = movedClock(new Date())
  const feed = { hasNews: false }
  const server = await serve((request, response) => {
    if (request.url !== '/feed.xml') response.writeHead(404).end()
    else
      response
        .writeHead(200, { 'content-type': 'application/rss+xml' })
        .end(feedXml(feed.hasNews, clock.now()))
  })
  const app = await createApp({
    settings: readEnvironment({
      DATABASE_URL: `sqlite:${join(folder, 'dateline.db')}`,
      SLACK_BOT_TOKEN: 'xoxb-one',
      SLACK_APP_TOKEN: slack.world.app.appToken,
      SLACK_API_URL: slack.apiUrl,
    }),
    clock,
    random: systemRandom,
    log: silentLog,
    console: { format: { columns: 100, colour: false, hyperlinks: false }, write() {} },
    sample: {
      fixedAddresses: new Map([
        ['harbour.example', { address: '127.0.0.1', port: server.port, protocol: 'http:' }],
      ]),
    },
  })
  onTestFinished(async () => {
    await app.stop()
    await slack.close()
    await server[Symbol.asyncDispose]()
    await rm(folder, { recursive: true })
  })
  const { platformDesk } = await app.openDesks()
  await app.platforms.all.get('slack')?.start(platformDesk)
  return { app, clock, feed, slack }
}

/** What was there before the feed was added is never posted; what comes after is. */
function feedXml(hasNews: boolean, now: Date): string {
  const ago = (ms: number) => new Date(now.getTime() - ms).toUTCString()
  const text =
    'The harbour bridge was closed to all traffic on Tuesday after inspectors found cracks in two of its main cables. ' +
    '"We will not open it on a good guess," said Marta Lindqvist, chief engineer of the port. ' +
    'The council expects the repair to take eleven weeks and to cost 4 million euros.'
  const item = (id: string, title: string, date: string) =>
    `<item><title>${title}</title><guid>${id}</guid><link>https://harbour.example/${id}</link><pubDate>${date}</pubDate><description>${text}</description></item>`
  const news = hasNews
    ? item('b2', 'Harbour bridge closed after inspectors find cracks', ago(600_000))
    : ''
  return `<rss version="2.0"><channel><title>Harbour Post</title><link>https://harbour.example/</link><language>en</language>${news}${item('b1', 'Ferry timetable changes', ago(3 * 86_400_000))}</channel></rss>`
}

/** The answer to something that was typed or pressed, as JSON. */
async function answered(exchange: Exchange): Promise<string> {
  await expect.poll(() => exchange.responses().length, { timeout: 10_000 }).toBeGreaterThan(0)
  return JSON.stringify(exchange.responses())
}

/** The button with this label in what was shown. */
function buttonIn(shown: string, label: string): { actionId: string; value: string } {
  const pattern = new RegExp(
    `"action_id":"(press:[^"]+)","value":"([^"]+)","text":\\{"type":"plain_text","text":"${label}`,
  )
  const [, actionId = '', value = ''] = pattern.exec(shown) ?? []
  if (actionId === '') throw new Error(`There is no button “${label}” in ${shown}`)
  return { actionId, value }
}

const typed = async (slack: FakeSlack, line: string, actor = {}) =>
  answered(await slack.people.command('/briefing', line, actor))

/** What waits for a moment of the moved clock goes on. */
async function whileTimePasses(clock: MovedClock, work: Promise<unknown>): Promise<void> {
  let isOver = false
  void work.finally(() => {
    isOver = true
  })
  while (!isOver) {
    await clock.advance(50)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  await work
}

const countArticles = (store: Store) =>
  store.shared(async ({ db }) => (await db.selectFrom('articles').select('id').execute()).length)

test('from an empty workspace to a digest in a channel, and to a question about its story', async () => {
  const { app, clock, feed, slack } = await aWorkspace()
  const never = new AbortController().signal

  const offer = await typed(slack, 'feeds add <https://harbour.example/feed.xml>', admin)
  expect(offer).toContain('Harbour Post')
  const added = await slack.people.press(buttonIn(offer, 'Add'), { ts: '1.1' }, admin)
  expect(await answered(added)).toContain('Harbour Post')
  await pollDueFeeds(app.house, never)

  const created = await typed(slack, 'digest create morning time:8am timezone:UTC', admin)
  expect(created).toContain('morning')
  feed.hasNews = true
  await clock.advance(24 * 3_600_000)
  await pollDueFeeds(app.house, never)
  await whileTimePasses(clock, typed(slack, 'digest run morning', admin))
  expect(await countArticles(app.store)).toBe(1)
  await deliverDueMessages(app.house, never)
  await expect.poll(() => slack.messages.length, { timeout: 10_000 }).toBeGreaterThan(0)
  const [digest] = slack.messages
  expect(digest).toMatchObject({ channel: 'C0001', threadTs: undefined })
  const shown = JSON.stringify(digest?.blocks)
  expect(shown).toContain('Harbour bridge closed after inspectors find cracks')
  expect(shown).toContain('We will not open it on a good guess')

  const message = { ts: digest?.ts ?? '' }
  const sources = await slack.people.press(buttonIn(shown, 'Sources'), message)
  expect(await answered(sources)).toContain('harbour.example')

  const mention = { type: 'app_mention', user: 'UMEMBER', channel: 'C0001', ts: '9.9' }
  const text = '<@UBOT> Who is the chief engineer?'
  await slack.people.event({ ...mention, text, thread_ts: digest?.ts })
  await expect.poll(() => slack.messages.length, { timeout: 10_000 }).toBe(2)
  expect(slack.messages[1]?.threadTs).toBe(digest?.ts)

  const opened = { type: 'app_home_opened', user: 'UADMIN', tab: 'home', channel: 'D1' }
  await slack.people.event(opened, admin)
  await expect.poll(() => slack.home('UADMIN') !== undefined, { timeout: 10_000 }).toBe(true)
  expect(JSON.stringify(slack.home('UADMIN')?.view)).toContain('Next briefing')
})

test('B59: a member, a guest and a stranger configure nothing', async () => {
  const { slack } = await aWorkspace()
  for (const user of ['UMEMBER', 'UGUEST', 'USTRANGER']) {
    const line = 'feeds add <https://harbour.example/feed.xml>'
    const refusal = JSON.parse(await typed(slack, line, { user })) as { blocks: unknown }[]
    expect(JSON.stringify(refusal)).not.toContain('"type":"button"')
  }
  expect(await typed(slack, 'feeds list', admin)).not.toContain('Harbour Post')
})

test('a command without what it needs opens a form, which says at its field what is wrong', async () => {
  const { slack } = await aWorkspace()
  await slack.people.command('/briefing', 'digest create', admin)
  await expect.poll(() => slack.modals().length, { timeout: 10_000 }).toBe(1)
  const [form] = slack.modals()
  if (!form) throw new Error('no form')
  const wrong = { 'field:name': { value: 'noon' }, 'field:time': { value: '25:61' } }
  const { ack } = await slack.people.submit(form, wrong, admin)
  expect(ack).toMatchObject({ payload: { response_action: 'errors' } })
  expect(JSON.stringify(ack)).toContain('"field:time":')
  const right = { 'field:name': { value: 'noon' }, 'field:time': { value: '12:00' } }
  const sent = await slack.people.submit(form, right, admin)
  expect(sent.ack).toMatchObject({ payload: { response_action: 'update' } })
  expect(JSON.stringify(sent.ack)).toContain('12:00')
})

test('every command that needs something opens a form that Slack takes', async () => {
  const { app, slack } = await aWorkspace()
  const { platformDesk } = await app.openDesks()
  const needy = platformDesk.specs.filter(
    ({ isHidden, options }) => !isHidden && options.some(({ required }) => required),
  )
  expect(needy.length).toBeGreaterThan(3)
  for (const [at, spec] of needy.entries()) {
    const user = ['UADMIN', 'UOWNER'][at % 2] ?? 'UADMIN'
    const [first = '', ...rest] = spec.name.split(' ')
    const isOwn = ['summarize', 'ask'].includes(first)
    const word = isOwn ? `/${first}` : '/briefing'
    await slack.people.command(word, isOwn ? rest.join(' ') : spec.name, { user })
  }
  await expect.poll(() => opened(slack) + refused(slack), { timeout: 15_000 }).toBe(needy.length)
  const failures = slack.log.entries.filter(
    ({ method, error }) => method === 'views.open' && error !== undefined,
  )
  expect(failures).toEqual([])
})

const opened = (slack: FakeSlack) => slack.modals().length
/** Some are answered with words: there is nothing yet to choose from, or too many were asked in a minute. */
const refused = (slack: FakeSlack) =>
  slack.log.entries.filter(({ kind }) => kind === 'response').length

test('a digest’s form shows when it would come while its time is being written', async () => {
  const { slack } = await aWorkspace()
  await slack.people.command('/briefing', 'digest create', admin)
  await expect.poll(() => slack.modals().length, { timeout: 10_000 }).toBe(1)
  const form = () => {
    const [view] = slack.modals()
    if (!view) throw new Error('no form')
    return view
  }
  const time = (value: string) => ({ 'field:time': { value }, 'field:name': { value: 'noon' } })
  await slack.people.fill(form(), time('12:30'), 'field:time', admin)
  const shown = () => JSON.stringify(form().view.blocks)
  await expect.poll(shown, { timeout: 10_000 }).toContain('12:30 (Europe/Berlin)')
  await slack.people.fill(form(), time('25:61'), 'field:time', admin)
  await expect.poll(shown, { timeout: 10_000 }).toContain('which no clock shows')
  expect(shown()).not.toContain('12:30')
  const sent = await slack.people.submit(form(), time('12:30'), admin)
  expect(sent.ack).toMatchObject({ payload: { response_action: 'update' } })
})
