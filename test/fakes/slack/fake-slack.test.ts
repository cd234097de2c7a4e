import { describe, expect, onTestFinished, test } from 'vitest'
import { WebSocket } from 'ws'
import { type FakeSlack, type FakeSlackOptions, startFakeSlack } from './fake-slack.ts'
import type { FakeView } from './fake-state.ts'
import type { Json } from './method.ts'

async function fresh(options: FakeSlackOptions = {}): Promise<FakeSlack> {
  const slack = await startFakeSlack(options)
  onTestFinished(() => slack.close())
  return slack
}

type Answer = Json & { readonly status: number; readonly retryAfter: string | null }

/** A client that keeps no rule by itself. */
async function call(
  slack: FakeSlack,
  method: string,
  args: Json,
  token = 'xoxb-one',
): Promise<Answer> {
  const answer = await fetch(slack.apiUrl + method, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(args),
  })
  const body = (await answer.json()) as Json
  return { ...body, status: answer.status, retryAfter: answer.headers.get('retry-after') }
}

const post = (slack: FakeSlack, args: Json) =>
  call(slack, 'chat.postMessage', { channel: 'C0001', text: 'x', ...args })

const text = (words: string, type = 'plain_text') => ({ type, text: words })
const section = (words: string) => ({ type: 'section', text: text(words) })
const button = (changes: Json = {}) => ({
  type: 'actions',
  elements: [{ type: 'button', action_id: 'a', text: text('x'), ...changes }],
})
const rich = (element: Json) => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements: [element] }],
})

describe('blocks that Slack refuses', () => {
  test.each<readonly [string, string, unknown]>([
    ['51 blocks', 'invalid_blocks', Array(51).fill({ type: 'divider' })],
    ['a section of 3001', 'invalid_blocks', [section('x'.repeat(3001))]],
    ['an empty section', 'invalid_blocks', [section('')]],
    ['a header of 151', 'invalid_blocks', [{ type: 'header', text: text('x'.repeat(151)) }]],
    ['a header in mrkdwn', 'invalid_blocks', [{ type: 'header', text: text('x', 'mrkdwn') }]],
    [
      '11 context elements',
      'invalid_blocks',
      [{ type: 'context', elements: Array(11).fill(text('x')) }],
    ],
    ['11 fields', 'invalid_blocks', [{ type: 'section', fields: Array(11).fill(text('x')) }]],
    ['a field of 2001', 'invalid_blocks', [{ type: 'section', fields: [text('x'.repeat(2001))] }]],
    ['a button of 76', 'invalid_blocks', [button({ text: text('x'.repeat(76)) })]],
    ['a value of 2001', 'invalid_blocks', [button({ value: 'x'.repeat(2001) })]],
    ['a url of 3001', 'invalid_blocks', [button({ url: `https://${'x'.repeat(3000)}` })]],
    ['an action_id of 256', 'invalid_blocks', [button({ action_id: 'x'.repeat(256) })]],
    ['a style of its own', 'invalid_blocks', [button({ style: 'loud' })]],
    ['26 actions', 'invalid_blocks', [{ type: 'actions', elements: buttons(26) }]],
    [
      'an action_id twice',
      'invalid_blocks',
      [{ type: 'actions', elements: [...buttons(1), ...buttons(1)] }],
    ],
    ['a block_id twice', 'invalid_blocks', Array(2).fill({ type: 'divider', block_id: 'b' })],
    ['a block_id of 256', 'invalid_blocks', [{ type: 'divider', block_id: 'x'.repeat(256) }]],
    ['six in an overflow menu', 'invalid_blocks', [menu('overflow', 6)]],
    ['101 in a select', 'invalid_blocks', [menu('static_select', 101)]],
    ['an unknown block', 'invalid_blocks', [{ type: 'marquee' }]],
    ['an input in a message', 'invalid_blocks', [{ type: 'input' }]],
    [
      'an image without alt_text',
      'invalid_blocks',
      [{ type: 'image', image_url: 'https://a.example' }],
    ],
    ['half a character', 'invalid_blocks', [section('\ud800')]],
    ['text that is not escaped', 'invalid_blocks', [section('a & b')]],
    ['a link that is none', 'invalid_blocks', [rich({ type: 'link', url: 'javascript:x' })]],
    ['an unknown rich element', 'invalid_blocks', [rich({ type: 'blink', text: 'x' })]],
    ['an empty rich text', 'invalid_blocks', [{ type: 'rich_text', elements: [] }]],
    ['B60: 13,201 characters', 'msg_blocks_too_long', Array(5).fill(section('x'.repeat(2641)))],
  ])('%s: %s', async (_name, error, blocks) => {
    const slack = await fresh()
    expect(await post(slack, { blocks })).toMatchObject({ ok: false, error })
    expect(slack.messages).toEqual([])
  })

  test('B60: everything at its limit is taken', async () => {
    const slack = await fresh()
    const blocks = [
      ...Array(4).fill(section('x'.repeat(3000))),
      { type: 'header', text: text('x'.repeat(150)) },
      { type: 'actions', elements: buttons(25) },
      ...Array(44).fill({ type: 'divider' }),
    ]
    expect(await post(slack, { blocks })).toMatchObject({ ok: true })
  })
})

function buttons(count: number) {
  return Array.from({ length: count }, (_, at) => ({
    type: 'button',
    action_id: `a${at}`,
    text: text('x'),
  }))
}

function menu(type: string, count: number) {
  const option = { text: text('x'), value: 'x' }
  return {
    type: 'actions',
    elements: [{ type, action_id: 'a', options: Array(count).fill(option) }],
  }
}

describe('posts that Slack refuses', () => {
  test.each<readonly [string, Json]>([
    ['no_text', { text: '' }],
    ['msg_too_long', { text: 'x'.repeat(40_001) }],
    ['channel_not_found', { channel: 'C9999' }],
    ['thread_not_found', { thread_ts: '1.000001' }],
    ['invalid_metadata_format', { metadata: { event_type: 1 } }],
  ])('%s', async (error, args) => {
    expect(await post(await fresh(), args)).toMatchObject({ ok: false, error })
  })

  test('is_archived, not_in_channel, restricted_action, missing_scope', async () => {
    const slack = await fresh()
    const workspace = slack.world.workspaces.get('T0001')
    const channel = workspace?.channels.get('C0001')
    if (!workspace || !channel) throw new Error('no channel')
    channel.isArchived = true
    expect(await post(slack, {})).toMatchObject({ error: 'is_archived' })
    Object.assign(channel, { isArchived: false, isMember: false })
    workspace.scopes.delete('chat:write.public')
    expect(await post(slack, {})).toMatchObject({ error: 'not_in_channel' })
    Object.assign(channel, { isMember: true, refusal: 'restricted_action' })
    expect(await post(slack, {})).toMatchObject({ error: 'restricted_action' })
    workspace.scopes.delete('chat:write')
    expect(await post(slack, {})).toMatchObject({ error: 'missing_scope', needed: 'chat:write' })
  })

  test('with a token that is unknown, revoked, expired or missing', async () => {
    const slack = await fresh()
    const tokens = slack.world.workspaces.get('T0001')?.tokens
    tokens?.set('xoxb-revoked', { untilMs: Number.POSITIVE_INFINITY, revoked: true })
    tokens?.set('xoxb-expired', { untilMs: 0, revoked: false })
    const errors = ['xoxb-what', 'xoxb-revoked', 'xoxb-expired'].map(async (token) => {
      return (await call(slack, 'auth.test', {}, token)).error
    })
    expect(await Promise.all(errors)).toEqual(['invalid_auth', 'token_revoked', 'token_expired'])
  })

  test('more often than about once a second in a channel', async () => {
    const slack = await fresh()
    const answers = []
    for (let n = 0; n < 6; n += 1) answers.push(await post(slack, {}))
    expect(answers.at(-1)).toMatchObject({ status: 429, error: 'ratelimited', retryAfter: '1' })
    expect(await post(slack, { channel: 'C0002' })).toMatchObject({ ok: true })
  })

  test('the same post twice stands there twice: there is no key that would prevent it', async () => {
    const slack = await fresh()
    const metadata = { event_type: 'digest_delivery', event_payload: { id: 'd' } }
    await post(slack, { metadata, client_msg_id: 'same' })
    await post(slack, { metadata, client_msg_id: 'same' })
    expect(slack.messages).toHaveLength(2)
  })
})

describe('history that Slack keeps back', () => {
  test('an app that is sold reads 15 messages once a minute', async () => {
    const slack = await fresh({ isRateLimited: false })
    const workspace = slack.world.workspaces.get('T0001')
    if (workspace) workspace.limitedHistory = true
    for (let n = 0; n < 20; n += 1) await post(slack, {})
    const first = await call(slack, 'conversations.history', { channel: 'C0001', limit: 200 })
    expect(first.messages).toHaveLength(15)
    expect(first.has_more).toBe(true)
    const second = await call(slack, 'conversations.history', { channel: 'C0001' })
    expect(second).toMatchObject({ status: 429, retryAfter: '60' })
  })

  test('shows metadata only when it is asked for, and no replies', async () => {
    const slack = await fresh()
    const metadata = { event_type: 'digest_delivery', event_payload: { id: 'd' } }
    const { ts } = await post(slack, { metadata })
    await post(slack, { thread_ts: ts })
    const plain = await call(slack, 'conversations.history', { channel: 'C0001' })
    expect(plain.messages).toMatchObject([{ ts }])
    expect(JSON.stringify(plain)).not.toContain('digest_delivery')
    const full = await call(slack, 'conversations.history', {
      channel: 'C0001',
      include_all_metadata: true,
    })
    expect(full.messages).toMatchObject([{ metadata }])
  })
})

const modal = (changes: Json = {}) => ({
  type: 'modal',
  title: text('x'),
  blocks: [section('x')],
  ...changes,
})

describe('views that Slack refuses', () => {
  const input = {
    type: 'input',
    label: text('x'),
    element: { type: 'plain_text_input', action_id: 'a' },
  }
  test.each<readonly [string, Json]>([
    ['a title of 25', { title: text('x'.repeat(25)) }],
    ['a submit of 25', { submit: text('x'.repeat(25)) }],
    ['private_metadata of 3001', { private_metadata: 'x'.repeat(3001) }],
    ['101 blocks', { blocks: Array(101).fill({ type: 'divider' }) }],
    ['an input without submit', { blocks: [input] }],
    ['no type', { type: 'page' }],
  ])('%s', async (_name, changes) => {
    const slack = await fresh()
    const triggerId = await triggerOf(slack)
    const opened = await call(slack, 'views.open', { trigger_id: triggerId, view: modal(changes) })
    expect(opened).toMatchObject({ ok: false, error: 'invalid_arguments' })
    expect(slack.modals()).toEqual([])
  })

  test('a trigger that is unknown, used or older than 3 s', async () => {
    let now = Date.now()
    const slack = await fresh({ now: () => now })
    const open = (id: string) => call(slack, 'views.open', { trigger_id: id, view: modal() })
    expect(await open('what')).toMatchObject({ error: 'invalid_trigger' })
    const used = await triggerOf(slack)
    expect(await open(used)).toMatchObject({ ok: true })
    expect(await open(used)).toMatchObject({ error: 'invalid_trigger' })
    const old = await triggerOf(slack)
    now += 3_001
    expect(await open(old)).toMatchObject({ error: 'expired_trigger_id' })
  })

  test('a home of 101 blocks, and an update of a view that is gone', async () => {
    const slack = await fresh()
    const view = { type: 'home', blocks: Array(101).fill({ type: 'divider' }) }
    expect(await call(slack, 'views.publish', { user_id: 'UMEMBER', view })).toMatchObject({
      ok: false,
    })
    const gone = await call(slack, 'views.update', { view_id: 'V0', view: modal() })
    expect(gone).toMatchObject({ error: 'not_found' })
  })

  test('an update over another one’s', async () => {
    const slack = await fresh()
    await call(slack, 'views.open', { trigger_id: await triggerOf(slack), view: modal() })
    const [shown] = slack.modals() as [FakeView]
    const update = { view_id: shown.id, hash: 'old', view: modal() }
    expect(await call(slack, 'views.update', update)).toMatchObject({ error: 'hash_conflict' })
  })
})

/** A trigger of a command that nobody listens to. */
async function triggerOf(slack: FakeSlack): Promise<string> {
  await slack.people.command('/briefing', '')
  return slack.lastTrigger()
}

describe('requests and their answers', () => {
  test('a response_url takes five messages within half an hour', async () => {
    let now = Date.now()
    const slack = await fresh({ now: () => now })
    const url = `http://127.0.0.1:${slack.port}/response/r1`
    const send = async () =>
      (await fetch(url, { method: 'POST', body: JSON.stringify({ text: 'x' }) })).status
    const all = []
    for (let n = 0; n < 6; n += 1) all.push(await send())
    expect(all).toEqual([200, 200, 200, 200, 200, 404])
    const other = url.replace('r1', 'r2')
    const first = await fetch(other, { method: 'POST', body: '{"text":"x"}' })
    now += 1_800_001
    const late = await fetch(other, { method: 'POST', body: '{"text":"x"}' })
    expect([first.status, late.status]).toEqual([200, 404])
  })

  test('an acknowledgement after the time is none', async () => {
    const slack = await fresh({ ackMs: 50 })
    const { url } = await call(slack, 'apps.connections.open', {}, slack.world.app.appToken)
    const socket = new WebSocket(String(url))
    onTestFinished(() => socket.terminate())
    await new Promise((resolve) => socket.once('message', resolve))
    const { ack } = await slack.people.command('/briefing', '')
    expect(ack).toEqual({ kind: 'operation_timeout' })
  })

  test('a socket needs a ticket, good once, of the app’s own token', async () => {
    const slack = await fresh()
    expect(await call(slack, 'apps.connections.open', {})).toMatchObject({ error: 'invalid_auth' })
    const socket = new WebSocket(`ws://127.0.0.1:${slack.port}/link?ticket=none`)
    const failed = await new Promise((resolve) => socket.once('error', resolve))
    expect(String(failed)).toContain('401')
  })

  test('a code or a refresh token is good once, and only with the app’s secret', async () => {
    const slack = await fresh()
    const app = { client_id: '1.2', client_secret: 'client-secret' }
    slack.world.workspaces.get('T0001')?.refreshTokens.add('r')
    const refresh = (changes: Json) =>
      call(slack, 'oauth.v2.access', {
        ...app,
        grant_type: 'refresh_token',
        refresh_token: 'r',
        ...changes,
      })
    expect(await refresh({ client_secret: 'no' })).toMatchObject({ error: 'bad_client_secret' })
    expect(await refresh({ client_id: 'no' })).toMatchObject({ error: 'invalid_client_id' })
    expect(await refresh({})).toMatchObject({ ok: true })
    expect(await refresh({})).toMatchObject({ error: 'invalid_refresh_token' })
    const code = await call(slack, 'oauth.v2.access', { ...app, code: 'no' })
    expect(code).toMatchObject({ error: 'invalid_code' })
  })
})
