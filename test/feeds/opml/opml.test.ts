import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readOpml } from '../../../src/feeds/opml/read-opml.ts'
import { writeCsv } from '../../../src/feeds/opml/write-csv.ts'
import { writeOpml } from '../../../src/feeds/opml/write-opml.ts'
import { refusalOf } from '../../../src/support/http/refusal.ts'

const opml = (body: string, version = '2.0') =>
  `<?xml version="1.0"?><opml version="${version}"><head/><body>${body}</body></opml>`
const feed = (at: number | string) =>
  `<outline text="Feed ${at}" xmlUrl="https://f${at}.example/rss"/>`

describe('reading', () => {
  test('gives feeds with the folders and categories that they stand in', () => {
    const body = `<outline text="News"><outline title="Local"><outline type="rss" text="Harbour &amp; Post" xmlUrl="https://harbour.example/feed" category="/coast/daily,city"/></outline></outline>${feed(2)}`
    expect(readOpml(opml(body))).toEqual({
      kind: 'read',
      feeds: [
        {
          url: 'https://harbour.example/feed',
          title: 'Harbour & Post',
          categories: ['News', 'Local', 'daily', 'city'],
        },
        { url: 'https://f2.example/rss', title: 'Feed 2', categories: [] },
      ],
      refused: [],
    })
  })

  test('reads OPML 1 with its own spellings', () => {
    const body =
      '<OUTLINE TEXT="A" XMLURL="feed://a.example/rss"/><outline title="B" type="rss" url="https://b.example/"/><outline text="Page" type="link" url="https://c.example/"/>'
    const reading = readOpml(opml(body, '1.1'))
    expect(reading).toMatchObject({
      feeds: [{ url: 'https://a.example/rss' }, { url: 'https://b.example/' }],
    })
  })

  test('says of every outline that is not taken why', () => {
    const deep = '<outline text="x">'.repeat(10)
    const body = [
      feed(1),
      '<outline text="Again" xmlUrl="http://www.f1.example/rss/"/>',
      '<outline text="None" type="rss"/>',
      '<outline text="Inside" xmlUrl="http://127.0.0.1/feed"/>',
      '<outline text="Odd" xmlUrl="javascript:alert(1)"/>',
      `${deep}${feed('deep')}${'</outline>'.repeat(10)}`,
    ].join('')
    const reading = readOpml(opml(body), (url) => refusalOf(url))
    expect(reading).toMatchObject({
      feeds: [{ title: 'Feed 1' }],
      refused: [
        { title: 'Again', why: 'It stands twice in the file.' },
        { title: 'None', why: 'It gives no address.' },
        { title: 'Inside', why: 'The address could not be reached.' },
        { title: 'Odd', why: 'This is not an address that can be fetched.' },
        { title: 'Feed deep', why: 'It stands more than 10 levels deep.' },
      ],
    })
  })

  test.each([
    ['what is no OPML', '<html><outline xmlUrl="https://a.example/"/></html>', 'no OPML'],
    ['text', 'nonsense', 'no OPML'],
    ['nothing', '', 'no OPML'],
    ['another XML', '<rss version="2.0"/>', 'no OPML'],
  ])('%s fails in a sentence', (_name, text, why) => {
    expect(readOpml(text)).toEqual({ kind: 'failed', why: expect.stringContaining(why) })
  })
})

describe('B54: an OPML file', () => {
  test.each([
    ['of 90,000 outlines', opml('<outline/>'.repeat(90_000)), '1000 outlines'],
    [
      'of 1,001 outlines',
      opml(Array.from({ length: 1001 }, (_, at) => feed(at)).join('')),
      '1000 outlines',
    ],
    ['nested 100,000 deep', opml('<outline>'.repeat(100_000)), '1000 outlines'],
    ['of 10 MB', opml(' '.repeat(10_000_000)), '1 MB'],
    [
      'with an entity bomb',
      `<!DOCTYPE o [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>${opml('&b;')}`,
      'DTD',
    ],
    [
      'with an external entity',
      `<!DOCTYPE o SYSTEM "file:///etc/passwd" [<!ENTITY a SYSTEM "file:///etc/passwd">]>${opml('&a;')}`,
      'DTD',
    ],
  ])('%s is refused whole, in a sentence', (_name, text, why) => {
    expect(readOpml(text)).toEqual({ kind: 'failed', why: expect.stringContaining(why) })
  })

  test('nested 1,000 deep loses only what stands too deep, and says so', () => {
    const body = `${feed(1)}${'<outline text="d">'.repeat(990)}${feed('deep')}`
    expect(readOpml(opml(body))).toMatchObject({
      feeds: [{ title: 'Feed 1' }],
      refused: [{ title: 'Feed deep', why: 'It stands more than 10 levels deep.' }],
    })
  })
})

describe('B55: what is written', () => {
  const evil = [
    { name: '=HYPERLINK("http://evil.example")', url: 'https://a.example/', categories: ['"><x'] },
    {
      name: '"><outline xmlUrl="http://evil.example"/>',
      url: 'https://b.example/?a=1&b="2"',
      categories: [],
    },
    { name: '\t@SUM(1)', url: 'https://c.example/', categories: ['+1'] },
  ]

  test('as OPML keeps every name a text', () => {
    const reading = readOpml(writeOpml(evil))
    expect(reading).toMatchObject({
      feeds: [
        { title: '=HYPERLINK("http://evil.example")' },
        { title: '"><outline xmlUrl="http://evil.example"/>' },
        { title: '@SUM(1)' },
      ],
    })
  })

  test('as CSV begins no cell like a formula', () => {
    const rows = writeCsv(evil).split('\r\n')
    expect(rows[1]).toBe('"\'=HYPERLINK(""http://evil.example"")",https://a.example/,"""><x"')
    expect(rows[3]).toBe("'@SUM(1),https://c.example/,'+1")
  })
})

test('what is written is read again as it was', () => {
  const word = fc
    .stringMatching(/^[^\s,/][^,/]{0,20}$/u)
    .map((text) => text.trim())
    .filter((text) => text !== '')
  const name = fc
    .string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 40 })
    .map((text) => text.replace(/\s+/g, ' ').trim())
    .filter((text) => text !== '')
  const feeds = fc.uniqueArray(
    fc.record({
      name,
      host: fc.stringMatching(/^[a-z]{3,10}$/),
      categories: fc.uniqueArray(
        word
          .filter((text) => /^[\x21-\x7e ]+$/.test(text))
          .map((text) => text.replace(/\s+/g, ' ')),
        { maxLength: 3 },
      ),
    }),
    { selector: ({ host }) => host, maxLength: 20 },
  )
  fc.assert(
    fc.property(feeds, (given) => {
      const all = given.map(({ host, ...rest }) => ({
        ...rest,
        url: `https://${host}.example/feed`,
      }))
      const reading = readOpml(writeOpml(all))
      const expected = all.map(({ name: title, url, categories }) => ({ title, url, categories }))
      const byUrl = (a: { url: string }, b: { url: string }) => a.url.localeCompare(b.url)
      expect(reading.kind === 'read' && [...reading.feeds].sort(byUrl)).toEqual(
        expected.sort(byUrl),
      )
    }),
  )
})
