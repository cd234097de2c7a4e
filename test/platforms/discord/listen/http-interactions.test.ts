import { sign } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { DiscordPlatform } from '../../../../src/platforms/discord/discord-platform.ts'
import { type FakeDiscord, startFakeDiscord } from '../../../fakes/discord/fake-discord.ts'
import {
  answered,
  registered,
  startable,
  type TestDesk,
  testDesk,
  until,
  wordsOf,
} from './stage.ts'

let discord: FakeDiscord
let platform: DiscordPlatform
let desk: TestDesk

beforeEach(async () => {
  discord = await startFakeDiscord({ isRateLimited: false })
  platform = startable(discord, { publicKey: discord.world.publicKey })
  desk = testDesk()
  await platform.start(desk)
  await registered(discord)
})
afterEach(async () => {
  await platform.stop()
  await discord.close()
})

const ping = JSON.stringify({ id: '1', type: 1 })

function request(body: string, at = Date.now(), changes: Readonly<Record<string, string>> = {}) {
  const timestamp = String(Math.floor(at / 1000))
  const signature = sign(null, Buffer.from(timestamp + body), discord.world.privateKey).toString(
    'hex',
  )
  const headers = {
    'x-signature-timestamp': timestamp,
    'x-signature-ed25519': signature,
    ...changes,
  }
  return { method: 'POST', url: '/discord/interactions', headers, body: Buffer.from(body) }
}

const respond = (asked: ReturnType<typeof request>) => {
  const [mount] = platform.mounts
  if (!mount) throw new Error('no mount')
  return mount.respond(asked)
}

describe('B57: a request over HTTP', () => {
  test('that Discord signed is answered', async () => {
    expect(await respond(request(ping))).toMatchObject({ status: 200, body: '{"type":1}' })
  })

  test.each([
    ['no signature', () => request(ping, undefined, { 'x-signature-ed25519': '' })],
    [
      'a wrong signature',
      () => request(ping, undefined, { 'x-signature-ed25519': 'ab'.repeat(64) }),
    ],
    [
      'another timestamp',
      () => request(ping, undefined, { 'x-signature-timestamp': '1764658800' }),
    ],
    ['an old timestamp', () => request(ping, Date.now() - 301_000)],
    ['a future timestamp', () => request(ping, Date.now() + 302_000)],
    ['a changed body', () => ({ ...request(ping), body: Buffer.from(`${ping} `) })],
  ])('with %s is refused', async (_name, forged) => {
    expect(await respond(forged())).toEqual({ status: 401 })
    expect(desk.calls).toEqual([])
  })

  test('of ten megabytes, by another method or without sense is refused', async () => {
    expect(await respond({ ...request(ping), body: Buffer.alloc(10_000_000) })).toEqual({
      status: 413,
    })
    expect(await respond({ ...request(ping), method: 'GET' })).toEqual({ status: 405 })
    expect(await respond(request('no JSON'))).toEqual({ status: 400 })
  })

  test('that is played again acts once', async () => {
    const asked = request(
      JSON.stringify({
        id: '5',
        token: 't',
        application_id: '9',
        type: 3,
        data: { custom_id: 'p:abc' },
      }),
    )
    expect(await respond(asked)).toMatchObject({ status: 200 })
    expect(await respond(asked)).toMatchObject({ status: 202 })
    expect(desk.calls).toHaveLength(1)
  })
})

test('people reach the desk without any gateway', async () => {
  const web: Server = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = []
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
    incoming.on('end', () => {
      const headers = incoming.headers as Record<string, string | undefined>
      void platform.mounts[0]
        ?.respond({ method: 'POST', url: incoming.url ?? '', headers, body: Buffer.concat(chunks) })
        .then(({ status, body }) => outgoing.writeHead(status).end(body))
    })
  })
  web.listen(0, '127.0.0.1')
  await until(() => web.listening)
  discord.deliverTo(`http://127.0.0.1:${(web.address() as AddressInfo).port}/discord/interactions`)
  const asked = await answered(discord.people.command('briefing now'))
  expect(wordsOf(discord.state.messages.get(asked.originalId ?? ''))).toContain('Three stories.')
  const typing = await answered(discord.people.type('feeds remove', 'feed', 'x'))
  expect(typing.answer?.type).toBe(8)
  expect(discord.log.entries.some(({ kind }) => kind === 'gateway connected')).toBe(false)
  web.close()
})
