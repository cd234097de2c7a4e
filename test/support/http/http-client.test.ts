import { readFileSync } from 'node:fs'
import { rootCertificates, setDefaultCACertificates } from 'node:tls'
import { brotliCompressSync, gzipSync, zstdCompressSync } from 'node:zlib'
import { afterAll, describe, expect, test } from 'vitest'
import { clientFor, serve, serveBytes, testUserAgent } from './local-server.ts'

const limits = { maxBytes: 5_000_000 }
const text = (body: Uint8Array) => Buffer.from(body).toString()

describe('an answer', () => {
  test('comes with its headers, its address and the bytes it took', async () => {
    await using server = await serve((_, response) => {
      response.setHeader('etag', '"one"').end('hello')
    })
    await using client = clientFor(server)
    const outcome = await client.get('https://publisher.example/feed', limits)
    expect(outcome).toMatchObject({
      kind: 'ok',
      status: 200,
      url: 'https://publisher.example/feed',
      redirects: [],
      bytesOnWire: 5,
    })
    expect(outcome.kind === 'ok' && outcome.headers.etag).toBe('"one"')
    expect(outcome.kind === 'ok' && text(outcome.body)).toBe('hello')
  })

  test.each([
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
    ['zstd', zstdCompressSync],
  ] as const)('packed with %s is unpacked', async (encoding, pack) => {
    await using server = await serve((_, response) => {
      response.setHeader('content-encoding', encoding).end(pack('hello '.repeat(1000)))
    })
    await using client = clientFor(server)
    const outcome = await client.get('http://publisher.example/', limits)
    expect(outcome.kind === 'ok' && text(outcome.body)).toBe('hello '.repeat(1000))
    expect(outcome.kind === 'ok' && outcome.bytesOnWire).toBeLessThan(200)
  })

  test('of 304 is the word that nothing changed', async () => {
    await using server = await serve((_, response) => void response.writeHead(304).end())
    await using client = clientFor(server)
    expect((await client.get('http://publisher.example/', limits)).kind).toBe('not-modified')
  })

  test('of 429 keeps its headers', async () => {
    await using server = await serve((_, response) => {
      response.writeHead(429, { 'retry-after': '120' }).end('slow down')
    })
    await using client = clientFor(server)
    expect(await client.get('http://publisher.example/', limits)).toMatchObject({
      kind: 'bad-status',
      status: 429,
      headers: { 'retry-after': '120' },
    })
  })
})

test('a request says who asks and what it can read, and carries no cookie and no referrer', async () => {
  let seen: NodeJS.Dict<string | string[]> = {}
  await using server = await serve((request, response) => {
    seen = request.headers
    response.setHeader('set-cookie', 'id=1').end('x')
  })
  await using client = clientFor(server)
  await client.get('http://publisher.example/', limits)
  await client.get('http://publisher.example/', limits)
  expect(seen).toEqual({
    host: 'publisher.example',
    connection: 'keep-alive',
    'user-agent': testUserAgent,
    accept: '*/*',
    'accept-encoding': 'gzip, br, zstd',
  })
})

test('a post sends JSON and follows no redirect', async () => {
  const bodies: string[] = []
  await using server = await serve(async (request, response) => {
    for await (const chunk of request) bodies.push(String(chunk))
    response.writeHead(bodies.length === 1 ? 200 : 307, { location: '/elsewhere' }).end()
  })
  await using client = clientFor(server)
  const post = () => client.postJson('https://publisher.example/', { a: 1 }, limits)
  expect(await post()).toMatchObject({ kind: 'ok' })
  expect(await post()).toMatchObject({ kind: 'refused', why: 'too many redirects' })
  expect(bodies).toEqual(['{"a":1}', '{"a":1}'])
})

describe('a name that nobody resolves', () => {
  test('and a refused network are told in the same words', async () => {
    await using server = await serve((_, response) => void response.end())
    await using lost = clientFor(server, {
      resolve: () => Promise.reject(Object.assign(new Error('no'), { code: 'ENOTFOUND' })),
    })
    await using inner = clientFor(server, { resolve: async () => ['10.0.0.1'] })
    const none = await lost.get('http://other.example/', limits)
    const refused = await inner.get('http://other.example/', limits)
    expect(none).toMatchObject({ kind: 'failed', why: 'name' })
    expect(refused).toMatchObject({ kind: 'refused', why: 'network' })
    expect('sentence' in none && none.sentence).toBe('sentence' in refused && refused.sentence)
  })
})

describe('B41: an answer that is broken', () => {
  test.each<[string, string, string]>([
    ['that is no HTTP', 'SSH-2.0-OpenSSH_9.6\r\n', 'protocol'],
    ['that ends early', 'HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nshort', 'connection'],
    ['with 200 KB of headers', `HTTP/1.1 200 OK\r\nX: ${'a'.repeat(200_000)}\r\n\r\n`, 'protocol'],
    ['with an unknown packing', 'HTTP/1.1 200 OK\r\nContent-Encoding: rot13\r\n\r\nx', 'encoding'],
    [
      'packed fifty times',
      `HTTP/1.1 200 OK\r\nContent-Encoding: ${'gzip,'.repeat(50)}\r\n\r\nx`,
      'encoding',
    ],
    ['with a false packing', 'HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\nplain', 'encoding'],
  ])('%s is a failure with a reason', async (_name, answer, why) => {
    await using server = await serveBytes((socket) => socket.end(answer))
    await using client = clientFor(server)
    expect(await client.get('http://publisher.example/', limits)).toMatchObject({
      kind: 'failed',
      why,
    })
  })

  test('cut off inside its packing is a failure', async () => {
    const packed = gzipSync('hello '.repeat(100_000)).subarray(0, 200)
    await using server = await serve((_, response) => {
      response.setHeader('content-encoding', 'gzip').end(packed)
    })
    await using client = clientFor(server)
    const outcome = await client.get('http://publisher.example/', limits)
    expect(outcome).toMatchObject({ kind: 'failed', why: 'encoding' })
  })

  test('with more body than its length says gives only what it says', async () => {
    await using server = await serveBytes((socket) =>
      socket.end('HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello and more'),
    )
    await using client = clientFor(server)
    const outcome = await client.get('http://publisher.example/', limits)
    if (outcome.kind === 'ok') expect(text(outcome.body)).toBe('hello')
    else expect(outcome).toMatchObject({ kind: 'failed' })
  })
})

describe('B45: a certificate', () => {
  const tls = (name: string) => readFileSync(`${import.meta.dirname}/../../fixtures/tls/${name}`)
  setDefaultCACertificates([...rootCertificates, tls('ca.pem').toString()])
  afterAll(() => setDefaultCACertificates(rootCertificates))
  const ask = async (certificate: string, host: string, more = {}) => {
    await using server = await serve((_, response) => void response.end('x'), {
      cert: tls(certificate),
      key: tls('server.key'),
      ...more,
    })
    const at = { address: '127.0.0.1', port: server.port, protocol: 'https:' } as const
    await using client = clientFor(server, { fixedAddresses: new Map([[host, at]]) })
    return await client.get(`https://${host}/`, limits)
  }

  test('that is good lets the answer through', async () => {
    expect(await ask('good.pem', 'publisher.example')).toMatchObject({ kind: 'ok' })
  })

  test.each([
    ['expired.pem', 'publisher.example', 'The certificate of the server has expired.'],
    ['good.pem', 'other.example', 'The certificate of the server is for another name.'],
    ['self-signed.pem', 'publisher.example', 'The certificate of the server is self-signed.'],
  ])('%s on %s is named as the cause', async (certificate, host, sentence) => {
    expect(await ask(certificate, host)).toMatchObject({
      kind: 'failed',
      why: 'certificate',
      sentence,
    })
  })

  test('behind TLS 1.1 only is refused with the cause', async () => {
    const old = { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' }
    expect(await ask('good.pem', 'publisher.example', old)).toMatchObject({
      kind: 'failed',
      why: 'certificate',
    })
  })
})
