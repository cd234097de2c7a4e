import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { CommandDesk } from '../../../../src/domain/command.ts'
import type { Mount } from '../../../../src/support/inbound.ts'
import { signature } from '../../../fakes/slack/http-mode.ts'
import { askButton, deskThat, freshSlack, platformOn, said, until } from '../slack-fixture.ts'

const secret = 'signing-secret-of-tests'

/** Slack's half on a server of its own, as the web server mounts it. */
async function mounted(desk: CommandDesk) {
  const slack = await freshSlack()
  const platform = platformOn(slack, { settings: { signingSecret: secret } })
  await platform.start(desk)
  const [mount] = platform.mounts
  if (!mount) throw new Error('nothing is mounted')
  const url = await serve(mount)
  slack.deliverTo(url)
  return { slack, mount }
}

async function serve(mount: Mount): Promise<string> {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const reply = await mount.respond({
      method: request.method ?? '',
      url: request.url ?? '',
      headers: request.headers as Record<string, string>,
      body: Buffer.concat(chunks),
    })
    response.writeHead(reply.status, reply.headers).end(reply.body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}${mount.path}`
}

describe('over HTTP', () => {
  test('a command is acknowledged at once and answered', async () => {
    const desk = deskThat(() => said('Three stories.'))
    const { slack } = await mounted(desk)
    const exchange = await slack.people.command('/briefing', '')
    expect(exchange.ack).toMatchObject({ kind: 'acked', payload: {} })
    await until(() => exchange.responses().length === 1)
  })

  test('buttons, events and forms arrive as they do over sockets', async () => {
    const desk = deskThat(() => said('Yes.'))
    const { slack } = await mounted(desk)
    await slack.people.press(
      { actionId: `press:${askButton.id}`, value: askButton.id },
      { ts: '1.1' },
    )
    await until(() => desk.calls.length === 1)
    const mention = {
      type: 'app_mention',
      user: 'UMEMBER',
      text: 'hi',
      ts: '3.3',
      channel: 'C0001',
    }
    await slack.people.event(mention, {}, 'Ev1')
    await until(() => desk.calls.length === 2)
    expect(desk.calls.map(({ command }) => command)).toEqual(['press', 'ask'])
  })

  test('the address is proven to Slack', async () => {
    const { mount } = await mounted(deskThat())
    const reply = await mount.respond(signed('{"type":"url_verification","challenge":"abc"}'))
    expect(reply).toMatchObject({ status: 200, body: '{"challenge":"abc"}' })
  })
})

const seconds = () => Math.floor(Date.now() / 1000)

function signed(
  text: string,
  changes: { readonly at?: number; readonly secret?: string; readonly sent?: string } = {},
) {
  const at = changes.at ?? seconds()
  return {
    method: 'POST',
    url: '/slack/events',
    headers: {
      'content-type': 'application/json',
      'x-slack-request-timestamp': String(at),
      'x-slack-signature': signature(changes.secret ?? secret, at, text),
    },
    body: Buffer.from(changes.sent ?? text),
  }
}

const event = JSON.stringify({
  type: 'event_callback',
  team_id: 'T0001',
  event_id: 'Ev1',
  event: { type: 'app_mention', user: 'UMEMBER', text: 'hi', ts: '3.3', channel: 'C0001' },
})

describe('B57: a forged request does no work', () => {
  const unsigned = { ...signed(event), headers: { 'content-type': 'application/json' } }
  test.each([
    ['no signature', unsigned, 401],
    ['a wrong signature', signed(event, { secret: 'wrong' }), 401],
    ['a body changed since', signed(event, { sent: event.replace('hi', 'ho') }), 401],
    ['301 s old', signed(event, { at: seconds() - 301 }), 401],
    ['301 s in the future', signed(event, { at: seconds() + 302 }), 401],
    ['an unsigned ssl_check', { ...unsigned, body: Buffer.from('ssl_check=2') }, 401],
    ['10 MB', { ...signed(event), body: Buffer.alloc(10_000_000) }, 413],
    ['a GET', { ...signed(event), method: 'GET' }, 405],
  ])('%s', async (_name, request, status) => {
    const desk = deskThat()
    const { mount } = await mounted(desk)
    expect(await mount.respond(request)).toEqual({ status })
    expect(desk.calls).toEqual([])
  })

  test('replayed: the first time alone counts', async () => {
    const desk = deskThat()
    const { mount } = await mounted(desk)
    const request = signed(event)
    expect(await mount.respond(request)).toEqual({ status: 200 })
    expect(await mount.respond(request)).toEqual({ status: 401 })
    await until(() => desk.calls.length === 1)
  })

  test('signed but no JSON', async () => {
    const { mount } = await mounted(deskThat())
    expect(await mount.respond(signed('{'))).toEqual({ status: 400 })
  })
})
