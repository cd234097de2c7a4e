import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { parseFeed } from '../../../src/feeds/parse/parse-feed.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

const rss = (items: string, channel = '<title>Harbour Post</title>') =>
  `<?xml version="1.0"?><rss version="2.0"><channel>${channel}${items}</channel></rss>`

const item = (name: string) =>
  `<item><title>${name}</title><link>https://post.example/${name}</link><guid>${name}</guid></item>`

async function parsed(body: string | Uint8Array, headers = {}, url = 'https://post.example/feed') {
  const outcome = await parseFeed(typeof body === 'string' ? bytes(body) : body, headers, url)
  if (outcome.kind === 'refused') throw new Error(outcome.message)
  return outcome.feed
}

async function refusal(body: string | Uint8Array) {
  const outcome = await parseFeed(typeof body === 'string' ? bytes(body) : body)
  return outcome.kind === 'refused' ? outcome.why : 'parsed'
}

describe('formats', () => {
  test('reads RSS 2.0', async () => {
    const feed = await parsed(rss(item('bridge')))
    expect(feed.title).toBe('Harbour Post')
    expect(feed.entries[0]).toMatchObject({ title: 'bridge', link: 'https://post.example/bridge' })
  })

  test('reads Atom with a prefix on every element', async () => {
    const feed = await parsed(
      `<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:title>Wire</a:title><a:entry><a:id>tag:1</a:id><a:title>One</a:title><a:link href="/1"/></a:entry></a:feed>`,
    )
    expect(feed.entries[0]).toMatchObject({ id: 'tag:1', link: 'https://post.example/1' })
  })

  test('reads a JSON Feed behind a byte order mark', async () => {
    const json = JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Wire',
      items: [{ id: '1', url: 'https://wire.example/1', title: 'A < B' }],
    })
    expect((await parsed(`\uFEFF${json}`)).entries[0]?.title).toBe('A < B')
  })

  test('reads a gzipped body without a header that says so', async () => {
    expect((await parsed(gzipSync(rss(item('a'))))).entries).toHaveLength(1)
  })
})

describe('damaged feeds', () => {
  test('keeps the complete items of a feed that was cut off', async () => {
    const feed = await parsed(rss(item('a') + item('b')).slice(0, -60))
    expect(feed.entries.map((entry) => entry.title)).toEqual(['a'])
    expect(feed.truncated).toBe(true)
  })

  test('reads bare ampersands', async () => {
    expect((await parsed(rss('<item><title>Fish & Chips</title></item>'))).entries[0]?.title).toBe(
      'Fish & Chips',
    )
  })

  test('an element named __proto__ pollutes nothing', async () => {
    const feed = await parsed(rss(`<__proto__><polluted>1</polluted></__proto__>${item('a')}`))
    expect(feed.entries).toHaveLength(1)
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
  })
})

describe('what is refused', () => {
  test.each([
    ['an empty body', '', 'empty'],
    ['white space', ' \n\t', 'empty'],
    ['a byte order mark alone', '\uFEFF', 'empty'],
    ['a login page', '<!doctype html><html><body>Sign in</body></html>', 'html'],
    [
      'entities of the publisher’s own',
      `<!DOCTYPE r [<!ENTITY a "ha">]>${rss('')}`.replace('<?xml version="1.0"?>', ''),
      'dtd',
    ],
    ['text', 'nothing to see', 'not-a-feed'],
  ])('%s', async (_what, body, why) => {
    expect(await refusal(body)).toBe(why)
  })
})

describe('encodings', () => {
  const cyrillic = Uint8Array.of(0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2)
  const framed = (inner: Uint8Array, prolog = '') =>
    Buffer.concat([
      bytes(`${prolog}<rss version="2.0"><channel><title>`),
      inner,
      bytes('</title></channel></rss>'),
    ])

  test('follows the prolog when the bytes are not UTF-8', async () => {
    const body = framed(cyrillic, '<?xml version="1.0" encoding="windows-1251"?>')
    expect((await parsed(body)).title).toBe('Привет')
  })

  test('the HTTP charset goes before the prolog', async () => {
    const body = framed(cyrillic, '<?xml version="1.0" encoding="utf-8"?>')
    const headers = { 'content-type': 'text/xml; charset=windows-1251' }
    expect((await parsed(body, headers)).title).toBe('Привет')
  })

  test('valid UTF-8 is UTF-8, whatever the header says', async () => {
    const headers = { 'content-type': 'text/xml; charset=iso-8859-1' }
    expect((await parsed(framed(bytes('Füße')), headers)).title).toBe('Füße')
  })

  test('bytes 0x80 to 0x9F without a label are windows-1252', async () => {
    expect((await parsed(framed(Uint8Array.of(0x93, 0x41, 0x94)))).title).toBe('“A”')
  })
})
