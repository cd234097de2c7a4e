import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { systemClock } from '../../../src/support/clock.ts'
import {
  allGuards,
  createGuardedClient,
  type Guards,
  type HttpClientOptions,
} from '../../../src/support/http/http-client.ts'
import type { FetchOutcome } from '../../../src/support/http/outcome.ts'
import { parseUrl } from '../../../src/support/http/url-guard.ts'
import { serve, serveBytes, testUserAgent } from './local-server.ts'

/*
 * Each guard is met by the attack that it is for, twice: as it stands in the product, and taken out. The attack has to
 * fail the first time and to succeed the second, so that a guard that has lost its effect is noticed.
 */

const limits = { maxBytes: 100_000, deadlineMs: 1_500 }
const anything = () => true

type Setting = Partial<HttpClientOptions>

async function attack(
  address: string,
  guards: (all: Guards) => Guards,
  setting: Setting,
  request: { readonly headers?: Readonly<Record<string, string>> } = {},
): Promise<FetchOutcome> {
  const options = { userAgent: testUserAgent, clock: systemClock, ...setting }
  const client = createGuardedClient(options, guards(allGuards(options)))
  try {
    return await client.get(address, { ...limits, ...request })
  } finally {
    await client.close()
  }
}

const whole = (all: Guards) => all
const secret = () => serve((_, response) => void response.end('inner secret'))

describe('B31: the guard of literal addresses', () => {
  const without = (all: Guards): Guards => ({
    ...all,
    dial: { ...all.dial, literal: anything, peer: anything },
  })

  test('keeps the loopback out; without it the secret is read', async () => {
    await using inner = await secret()
    const address = `http://127.0.0.1:${inner.port}/`
    const setting = { ports: [inner.port] }
    expect(await attack(address, whole, setting)).toMatchObject({ kind: 'refused', why: 'network' })
    expect(inner.connections()).toBe(0)
    expect(await attack(address, without, setting)).toMatchObject({ kind: 'ok' })
  })
})

describe('B34: the guard of resolved addresses', () => {
  const without = (all: Guards): Guards => ({
    ...all,
    dial: { ...all.dial, resolved: anything, peer: anything },
  })

  test.each([
    ['only private addresses', ['127.0.0.1']],
    ['a public and a private address', ['127.0.0.1', '1.1.1.1']],
  ])('refuses a name with %s; without it the secret is read', async (_name, addresses) => {
    await using inner = await secret()
    const address = `http://publisher.example:${inner.port}/`
    const setting = { ports: [inner.port], resolve: async () => addresses }
    expect(await attack(address, whole, setting)).toMatchObject({ kind: 'refused', why: 'network' })
    expect(inner.connections()).toBe(0)
    expect(await attack(address, without, setting)).toMatchObject({ kind: 'ok' })
  })

  test('B35: resolves once for a connection, so that a name cannot change between check and dial', async () => {
    await using inner = await secret()
    for (let turn = 0; turn < 1000; turn += 1) {
      let asked = 0
      const resolve = async () => (asked++ % 2 === 0 ? ['203.0.113.1'] : ['127.0.0.1'])
      const options = { userAgent: testUserAgent, clock: systemClock, ports: [inner.port], resolve }
      const client = createGuardedClient(options, allGuards(options))
      const giveUp = AbortSignal.timeout(turn < 5 ? 50 : 2)
      await client.get(`http://rebinding.example:${inner.port}/`, { ...limits, signal: giveUp })
      await client.close()
      expect(asked).toBeLessThanOrEqual(1)
    }
    expect(inner.connections()).toBe(0)
  })
})

describe('the guard of the peer', () => {
  const blind = (all: Guards): Guards => ({ ...all, dial: { ...all.dial, resolved: anything } })
  const without = (all: Guards): Guards => ({
    ...blind(all),
    dial: { ...blind(all).dial, peer: anything },
  })

  test('closes a connection that ended in a private network after all', async () => {
    await using inner = await secret()
    const address = `http://publisher.example:${inner.port}/`
    const setting = { ports: [inner.port], resolve: async () => ['127.0.0.1'] }
    expect(await attack(address, blind, setting)).toMatchObject({ kind: 'refused', why: 'network' })
    expect(await attack(address, without, setting)).toMatchObject({ kind: 'ok' })
  })
})

describe('the guard of addresses as written', () => {
  const without = (all: Guards): Guards => ({
    ...all,
    url: (text) => {
      const url = parseUrl(text)
      return url ? { kind: 'fine', url } : { kind: 'refused', why: 'address' }
    },
  })

  test('keeps to the usual ports; without it any service can be spoken to', async () => {
    await using inner = await secret()
    const address = `http://127.0.0.1:${inner.port}/`
    const setting = { allowNetworks: ['127.0.0.0/8'] }
    expect(await attack(address, whole, setting)).toMatchObject({ kind: 'refused', why: 'port' })
    expect(await attack(address, without, setting)).toMatchObject({ kind: 'ok' })
  })

  test('refuses names that only a private network knows', async () => {
    await using inner = await secret()
    const setting = {
      fixedAddresses: new Map([
        ['intranet', { address: '127.0.0.1', port: inner.port, protocol: 'http:' as const }],
      ]),
    }
    expect(await attack('http://intranet/', whole, setting)).toMatchObject({ why: 'name' })
    expect(await attack('http://intranet/', without, setting)).toMatchObject({ kind: 'ok' })
  })
})

/** One public name, served from the loopback. */
const publisher = (port: number): Setting => ({
  fixedAddresses: new Map([
    ['publisher.example', { address: '127.0.0.1', port, protocol: 'http:' }],
    ['other.example', { address: '127.0.0.1', port, protocol: 'http:' }],
  ]),
})

describe('B36: the guards of redirects', () => {
  const withRules = (rules: Partial<Guards['redirects']>) => (all: Guards) => ({
    ...all,
    redirects: { ...all.redirects, ...rules },
  })
  const redirecting = (location: string) =>
    serve((request, response) => {
      if (request.url === '/') response.writeHead(302, { location }).end()
      else response.end('inner secret')
    })

  test('check every hop; without it a redirect reaches a forbidden port', async () => {
    await using inner = await secret()
    await using outer = await redirecting(`http://127.0.0.1:${inner.port}/x`)
    const setting = { ...publisher(outer.port), allowNetworks: ['127.0.0.0/8'] }
    const ask = (guards: (all: Guards) => Guards) =>
      attack('http://publisher.example/', guards, setting)
    expect(await ask(whole)).toMatchObject({ kind: 'refused', why: 'port' })
    expect(await ask(withRules({ isEveryHopChecked: false }))).toMatchObject({ kind: 'ok' })
  })

  test.each(['http://127.0.0.1/', 'http://[::1]/', 'file:///etc/passwd', 'gopher://a.example/'])(
    'refuse to be led to %s',
    async (location) => {
      await using outer = await redirecting(location)
      const outcome = await attack('http://publisher.example/', whole, publisher(outer.port))
      expect(outcome).toMatchObject({ kind: 'refused' })
    },
  )

  test('end after five hops and at a loop', async () => {
    await using outer = await serve((request, response) => {
      const hop = Number(request.url?.slice(1))
      response.writeHead(302, { location: `/${hop + 1}` }).end()
    })
    await using loop = await redirecting('/')
    const ask = (guards: (all: Guards) => Guards) =>
      attack('http://publisher.example/0', guards, publisher(outer.port))
    const refused = await ask(whole)
    expect(refused).toMatchObject({ kind: 'refused', why: 'too many redirects' })
    expect('redirects' in refused && refused.redirects).toHaveLength(5)
    const more = await ask(withRules({ maxHops: 9 }))
    expect('redirects' in more && more.redirects).toHaveLength(9)
    expect(await attack('http://publisher.example/', whole, publisher(loop.port))).toMatchObject({
      kind: 'refused',
      why: 'redirect loop',
    })
  })

  test('refuse to leave https for http', async () => {
    await using outer = await redirecting('http://publisher.example/x')
    const ask = (guards: (all: Guards) => Guards) =>
      attack('https://publisher.example/', guards, publisher(outer.port))
    expect(await ask(whole)).toMatchObject({ kind: 'refused', why: 'downgrade' })
    expect(await ask(withRules({ isDowngradeRefused: false }))).toMatchObject({ kind: 'ok' })
  })

  test('take credentials along to no other origin', async () => {
    let seen: string | undefined
    await using outer = await serve((request, response) => {
      if (request.url !== '/') seen = request.headers.authorization
      if (request.url === '/') response.writeHead(302, { location: 'http://other.example/x' })
      response.end()
    })
    const headers = { authorization: 'Bearer planted' }
    const ask = (guards: (all: Guards) => Guards) =>
      attack('http://publisher.example/', guards, publisher(outer.port), { headers })
    await ask(whole)
    expect(seen).toBeUndefined()
    await ask(withRules({ isAuthorizationDropped: false }))
    expect(seen).toBe('Bearer planted')
  })
})

describe('the limits of an answer', () => {
  test('B39: count what comes out of the packing; without it a bomb unfolds', async () => {
    const bomb = gzipSync(Buffer.alloc(20_000_000))
    await using server = await serve((_, response) => {
      response.setHeader('content-encoding', 'gzip').end(bomb)
    })
    const ask = (guards: (all: Guards) => Guards) =>
      attack('http://publisher.example/', guards, publisher(server.port))
    expect(await ask(whole)).toMatchObject({ kind: 'failed', why: 'too large' })
    const unfolded = await ask((all) => ({ ...all, isSizeKept: false, isDeadlineKept: false }))
    expect(unfolded.kind === 'ok' && unfolded.body.length).toBe(20_000_000)
  })

  test('B40: allow two layers of packing and no third', async () => {
    const packed = gzipSync(gzipSync(gzipSync('x')))
    await using server = await serve((_, response) => {
      response.setHeader('content-encoding', 'gzip, gzip, gzip').end(packed)
    })
    const ask = (guards: (all: Guards) => Guards) =>
      attack('http://publisher.example/', guards, publisher(server.port))
    expect(await ask(whole)).toMatchObject({ kind: 'failed', why: 'encoding' })
    expect(await ask((all) => ({ ...all, maxEncodings: 3 }))).toMatchObject({ kind: 'ok' })
  })

  test('B41: hold the headers to 16 KB', async () => {
    await using server = await serveBytes((socket) => {
      socket.end(`HTTP/1.1 200 OK\r\nX: ${'a'.repeat(20_000)}\r\nContent-Length: 1\r\n\r\nx`)
    })
    const ask = (guards: (all: Guards) => Guards) =>
      attack('http://publisher.example/', guards, publisher(server.port))
    expect(await ask(whole)).toMatchObject({ kind: 'failed', why: 'protocol' })
    expect(await ask((all) => ({ ...all, maxHeaderBytes: 65_536 }))).toMatchObject({ kind: 'ok' })
  })

  test('B41: end a drip at the deadline; without it the drip goes on', async () => {
    await using server = await serveBytes((socket) => {
      socket.write('HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n')
      const drip = setInterval(() => socket.write('x'), 250)
      socket.on('close', () => clearInterval(drip))
    })
    const ask = (guards: (all: Guards) => Guards) =>
      attack('http://publisher.example/', guards, publisher(server.port))
    expect(await ask(whole)).toMatchObject({ kind: 'failed', why: 'timeout' })
    expect(await ask((all) => ({ ...all, isDeadlineKept: false }))).toMatchObject({ kind: 'ok' })
  })
})

describe('behind the operator’s proxy', () => {
  test('private addresses that are written out are refused still', async () => {
    await using proxy = await secret()
    const setting = { proxyUrl: `http://127.0.0.1:${proxy.port}` }
    const outcome = await attack('http://10.0.0.1/', whole, setting)
    expect(outcome).toMatchObject({ kind: 'refused', why: 'network' })
    expect(proxy.connections()).toBe(0)
  })
})
