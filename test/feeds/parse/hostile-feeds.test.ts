import { gzipSync } from 'node:zlib'
import { afterAll, describe, expect, test } from 'vitest'
import type { ParsedFeed, ParseOutcome } from '../../../src/feeds/parse/parsed-feed.ts'
import { createParserPool } from '../../../src/feeds/parser-pool.ts'
import { systemClock } from '../../../src/support/clock.ts'

const pool = createParserPool({ workers: 1, heapMb: 128, deadlineMs: 5000, clock: systemClock })
afterAll(() => pool.stop())

const parse = (text: string | Uint8Array) =>
  pool.parseFeed(typeof text === 'string' ? new TextEncoder().encode(text) : text)

const rss = (items: string, prolog = '') =>
  `${prolog}<rss version="2.0"><channel><title>Wire</title><link>https://wire.example/</link>${items}</channel></rss>`
const item = (inner: string) => `<item><title>One</title>${inner}</item>`

const feedOf = (outcome: ParseOutcome): ParsedFeed | undefined =>
  outcome.kind === 'parsed' ? outcome.feed : undefined
const whyOf = (outcome: ParseOutcome) => (outcome.kind === 'refused' ? outcome.why : 'parsed')

describe('entities and document types', () => {
  const laughs = Array.from(
    { length: 9 },
    (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`,
  ).join('')

  test.each([
    ['nine levels of entities', `<!DOCTYPE r [<!ENTITY l0 "ha">${laughs}]>`, '&l9;'],
    [
      'one long entity, often',
      `<!DOCTYPE r [<!ENTITY a "${'a'.repeat(50_000)}">]>`,
      '&a;'.repeat(5000),
    ],
    ['an external file', '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>', '&x;'],
    ['an external address', '<!DOCTYPE r [<!ENTITY x SYSTEM "http://169.254.169.254/">]>', '&x;'],
    ['a second document type', '<!DOCTYPE rss><!DOCTYPE r [<!ENTITY a "b">]>', '&a;'],
  ])('%s is refused', async (_what, prolog, title) => {
    expect(whyOf(await parse(rss(item(title), prolog)))).toBe('dtd')
  })

  test('the old public document type of RSS 0.91 is passed over', async () => {
    const prolog = '<!DOCTYPE rss PUBLIC "-//X//DTD RSS 0.91//EN" "http://x.example/rss.dtd">'
    expect(feedOf(await parse(rss(item(''), prolog)))?.entries).toHaveLength(1)
  })

  test('a document type inside an article is text', async () => {
    const outcome = await parse(
      rss(item('<description><![CDATA[<!DOCTYPE x [<!ENTITY y "z">]>ok]]></description>')),
    )
    expect(feedOf(outcome)?.entries[0]?.body?.text).toContain('ok')
  })

  test.each(['&#0;', '&#xD800;', '&#x110000;'])('%s becomes nothing or U+FFFD', async (entity) => {
    const feed = feedOf(await parse(rss(`<item><title>a${entity}b</title></item>`)))
    expect(feed?.entries[0]?.title).toMatch(/^a\uFFFD?b$/)
  })

  test('a million numeric entities are read within the limits', async () => {
    const outcome = await parse(
      rss(item(`<description>${'&#65;'.repeat(1_000_000)}</description>`)),
    )
    expect(['parsed', 'killed']).toContain(whyOf(outcome))
  })
})

describe('shape', () => {
  test('100,000 nested elements are refused as too deep', async () => {
    expect(whyOf(await parse(rss(item('<d>'.repeat(100_000)))))).toBe('too-deep')
  })

  test('many elements left open in descriptions are not depth', async () => {
    const items = item(`<description>a${'<br>'.repeat(150)}b</description>`)
    expect(feedOf(await parse(rss(items)))?.entries).toHaveLength(1)
  })

  test('100,000 attributes on one element are read or refused, and hold up nothing after them', async () => {
    const attributes = Array.from({ length: 100_000 }, (_, n) => `a${n}="1"`).join(' ')
    const outcome = await parse(rss(`<item ${attributes}><title>One</title></item>`))
    expect(['parsed', 'refused']).toContain(outcome.kind)
    expect(whyOf(await parse(rss(item(''))))).toBe('parsed')
  })

  test('of 50,000 items 5,000 are parsed and the newest 200 get their text', async () => {
    const feed = feedOf(
      await parse(
        rss(
          Array.from(
            { length: 50_000 },
            (_, n) => `<item><guid>${n}</guid><title>T${n}</title></item>`,
          ).join(''),
        ),
      ),
    )
    expect(feed?.entries).toHaveLength(5000)
    expect(feed?.entries.filter((entry) => entry.body)).toHaveLength(200)
    expect(feed?.warnings).toContain('Only the first 5000 items were read')
  })

  test('an unclosed tag repeated in a description stops nothing', async () => {
    const outcome = await parse(
      rss(item(`<description><![CDATA[${'x<p'.repeat(300_000)}]]></description>`)),
    )
    expect(whyOf(outcome)).toBe('parsed')
  })

  test('bytes on which both parsers are killed cost only the feed', async () => {
    const slow = `<rss><wrong>${item(`<description>${'&lt;!--'.repeat(400_000)}</description>`)}`
    const hasty = createParserPool({ workers: 1, heapMb: 128, deadlineMs: 20, clock: systemClock })
    const outcome = await hasty.parseFeed(new TextEncoder().encode(slow))
    await hasty.stop()
    expect(whyOf(outcome)).toBe('killed')
  })
})

describe('names that reach into prototypes', () => {
  test.each([
    [
      'XML',
      rss(
        '<__proto__><polluted>1</polluted></__proto__><constructor><prototype><polluted>1</polluted></prototype></constructor>',
      ),
    ],
    [
      'JSON',
      '{"version":"https://jsonfeed.org/version/1","title":"x","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"items":[]}',
    ],
  ])('change nothing in %s', async (_what, text) => {
    await parse(text)
    const { parseFeed } = await import('../../../src/feeds/parse/parse-feed.ts')
    await parseFeed(new TextEncoder().encode(text))
    expect(Reflect.get({}, 'polluted')).toBeUndefined()
  })
})

describe('damage', () => {
  test('a CDATA section without end costs its item only', async () => {
    const text = rss(`${item('')}${item('<description><![CDATA[no end')}`).replace(
      '</channel></rss>',
      '',
    )
    const feed = feedOf(await parse(text))
    expect(feed?.entries.length).toBeGreaterThanOrEqual(1)
  })

  test.each(['', ' \n\t ', '\uFEFF'])('a body of %j is an error', async (body) => {
    expect(whyOf(await parse(body))).toBe('empty')
  })

  test('a login page is no feed', async () => {
    expect(
      whyOf(await parse('<!DOCTYPE html><html><body><form>Sign in</form></body></html>')),
    ).toBe('html')
  })

  test('bytes of no encoding are read with replacement signs', async () => {
    const body = Buffer.concat([
      Buffer.from('<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>a'),
      Buffer.from([0xc3, 0x28, 0x81]),
      Buffer.from('b</title></channel></rss>'),
    ])
    expect(feedOf(await parse(body))?.title).toMatch(/^a.*b$/)
  })

  test('a gzip bomb is not unpacked', async () => {
    const outcome = await parse(gzipSync(Buffer.alloc(100_000_000)))
    expect(outcome.kind).toBe('refused')
  })
})

describe('titles and links', () => {
  const entryOf = async (inner: string) =>
    feedOf(await parse(rss(`<item>${inner}</item>`)))?.entries[0]

  test.each([
    ['&lt;!channel&gt;', '<!channel>'],
    ['<![CDATA[<!channel> <@U123>]]>', '<!channel> <@U123>'],
    ['&amp;lt;!here&amp;gt;', '<!here>'],
    ['<![CDATA[<b>Bold</b> news]]>', 'Bold news'],
    ['AT&amp;amp;T', 'AT&T'],
    ['pay\u202Elap', 'paylap'],
    ['a\u200Bb', 'ab'],
  ])('the title %j says %j', async (written, title) => {
    expect((await entryOf(`<title>${written}</title>`))?.title).toBe(title)
  })

  test.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'slack://open',
    `https://wire.example/${'a'.repeat(10_000)}`,
  ])('a link like %.30s is never taken', async (link) => {
    const entry = await entryOf(
      `<title>One</title><guid isPermaLink="false">1</guid><link>${link}</link>`,
    )
    expect(entry?.link).toBe('https://wire.example/')
  })

  test.each([
    ['//other.example/a', 'https://other.example/a'],
    ['/a', 'https://wire.example/a'],
    ['https://wire.example/a|b>c', 'https://wire.example/a%7Cb%3Ec'],
    ['https://wire.example/a\n/b', 'https://wire.example/a/b'],
    ['https://аpple.example/', 'https://xn--pple-43d.example/'],
  ])('the link %j leads to %j', async (written, link) => {
    expect((await entryOf(`<link><![CDATA[${written}]]></link>`))?.link).toBe(link)
  })

  test.each(['Yesterday', '32 Foo 2026', ''])(
    'the date %j is no date and loses no item',
    async (date) => {
      const entry = await entryOf(`<title>One</title><pubDate>${date}</pubDate>`)
      expect(entry).toMatchObject({ title: 'One', dates: [] })
    },
  )

  test('a title of 10,000 marks on one letter is cut to eight', async () => {
    const entry = await entryOf(`<title>e${'\u0335'.repeat(10_000)}</title>`)
    expect(entry?.title).toHaveLength(9)
  })
})
