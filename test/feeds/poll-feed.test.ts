import { describe, expect, test } from 'vitest'
import { dayMs, hourMs, minuteMs, polledFeed, rss } from './poll/polling.ts'

const one = rss([{ title: 'One' }])

describe('the first look at a feed', () => {
  test('takes one request, and its items are seen but are no news', async () => {
    await using feed = await polledFeed((_, response) => void response.end(one))
    const outcome = await feed.poll()
    expect(outcome).toMatchObject({ kind: 'read', facts: { title: 'Harbour Post' } })
    expect(outcome.kind === 'read' && outcome.items.map(({ isNews }) => isNews)).toEqual([false])
    expect(feed.requests).toHaveLength(1)
  })

  test('is followed by news when something new appears', async () => {
    let body = one
    await using feed = await polledFeed((_, response) => void response.end(body))
    await feed.poll()
    body = rss([{ title: 'Two' }, { title: 'One' }])
    const outcome = await feed.pollWhenDue()
    expect(
      outcome.kind === 'read' &&
        outcome.items.map(({ article, isNews }) => [article.title, isNews]),
    ).toEqual([['Two', true]])
  })
})

describe('validators', () => {
  const tags = ['"a"', 'W/"b"', 'unquoted', '"with  spaces"', '"c"']

  test('are sent back byte for byte from the last answer that carried them', async () => {
    let turn = 0
    await using feed = await polledFeed((_, response) => {
      const etag = tags[turn] ?? '"z"'
      turn += 1
      response.setHeader('etag', etag).setHeader('last-modified', `day ${turn}`)
      response.end(rss([{ title: `Item ${turn}` }]))
    })
    for (const _ of tags) await feed.pollWhenDue()
    const sent = feed.requests.map(({ headers }) => headers['if-none-match'])
    expect(sent).toEqual([undefined, ...tags.slice(0, -1)])
    expect(feed.requests.at(-1)?.headers['if-modified-since']).toBe('day 4')
  })

  test('are dropped when a full answer carries none', async () => {
    let turn = 0
    await using feed = await polledFeed((_, response) => {
      turn += 1
      if (turn === 1) response.setHeader('etag', '"a"')
      response.end(rss([{ title: `Item ${turn}` }]))
    })
    for (let polls = 0; polls < 3; polls += 1) await feed.pollWhenDue()
    expect(feed.requests.map(({ headers }) => headers['if-none-match'])).toEqual([
      undefined,
      '"a"',
      undefined,
    ])
  })

  test.each([
    ['8 KB long', `"${'a'.repeat(8000)}"`],
    ['beyond ASCII', '"caf\u00e9"'],
  ])('that are %s are not kept', async (_name, etag) => {
    await using feed = await polledFeed(
      (_, response) => void response.setHeader('etag', etag).end(one),
    )
    await feed.poll()
    expect(feed.state().validators.etag).toBeUndefined()
  })

  test.each(['W/""', '"2038"', 'garbage'])('such as %s are kept as they stand', async (etag) => {
    await using feed = await polledFeed(
      (_, response) => void response.setHeader('etag', etag).end(one),
    )
    await feed.poll()
    expect(feed.state().validators.etag).toBe(etag)
  })

  test('of a web page are not kept', async () => {
    await using feed = await polledFeed((_, response) => {
      response.setHeader('etag', '"login"').end('<!doctype html><html><body>Log in</body></html>')
    })
    expect(await feed.poll()).toMatchObject({
      kind: 'failed',
      sentence: 'The address answers with a web page, not with a feed.',
    })
    expect(feed.state().validators.etag).toBeUndefined()
  })
})

describe('an answer without change', () => {
  test('of 304 keeps the validators and counts the bytes it saved', async () => {
    await using feed = await polledFeed((request, response) => {
      if (request.headers['if-none-match'] === '"a"') response.writeHead(304).end()
      else response.setHeader('etag', '"a"').end(one)
    })
    await feed.poll()
    expect(await feed.pollWhenDue()).toMatchObject({ kind: 'unchanged' })
    expect(await feed.pollWhenDue()).toMatchObject({ kind: 'unchanged' })
    expect(feed.state()).toMatchObject({ bytesSaved: 2 * one.length, failure: undefined })
  })

  test('of 304 that nobody asked for is a failure', async () => {
    await using feed = await polledFeed((_, response) => void response.writeHead(304).end())
    expect(await feed.poll()).toMatchObject({ kind: 'failed' })
  })

  test('of 200 with the same bytes is not read again', async () => {
    await using feed = await polledFeed((_, response) => void response.end(one))
    await feed.poll()
    expect(await feed.pollWhenDue()).toMatchObject({ kind: 'unchanged' })
  })

  test('of 206 brings no items', async () => {
    await using feed = await polledFeed((_, response) => void response.writeHead(206).end(one))
    expect(await feed.poll()).toMatchObject({ kind: 'failed' })
  })

  test.each([
    ['empty', ''],
    ['blank', ' \n '],
    ['only a byte order mark', '\ufeff'],
  ])('that is %s is a failure, and nothing is seen', async (_name, body) => {
    await using feed = await polledFeed((_, response) => void response.end(body))
    expect(await feed.poll()).toMatchObject({ kind: 'failed' })
    expect(feed.state().lastSuccessAt).toBeUndefined()
  })
})

describe('a server that asks for patience', () => {
  test.each<[number, Record<string, string>, number]>([
    [429, { 'retry-after': '7200' }, 2 * hourMs],
    [503, { 'retry-after': '7200' }, 2 * hourMs],
    [429, { 'retry-after': '1' }, minuteMs],
    [429, { 'retry-after': '99999999' }, 7 * dayMs],
    [429, { 'retry-after': 'Tue, 24 Nov 2026 11:00:00 GMT' }, 3 * hourMs],
    [429, { 'retry-after': 'Wed, 01 Jan 1000 00:00:00 GMT' }, minuteMs],
    [429, { 'retry-after': 'abc' }, hourMs],
    [429, { 'retry-after': '-1' }, hourMs],
    [429, {}, hourMs],
    [503, {}, hourMs],
  ])('with %i and %o is left alone for as long', async (status, headers, ms) => {
    await using feed = await polledFeed(
      (_, response) => void response.writeHead(status, headers).end(),
    )
    await feed.poll()
    expect(feed.waitMs()).toBeGreaterThanOrEqual(ms)
    expect(feed.waitMs()).toBeLessThanOrEqual(ms * 1.1)
  })

  test('is waited for twice as long each time, a day at most', async () => {
    await using feed = await polledFeed((_, response) => void response.writeHead(429).end())
    const waits: number[] = []
    for (let turn = 0; turn < 7; turn += 1) {
      await feed.pollWhenDue()
      waits.push(feed.waitMs() / 1.05 / hourMs)
    }
    expect(waits.map(Math.round)).toEqual([1, 2, 4, 8, 16, 23, 23])
  })

  test('keeps its other feeds waiting too', async () => {
    await using feed = await polledFeed((_, response) => {
      response.writeHead(429, { 'retry-after': '7200' }).end()
    })
    await feed.poll()
    expect(await feed.poll()).toMatchObject({ kind: 'held' })
    expect(feed.requests).toHaveLength(1)
  })
})

describe('a feed that fails', () => {
  test.each<[number, number, number]>([
    [404, 14, 30],
    [403, 7, 20],
    [401, 7, 20],
  ])('with %i is given up after %i days', async (status, days, mostPolls) => {
    await using feed = await polledFeed((_, response) => void response.writeHead(status).end())
    let polls = 0
    while (!feed.state().disabled && polls < 100) {
      await feed.pollWhenDue()
      polls += 1
    }
    const givenUpAfterMs = feed.clock.monotonicMs()
    expect(givenUpAfterMs).toBeGreaterThanOrEqual(days * dayMs)
    expect(givenUpAfterMs).toBeLessThan((days + 1.2) * dayMs)
    expect(polls).toBeLessThan(mostPolls)
  })

  test('with 410 is given up at once, and the reason is told', async () => {
    await using feed = await polledFeed((_, response) => void response.writeHead(410).end())
    await feed.poll()
    expect(feed.state().disabled?.sentence).toBe(
      'The publisher says that the feed is gone for good (410). It is no longer polled.',
    )
  })

  test('because no name is found is not given up while nothing else can be reached either', async () => {
    const lost = () => Promise.reject(Object.assign(new Error('lost'), { code: 'ENOTFOUND' }))
    const poll = async (isOnline: boolean) => {
      await using feed = await polledFeed(() => {}, {
        url: 'https://lost.example/feed',
        client: { resolve: lost },
        tools: { isOnline: () => isOnline },
      })
      for (let polls = 0; polls < 40; polls += 1) await feed.pollWhenDue()
      return feed.state().disabled !== undefined
    }
    expect(await poll(false)).toBe(false)
    expect(await poll(true)).toBe(true)
  })

  test('with errors is never given up, and is well again with the first good answer', async () => {
    let isWell = false
    await using feed = await polledFeed((_, response) => {
      if (isWell) response.end(one)
      else response.writeHead(500).end()
    })
    for (let polls = 0; polls < 40; polls += 1) await feed.pollWhenDue()
    expect(feed.state()).toMatchObject({ disabled: undefined, failure: { streak: 40 } })
    isWell = true
    await feed.pollWhenDue()
    expect(feed.state()).toMatchObject({ failure: undefined })
  })

  test('with bytes that no parser reads does not have them parsed twice', async () => {
    let parsed = 0
    await using feed = await polledFeed((_, response) => void response.end('nonsense'), {
      tools: {
        parser: {
          parseFeed: async () => {
            parsed += 1
            return { kind: 'refused', why: 'killed', message: 'too long' }
          },
        },
      },
    })
    for (let polls = 0; polls < 3; polls += 1) await feed.pollWhenDue()
    expect(parsed).toBe(1)
    expect(feed.state().failure?.streak).toBe(3)
  })
})

describe('a feed that moves', () => {
  const moving = (status: number) =>
    polledFeed((request, response) => {
      if (request.url === '/feed') response.writeHead(status, { location: '/new' }).end()
      else response.end(one)
    })

  test.each([301, 308])(
    'with %i is followed for good after three answers over a day',
    async (status) => {
      await using feed = await moving(status)
      await feed.poll()
      await feed.clock.advance(hourMs)
      await feed.poll()
      await feed.clock.advance(hourMs)
      await feed.poll()
      expect(feed.url()).toBe('https://publisher.example/feed')
      await feed.clock.advance(dayMs)
      expect(await feed.poll()).toMatchObject({ movedTo: 'https://publisher.example/new' })
      await feed.poll()
      expect(feed.requests.at(-1)?.url).toBe('/new')
      expect(feed.requests.at(-2)?.url).toBe('/new')
    },
  )

  test.each([302, 303, 307])('with %i keeps its address', async (status) => {
    await using feed = await moving(status)
    for (let polls = 0; polls < 5; polls += 1) {
      await feed.poll()
      await feed.clock.advance(dayMs)
    }
    expect(feed.url()).toBe('https://publisher.example/feed')
  })

  test('to changing places keeps its address', async () => {
    let turn = 0
    await using feed = await polledFeed((request, response) => {
      turn += 1
      if (request.url === '/feed') response.writeHead(301, { location: `/new-${turn}` }).end()
      else response.end(one)
    })
    for (let polls = 0; polls < 5; polls += 1) {
      await feed.poll()
      await feed.clock.advance(dayMs)
    }
    expect(feed.url()).toBe('https://publisher.example/feed')
  })
})

test('nothing that a feed points to is fetched by reading it', async () => {
  const hostile =
    '<?xml version="1.0"?><rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>T</title>' +
    '<atom:link rel="next" href="http://127.0.0.1/next"/><atom:link rel="hub" href="http://127.0.0.1/hub"/>' +
    '<image><url>http://169.254.169.254/icon</url></image><item><title>A</title><link>http://10.0.0.1/</link>' +
    '<enclosure url="http://127.0.0.1/audio" type="audio/mpeg" length="1"/></item></channel></rss>'
  await using feed = await polledFeed((_, response) => void response.end(hostile))
  expect(await feed.poll()).toMatchObject({ kind: 'read' })
  expect(feed.requests).toHaveLength(1)
})
