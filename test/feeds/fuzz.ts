import fc from 'fast-check'
import { expect } from 'vitest'
import { decodeBody } from '../../src/feeds/decode/decode-body.ts'
import { extractPage } from '../../src/feeds/extract/extract-page.ts'
import { preparePage } from '../../src/feeds/extract/prepare-page.ts'
import { type OpmlFeed, readOpml } from '../../src/feeds/opml/read-opml.ts'
import { writeOpml } from '../../src/feeds/opml/write-opml.ts'
import { parseFeed } from '../../src/feeds/parse/parse-feed.ts'
import { readDate } from '../../src/feeds/parse/read-date.ts'
import { createAddressGuard, parseAddress } from '../../src/support/http/address-guard.ts'
import { usualPorts } from '../../src/support/http/http-client.ts'
import { refusalOf } from '../../src/support/http/refusal.ts'
import { createUrlGuard } from '../../src/support/http/url-guard.ts'
import { cleanText } from '../../src/support/text/clean.ts'

/** One law that holds for every input; `check` throws, with the smallest counterexample, when it does not. */
export type Law = {
  readonly name: string
  check(runs: number, seed: number): Promise<void>
}

const law = <T>(
  name: string,
  inputs: fc.Arbitrary<T>,
  holds: (input: T) => void | Promise<void>,
): Law => ({
  name,
  check: (numRuns, seed) =>
    fc.assert(
      fc.asyncProperty(inputs, async (input) => {
        await holds(input)
      }),
      { numRuns, seed },
    ),
})

const labels = fc.constantFrom(
  'utf-8',
  'utf-16',
  'gb18030',
  'shift_jis',
  'iso-2022-jp',
  'koi8-r',
  'x-none',
  '',
)
const marks = fc.constantFrom(
  '',
  '\uFEFF',
  '\u00FF\u00FE',
  '\u00FE\u00FF',
  '\u001F\u008B',
  '<\u0000',
  '\u0000<',
)

const soup = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...'<p> </p> <div class="related"> </div> <a href="/x"> </a> <b <i> <!-- --> <![CDATA[ ]]> <script> </script> <style> <title> </title> <article> </article> <h2> </h2> <br> <table> <td> <ul> <li> </ul> <figure> <html> <body> </html> <svg> </ &amp; &#0; &#xD800; &lt; " \' = > < & \u0000 \uFEFF \uD83D'.split(
          ' ',
        ),
      ),
      fc.lorem({ maxCount: 30 }),
      fc.string({ unit: 'binary', maxLength: 20 }),
    ),
    { maxLength: 80 },
  )
  .map((parts) => parts.join(''))

const feeds = [
  '<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Wire</title><link>https://wire.example/</link><item><title>One &amp; two</title><guid>1</guid><link>/1</link><pubDate>Mon, 02 Mar 2026 10:00:00 GMT</pubDate><description><![CDATA[<p>Text</p>]]></description><dc:creator>Ana</dc:creator></item></channel></rss>',
  '<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://wire.example/"><title type="html">&lt;b&gt;Wire&lt;/b&gt;</title><entry><id>tag:1</id><title>One</title><link href="1"/><updated>2026-03-02T10:00:00Z</updated><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Text</p></div></content></entry></feed>',
  '{"version":"https://jsonfeed.org/version/1.1","title":"Wire","items":[{"id":"1","url":"https://wire.example/1","content_html":"<p>Text</p>","date_published":"2026-03-02T10:00:00Z"}]}',
]

const opml =
  '<?xml version="1.0"?><opml version="2.0"><head><title>Mine</title></head><body><outline text="World"><outline type="rss" text="Wire &amp; more" xmlUrl="https://wire.example/feed" htmlUrl="https://wire.example/"/><outline text="Post" xmlUrl="http://post.example:8080/rss" category="/news,/local"/></outline><outline text="Inner" xmlUrl="http://127.0.0.1/feed"/></body></opml>'

/** A good document with a few stretches replaced. */
const broken = (...documents: readonly string[]) =>
  fc
    .tuple(
      fc.constantFrom(...documents),
      fc.array(fc.tuple(fc.nat(700), fc.nat(40), soup), { maxLength: 4 }),
    )
    .map(([document, cuts]) =>
      cuts.reduce(
        (text, [at, length, junk]) =>
          text.slice(0, at) + junk.slice(0, 60) + text.slice(at + length),
        document,
      ),
    )

const address = fc.oneof(
  fc.webUrl({ withFragments: true, withQueryParameters: true }),
  fc.string(),
  fc.ipV4().map((ip) => `http://${ip}/`),
  fc.ipV6().map((ip) => `http://[${ip}]/`),
  fc.nat({ max: 0xffffffff }).map((ip) => `http://0x${ip.toString(16)}/`),
  fc.string({ unit: 'binary' }).map((text) => `https://${text}/`),
  fc.string().map((text) => `https://publisher.example${text}`),
)

const isClean = (text: string) => expect(cleanText(text)).toBe(text)

const named = (feed: OpmlFeed) => ({ ...feed, name: feed.title })

const guard = createUrlGuard({ ports: usualPorts, allowLocalNames: false })
const isPublic = createAddressGuard([])

export const laws: readonly Law[] = [
  law(
    'any bytes are decoded to well-formed text',
    fc.record({ bytes: fc.uint8Array({ maxLength: 300 }), mark: marks, label: labels }),
    ({ bytes, mark, label }) => {
      const body = Buffer.concat([Buffer.from(mark, 'latin1'), bytes])
      const text = decodeBody(body, { 'content-type': `text/xml; charset=${label}` })
      expect(text.isWellFormed()).toBe(true)
    },
  ),
  law(
    'any feed is read or refused, with http links and clean titles',
    broken(...feeds),
    async (text) => {
      const outcome = await parseFeed(
        new TextEncoder().encode(text),
        {},
        'https://wire.example/feed',
      )
      if (outcome.kind === 'refused') return expect(outcome.message).not.toBe('')
      for (const entry of outcome.feed.entries) {
        if (entry.link !== undefined) expect(entry.link).toMatch(/^https?:\/\/[^\s<>|]+$/)
        isClean(entry.title ?? '')
        isClean(entry.body?.text ?? '')
        for (const date of entry.dates) expect(new Date(date).toISOString()).toBe(date)
      }
    },
  ),
  law('any page is prepared within bounds and without scripts', soup, (html) => {
    const prepared = preparePage(html).html
    expect(prepared).not.toMatch(/<(?:script|style|iframe)[\s>]/i)
    expect(prepared.length).toBeLessThan(html.length * 6 + 200)
  }),
  law('any page gives clean text with its headings in place', soup, (html) => {
    const { text, headings, title } = extractPage(html, 'https://wire.example/a')
    isClean(text)
    isClean(title ?? '')
    for (const { start, end } of headings) expect(text.slice(start, end)).toMatch(/^\S.*\S$|^\S$/s)
  }),
  law('any text is a date of the calendar or none', fc.oneof(soup, fc.string()), (text) => {
    const date = readDate(text)
    if (date) expect(Number.isNaN(date.getTime())).toBe(false)
  }),
  law(
    'a date is read as it was written',
    fc.date({ min: new Date(0), max: new Date('2099-12-31'), noInvalidDate: true }),
    (date) => {
      expect(readDate(date.toISOString())).toEqual(date)
      const seconds = new Date(Math.floor(date.getTime() / 1000) * 1000)
      expect(readDate(date.toUTCString())).toEqual(seconds)
    },
  ),
  law(
    'any OPML is read or refused, and its feeds have clean titles and addresses that may be fetched',
    fc.oneof(broken(opml), soup),
    (text) => {
      const reading = readOpml(text, refusalOf)
      if (reading.kind === 'failed') return expect(reading.why).not.toBe('')
      for (const feed of reading.feeds) {
        expect(refusalOf(feed.url)).toBeUndefined()
        for (const words of [feed.title, ...feed.categories]) isClean(words)
      }
      expect(readOpml(writeOpml(reading.feeds.map(named)), refusalOf)).toMatchObject({
        kind: 'read',
        refused: [],
      })
    },
  ),
  law('any text is refused as an address, or leads to a public one over http', address, (text) => {
    const verdict = guard(text)
    if (verdict.kind === 'refused') return
    const { protocol, hostname, username, port } = verdict.url
    expect(protocol).toMatch(/^https?:$/)
    expect(username).toBe('')
    expect(['', ...usualPorts.map(String)]).toContain(port)
    const isAllowed = refusalOf(text) === undefined
    const ip = parseAddress(hostname)
    if (isAllowed) expect(ip === undefined ? hostname.includes('.') : isPublic(hostname)).toBe(true)
  }),
]
