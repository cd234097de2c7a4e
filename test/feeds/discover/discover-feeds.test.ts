import { describe, expect, test } from 'vitest'
import { discoverFeeds } from '../../../src/feeds/discover/discover-feeds.ts'
import { findFeedLinks } from '../../../src/feeds/discover/feed-links.ts'
import { parseFeed } from '../../../src/feeds/parse/parse-feed.ts'
import { clientFor, serve } from '../../support/http/local-server.ts'
import { rss } from '../poll/polling.ts'

const feed = rss([{ title: 'One' }, { title: 'Two' }, { title: 'Three' }, { title: 'Four' }])
const page = (head: string, body = '') =>
  `<!doctype html><html><head><title>Harbour Post</title>${head}</head><body>${body}</body></html>`

/** Looks for the feeds of an address on a site of these paths, and says what was asked for. */
async function discover(address: string, site: Readonly<Record<string, string>>) {
  const asked: string[] = []
  await using server = await serve((request, response) => {
    asked.push(request.url ?? '')
    const body = site[request.url ?? '']
    if (body === undefined) response.writeHead(404).end('<html>not found</html>')
    else
      response
        .setHeader('content-type', body.startsWith('<?xml') ? 'text/xml' : 'text/html')
        .end(body)
  })
  await using http = clientFor(server)
  const discovery = await discoverFeeds(address, {
    http,
    parser: {
      parseFeed: async (...given) => parseFeed(...given),
      findFeedLinks: async (...given) => findFeedLinks(...given),
    },
    now: () => new Date('2026-12-01T07:00:00Z'),
  })
  const urls = discovery.kind === 'found' ? discovery.feeds.map(({ url }) => url) : []
  return { discovery, urls, asked }
}

test('an address that is a feed is asked for once, and shown with its newest items', async () => {
  const { discovery, asked } = await discover('https://publisher.example/all', { '/all': feed })
  expect(asked).toEqual(['/all'])
  expect(discovery).toMatchObject({
    kind: 'found',
    feeds: [
      {
        url: 'https://publisher.example/all',
        title: 'Harbour Post',
        items: 4,
        newest: [
          { title: 'One', text: 'All about One.' },
          { title: 'Two' },
          { title: 'Three' },
          {},
        ],
        answer: { kind: 'ok' },
      },
    ],
  })
})

describe('a page gives', () => {
  test('the feeds that it declares, those of comments last', async () => {
    const head =
      '<base href="/news/"><link rel="alternate" type="application/rss+xml" title="Comments" href="comments.xml">' +
      '<link rel="alternate" type="application/atom+xml" title="All" href="/atom.xml">' +
      '<link rel="alternate" type="application/json" href="/wp-json/posts/1">' +
      '<link rel="alternate" hreflang="de" href="/de/">'
    const site = { '/': page(head), '/atom.xml': feed, '/news/comments.xml': feed }
    const { urls, asked } = await discover('publisher.example', site)
    expect(urls).toEqual([
      'https://publisher.example/atom.xml',
      'https://publisher.example/news/comments.xml',
    ])
    expect(asked).toEqual(['/', '/atom.xml', '/news/comments.xml'])
  })

  test('a feed that it links to, when it declares none', async () => {
    const body = '<a class="x" href="/about">About</a> <a href="/all.rss?a=1&amp;b=2">RSS</a>'
    const { urls } = await discover('publisher.example', {
      '/': page('', body),
      '/all.rss?a=1&b=2': feed,
    })
    expect(urls).toEqual(['https://publisher.example/all.rss?a=1&b=2'])
  })

  test('a feed where feeds usually are, when it says nothing', async () => {
    const site = { '/blog/': page(''), '/blog/feed.xml': feed }
    expect(
      (await discover('publisher.example/blog/', { ...site, '/feed.xml': feed })).urls,
    ).toEqual(['https://publisher.example/feed.xml'])
  })
})

test('a known shape is tried before the page', async () => {
  const site = { '/@ruth.rss': feed, '/@ruth': page('') }
  const { urls, asked } = await discover('https://publisher.example/@ruth', site)
  expect(urls).toEqual(['https://publisher.example/@ruth.rss'])
  expect(asked).toEqual(['/@ruth.rss'])
})

test('a site without feeds is asked nine times at most, and the answer says so', async () => {
  const links = Array.from({ length: 30 }, (_, at) => `<a href="/feed/${at}">x</a>`).join('')
  const { discovery, asked } = await discover('publisher.example', { '/': page('', links) })
  expect(asked.length).toBeLessThanOrEqual(9)
  expect(discovery).toEqual({
    kind: 'none',
    why: 'The page names no feed, and none was found where feeds usually are.',
  })
})

test.each([
  ['what is no address', 'not a site', '"not a site" is no address of a website.'],
  ['a file', 'file:///etc/passwd', '"file:///etc/passwd" is no address of a website.'],
  ['a private address', 'http://127.0.0.1/', 'The address could not be reached.'],
  ['a page that is not there', 'publisher.example/gone', 'There is nothing at this address (404).'],
])('%s is told in a sentence', async (_name, address, why) => {
  expect((await discover(address, {})).discovery).toEqual({ kind: 'none', why })
})

test('what a page declares in a private network is not fetched', async () => {
  const head = '<link rel="alternate" type="application/rss+xml" href="http://127.0.0.1:8080/feed">'
  const { discovery } = await discover('publisher.example', { '/': page(head) })
  expect(discovery.kind).toBe('none')
})
