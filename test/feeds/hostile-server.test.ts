import type { ServerResponse } from 'node:http'
import { brotliCompressSync, gzipSync, zstdCompressSync } from 'node:zlib'
import { afterAll, describe, expect, test } from 'vitest'
import { createParserPool } from '../../src/feeds/parser-pool.ts'
import type { PollOutcome } from '../../src/feeds/poll-feed.ts'
import { systemClock } from '../../src/support/clock.ts'
import { dayMs, hourMs, minuteMs, polledFeed, startAt } from './poll/polling.ts'

/*
 * Answers of a hostile server, each polled through the whole of it: the guarded client, the parsers in their worker, the
 * naming of items, what is left for the next poll. The numbers are those of our list of bad inputs.
 */

const parser = createParserPool({ workers: 1, heapMb: 256, deadlineMs: 5000, clock: systemClock })
afterAll(() => parser.stop())

const channel = (items: string, prolog = '') =>
  `${prolog}<rss version="2.0"><channel><title>Wire</title><link>https://publisher.example/</link>${items}</channel></rss>`
const item = (inner: string, name = 'One') => `<item><title>${name}</title>${inner}</item>`
const guid = (name: string | number) => `<guid>${name}</guid>`
const items = (count: number, inner = (at: number) => guid(at)) =>
  Array.from({ length: count }, (_, at) => item(inner(at), `Item ${at}`)).join('')

type Said = string | Uint8Array | ((response: ServerResponse) => void)

function say(response: ServerResponse, said: Said): void {
  if (typeof said === 'function') said(response)
  else response.end(said)
}

/** One poll of a server that says this. */
async function pollOf(said: Said) {
  await using feed = await polledFeed((_, response) => say(response, said), { tools: { parser } })
  const outcome = await feed.poll()
  return { outcome, requests: feed.requests.length, waitMs: feed.waitMs() }
}

/** The items that a poll brings after a first, quiet look. */
async function newsOf(...later: readonly Said[]) {
  const all: readonly Said[] = [channel(item(guid('before'), 'Before')), ...later]
  let at = 0
  await using feed = await polledFeed((_, response) => say(response, all[at] ?? ''), {
    tools: { parser },
  })
  let outcome = await feed.poll()
  for (at = 1; at < all.length; at++) outcome = await feed.pollWhenDue()
  return { outcome, items: outcome.kind === 'read' ? outcome.items : [], state: feed.state() }
}

const titles = (outcome: PollOutcome) =>
  outcome.kind === 'read' ? outcome.items.map(({ article }) => article.title) : []

describe('entities and document types', () => {
  const laughs = Array.from(
    { length: 9 },
    (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`,
  ).join('')
  test.each([
    ['B01', `<!DOCTYPE r [<!ENTITY l0 "ha">${laughs}]>`, '&l9;'],
    ['B02', `<!DOCTYPE r [<!ENTITY a "${'a'.repeat(50_000)}">]>`, '&a;'.repeat(5000)],
    ['B03', '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>', '&x;'],
    ['B03', '<!DOCTYPE r [<!ENTITY x SYSTEM "http://169.254.169.254/">]>', '&x;'],
    ['B04', '<!DOCTYPE rss><!DOCTYPE r [<!ENTITY a "b">]>', '&a;'],
  ])('%s: a feed that declares its own is not read', async (_id, prolog, title) => {
    const { outcome, requests } = await pollOf(channel(item('', title), prolog))
    expect(outcome).toMatchObject({ kind: 'failed', sentence: expect.stringContaining('DTD') })
    expect(requests).toBe(1)
  })

  test('B05: a million numeric ones are read or refused within the limits', async () => {
    const { outcome } = await pollOf(channel(item('', '&#65;'.repeat(900_000))))
    expect(['read', 'failed']).toContain(outcome.kind)
  })
})

describe('shapes', () => {
  test('B06: 100,000 nested elements are refused as too deep', async () => {
    const { outcome } = await pollOf(channel(item('<a>'.repeat(100_000))))
    expect(outcome).toMatchObject({
      kind: 'failed',
      sentence: 'The feed is nested too deeply to be read.',
    })
  })

  test('B07: 100,000 attributes on one element end in an outcome', async () => {
    const attributes = Array.from({ length: 100_000 }, (_, at) => `a${at}="1"`).join(' ')
    expect(['read', 'failed']).toContain(
      (await pollOf(channel(`<x ${attributes}/>${items(1)}`))).outcome.kind,
    )
  })

  test('B08: names that every object has change no object', async () => {
    const xml = channel(
      item(
        '<__proto__><polluted>1</polluted></__proto__><constructor><prototype><polluted>1</polluted></prototype></constructor>',
      ),
    )
    const json =
      '{"version":"https://jsonfeed.org/version/1.1","title":"x","items":[{"id":"1","title":"a","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}]}'
    for (const body of [xml, json]) expect((await pollOf(body)).outcome.kind).toBe('read')
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })

  test('B14: of 50,000 items the newest 200 get their text, and the feed is read', async () => {
    const many = Array.from(
      { length: 50_000 },
      (_, at) => `<item><guid>${at}</guid><title>${at}</title></item>`,
    ).join('')
    const { outcome } = await pollOf(channel(many))
    expect(outcome.kind).toBe('read')
    expect(titles(outcome).length).toBeLessThanOrEqual(5000)
    const told =
      outcome.kind === 'read'
        ? outcome.items.filter(({ sightings }) => sightings[0]?.fingerprint !== '')
        : []
    expect(told).toHaveLength(200)
  })
})

describe('bodies that are no whole feed', () => {
  test.each([
    ['inside an item', channel(items(3)).slice(0, -60)],
    [
      'inside CDATA',
      `${channel(items(2)).replace('</channel></rss>', '')}<item><title><![CDATA[cut`,
    ],
  ])('B09: one cut off %s gives its complete items and is not given up', async (_name, body) => {
    const { outcome } = await pollOf(body)
    expect(titles(outcome).length).toBeGreaterThanOrEqual(2)
    expect(outcome.state.disabled).toBeUndefined()
  })

  test('B10: a login page is no feed, and its validators are not kept', async () => {
    const { outcome } = await pollOf((response) => {
      response
        .setHeader('etag', '"login"')
        .end('<!doctype html><html><body><form>Log in</form></body></html>')
    })
    expect(outcome).toMatchObject({
      kind: 'failed',
      sentence: 'The address answers with a web page, not with a feed.',
    })
    expect(outcome.state.validators).toEqual({ etag: undefined, lastModified: undefined })
  })

  test.each([
    ['nothing', ''],
    ['white space', ' \n '],
    ['a byte order mark', '\uFEFF'],
  ])('B11: %s is a failure, and nothing is seen', async (_name, body) => {
    const { outcome } = await pollOf(body)
    expect(outcome).toMatchObject({ kind: 'failed', sentence: 'The answer is empty.' })
  })
})

describe('encodings', () => {
  const utf16 = Buffer.from(`\uFEFF${channel(item(guid(1), 'Žluťoučký'))}`, 'utf16le')
  const cyrillic = Buffer.from(
    channel(item(guid(1), 'XXXX'), '<?xml version="1.0" encoding="windows-1251"?>'),
    'latin1',
  )
  cyrillic.set([0xcc, 0xee, 0xf1, 0xf2], cyrillic.indexOf('XXXX'))
  test.each<[string, Uint8Array, string]>([
    ['UTF-16 with a mark', utf16, 'Žluťoučký'],
    ['a declared windows-1251', cyrillic, 'Мост'],
  ])('B12: %s is decoded', async (_name, body, title) => {
    expect(titles((await pollOf(body)).outcome)).toEqual([title])
  })

  test('B12: bytes that are UTF-8 are read as that, whatever the header says', async () => {
    const { outcome } = await pollOf((response) => {
      response
        .setHeader('content-type', 'application/rss+xml; charset=iso-8859-1')
        .end(channel(item(guid(1), 'Brücke')))
    })
    expect(titles(outcome)).toEqual(['Brücke'])
  })

  test('B13: references to no character are dropped or replaced', async () => {
    const [title = ''] = titles(
      (await pollOf(channel(item(guid(1), 'a&#0;b&#xD800;c&#x110000;d')))).outcome,
    )
    expect(title.isWellFormed()).toBe(true)
    expect(title.replace(/[^a-d]/g, '')).toBe('abcd')
  })
})

describe('identity', () => {
  test('B15: an item without guid, link and date is known by its words; one that says nothing is left out', async () => {
    const { items: news } = await newsOf(channel(`${item('', 'Only a title')}<item></item>`))
    expect(news.map(({ article }) => article.title)).toEqual(['Only a title'])
  })

  test('B16: 500 items with one guid are one, with a warning', async () => {
    const same = Array.from(
      { length: 500 },
      () => '<item><guid>same</guid><title>Same</title></item>',
    ).join('')
    const { outcome } = await pollOf(channel(same))
    expect(titles(outcome)).toEqual(['Same'])
    expect(outcome.kind === 'read' && outcome.warnings.join()).toContain('share one guid')
  })

  test('B17: a feed that changes every guid at once brings nothing again', async () => {
    const day = `<pubDate>${new Date(startAt).toUTCString()}</pubDate>`
    const feed = (kind: string) =>
      channel(
        items(
          20,
          (at) =>
            `${guid(`${kind}${at}`)}<link>https://publisher.example/${kind}/${at}</link>${day}`,
        ),
      )
    const { items: again } = await newsOf(feed('old'), feed('new'))
    expect(again.filter(({ isNews }) => isNews)).toEqual([])
  })
})

describe('dates', () => {
  const dated = (written: string) =>
    newsOf(channel(item(`${guid(written)}<pubDate>${written}</pubDate>`)))

  test.each([
    'Thu, 01 Jan 1970 00:00:00 GMT',
    'Fri, 31 Dec 9999 23:59:59 GMT',
    'Yesterday',
    '32 Foo 2026',
    '',
    'Tue, 24 Nov 2026 09:00:00 +1400',
  ])('B18: "%s" keeps the item, with a plausible day or none', async (written) => {
    const { items: news, state } = await dated(written)
    expect(news).toHaveLength(1)
    const at = news[0]?.article.publishedAt
    const nowMs = (state.lastCheckedAt ?? new Date(0)).getTime()
    if (at) expect(at.getTime()).toBeLessThanOrEqual(nowMs + hourMs)
    if (at) expect(at.getTime()).toBeGreaterThanOrEqual(nowMs - 31 * dayMs)
  })

  test('B19: an item dated a year ahead counts as of now', async () => {
    const { items: news, state } = await dated('Wed, 24 Nov 2027 09:00:00 GMT')
    expect(news[0]?.article.publishedAt).toEqual(state.lastCheckedAt)
  })
})

test('B37: nothing that a feed points to is fetched by reading it', async () => {
  const inner = 'http://127.0.0.1/secret'
  const pointing = `<atom:link xmlns:atom="http://www.w3.org/2005/Atom" rel="hub" href="${inner}"/><atom:link xmlns:atom="http://www.w3.org/2005/Atom" rel="next" href="${inner}"/><image><url>${inner}</url></image>`
  const { requests } = await pollOf(
    channel(`${pointing}${item(`${guid(1)}<link>${inner}</link><enclosure url="${inner}"/>`)}`),
  )
  expect(requests).toBe(1)
})

describe('packing', () => {
  const packed = (encoding: string, body: Uint8Array) => (response: ServerResponse) =>
    void response.setHeader('content-encoding', encoding).end(body)
  const bomb = Buffer.alloc(60_000_000, 'a')
  test.each<[string, Said]>([
    ['gzip', packed('gzip', gzipSync(bomb))],
    ['gzip twice', packed('gzip, gzip', gzipSync(gzipSync(bomb)))],
    ['brotli', packed('br', brotliCompressSync(bomb))],
    ['zstd', packed('zstd', zstdCompressSync(bomb))],
  ])('B39: a bomb in %s is stopped while it unfolds', async (_name, said) => {
    const { outcome } = await pollOf(said)
    expect(outcome).toMatchObject({ kind: 'failed', sentence: expect.stringMatching(/large/) })
  })

  const body = Buffer.from(channel(items(50)))
  test.each<[string, Said]>([
    ['fifty layers', packed(Array.from({ length: 50 }, () => 'gzip').join(', '), gzipSync(body))],
    ['a wrong name', packed('br', gzipSync(body))],
    ['half a gzip', packed('gzip', gzipSync(body).subarray(0, 80))],
  ])('B40: %s is a failure in a sentence', async (_name, said) => {
    expect((await pollOf(said)).outcome).toMatchObject({
      kind: 'failed',
      sentence: expect.stringMatching(/^[A-Z].*\.$/),
    })
  })
})

describe('validators and hints', () => {
  const tagged = (etag: string, lastModified?: string) => (response: ServerResponse) => {
    response.setHeader('etag', etag)
    if (lastModified) response.setHeader('last-modified', lastModified)
    response.end(channel(items(1)))
  }
  test.each<[string, string | undefined, string | undefined]>([
    ['unquoted', undefined, 'unquoted'],
    ['W/""', undefined, 'W/""'],
    ['"a"', 'garbage', '"a"'],
    ['"a"', 'Tue, 19 Jan 2038 03:14:07 GMT', '"a"'],
    [`"${'x'.repeat(8000)}"`, undefined, undefined],
    ['"\u00fc"', undefined, undefined],
  ])(
    'B42: the tag %.20s with the date %s is kept as it stands, or not at all',
    async (etag, lastModified, kept) => {
      const { outcome } = await pollOf(tagged(etag, lastModified))
      expect(outcome.state.validators).toEqual({ etag: kept, lastModified })
    },
  )

  test.each<[string, Said]>([
    ['304 that nobody asked for', (response) => void response.writeHead(304).end()],
    ['206', (response) => void response.writeHead(206).end(channel(items(1)))],
  ])('B43: %s brings no items', async (_name, said) => {
    const { outcome } = await pollOf(said)
    expect(outcome.kind).toBe('failed')
  })

  test.each<[string, Record<string, string>, string]>([
    ['max-age=999999999', { 'cache-control': 'max-age=999999999' }, ''],
    ['max-age=-1', { 'cache-control': 'max-age=-1' }, ''],
    ['max-age=abc', { 'cache-control': 'max-age=abc' }, ''],
    ['a ttl of a billion', {}, '<ttl>1e9</ttl>'],
    ['a ttl of a billion minutes', {}, '<ttl>1000000000</ttl>'],
  ])(
    'B44: %s leads to a wait between a quarter of an hour and a day',
    async (_name, headers, ttl) => {
      const { waitMs } = await pollOf(
        (response) =>
          void response.writeHead(200, { etag: '"1"', ...headers }).end(channel(ttl + items(1))),
      )
      expect(waitMs).toBeGreaterThanOrEqual(15 * minuteMs)
      expect(waitMs).toBeLessThanOrEqual(dayMs)
    },
  )

  test.each([
    ['Wed, 01 Jan 1000 00:00:00 GMT', minuteMs, 2 * minuteMs],
    ['999999999', 7 * dayMs, 8 * dayMs],
  ])('B44: Retry-After of %s is kept between a minute and a week', async (value, least, most) => {
    const { waitMs } = await pollOf(
      (response) => void response.writeHead(503, { 'retry-after': value }).end(),
    )
    expect(waitMs).toBeGreaterThanOrEqual(least)
    expect(waitMs).toBeLessThanOrEqual(most)
  })
})
