import type { ServerResponse } from 'node:http'
import { describe, expect, test } from 'vitest'
import type { Article } from '../../../src/domain/article.ts'
import { articleId, feedId } from '../../../src/domain/ids.ts'
import { extractPage } from '../../../src/feeds/extract/extract-page.ts'
import { readArticlePage, revisedText } from '../../../src/feeds/page/read-article-page.ts'
import { systemClock } from '../../../src/support/clock.ts'
import { createRobots } from '../../../src/support/http/robots.ts'
import { clientFor, serve } from '../../support/http/local-server.ts'

const now = new Date('2026-12-01T07:00:00Z')
const teaser: Article = {
  id: articleId('a'),
  feedId: feedId('f'),
  publisher: 'Harbour Post',
  url: 'https://publisher.example/bridge',
  title: 'Harbour bridge closed after inspectors find cracks',
  text: 'The harbour bridge was closed on Monday after inspectors found cracks in 2 plates.',
  headings: [],
  publishedAt: undefined,
  firstSeenAt: now,
  language: undefined,
  byline: undefined,
  partial: false,
  revision: 1,
}
const body = [
  'The harbour bridge was closed on Monday after inspectors found cracks in 2 plates of its tower.',
  'Trucks are sent round the fjord, a detour of 54 kilometres, and ferries run every fifteen minutes.',
  'The chief engineer said that nobody would drive over the bridge before the survey had ended.',
  'It was opened in 1974 and strengthened in 2009, when a lane was added for the buses of the port.',
]

function page(options: { head?: string; paragraphs?: readonly string[] } = {}): string {
  const { head = '', paragraphs = body } = options
  return `<html lang="en-GB"><head><title>Bridge</title><meta name="author" content="Ruth Ashby">
    <meta property="article:published_time" content="2026-11-30T20:00:00Z">${head}</head>
    <body><nav><a href="/">Home</a></nav><article><h1>${teaser.title}</h1>${paragraphs.map((p) => `<p>${p}</p>`).join('')}</article></body></html>`
}

type Site = Readonly<Record<string, (response: ServerResponse) => void>>
const html = (text: string) => (response: ServerResponse) => {
  response.setHeader('content-type', 'text/html; charset=utf-8')
  response.end(text)
}

/** Reads the article's page from a site of these paths, and says which paths were asked for. */
async function read(site: Site, article: Article = teaser) {
  const asked: string[] = []
  await using server = await serve((request, response) => {
    const path = request.url ?? ''
    asked.push(path)
    const answer = site[path]
    if (answer) answer(response)
    else response.writeHead(404).end()
  })
  await using http = clientFor(server)
  const robots = createRobots({ http, clock: systemClock, token: 'Dateline' })
  const parser = {
    extractPage: async (source: string, url?: string) =>
      ({ kind: 'extracted', page: extractPage(source, url) }) as const,
  }
  const reading = await readArticlePage(article, { http, robots, parser, now: () => now })
  return { ...reading, asked }
}

test('takes the fuller text of the page, and what the feed left open', async () => {
  const { article, from, asked } = await read({ '/bridge': html(page()) })
  expect(from).toBe('page')
  expect(article.text).toBe(body.join('\n\n'))
  expect(article).toMatchObject({ byline: 'Ruth Ashby', language: 'en-GB', partial: false })
  expect(article.publishedAt).toEqual(new Date('2026-11-30T20:00:00Z'))
  expect(article.title).toBe(teaser.title)
  expect(asked).toEqual(['/robots.txt', '/bridge'])
})

test('asks for nothing when the feed brings the whole article', async () => {
  const whole = { ...teaser, text: `${'The bridge stays closed today. '.repeat(40)}` }
  expect(await read({ '/bridge': html(page()) }, whole)).toMatchObject({ from: 'feed', asked: [] })
  const cut = { ...teaser, text: `${whole.text}Read more…` }
  expect((await read({ '/bridge': html(page()) }, cut)).asked).toContain('/bridge')
})

describe('leaves the page alone', () => {
  test.each([
    ['for all', 'User-agent: *\nDisallow: /'],
    ['for us by name', 'User-agent: dateline\nDisallow: /bridge\n\nUser-agent: *\nDisallow:'],
  ])('when robots.txt forbids it %s', async (_name, rules) => {
    const site = { '/robots.txt': (response: ServerResponse) => void response.end(rules) }
    const { asked, article } = await read({ ...site, '/bridge': html(page()) })
    expect(asked).toEqual(['/robots.txt'])
    expect(article).toEqual(teaser)
  })

  test('when robots.txt cannot be read', async () => {
    const site = { '/robots.txt': (response: ServerResponse) => void response.writeHead(503).end() }
    expect((await read({ ...site, '/bridge': html(page()) })).asked).toEqual(['/robots.txt'])
  })
})

describe("keeps the feed's own text", () => {
  test.each<[string, Site]>([
    [
      'noai in the page',
      { '/bridge': html(page({ head: '<meta name="robots" content="index, noai">' })) },
    ],
    [
      'noarchive in the page',
      { '/bridge': html(page({ head: '<meta name="ROBOTS" content="NOARCHIVE">' })) },
    ],
    [
      'noai in the header',
      {
        '/bridge': (response) => {
          response.setHeader('x-robots-tag', 'noai, noimageai')
          html(page())(response)
        },
      },
    ],
    [
      'a cookie wall',
      {
        '/bridge': html(
          page({
            paragraphs: [
              'We and our partners store cookies on your device to show you what you may like.',
            ],
          }),
        ),
      },
    ],
    ['no page', {}],
    [
      'a picture',
      { '/bridge': (response) => void response.setHeader('content-type', 'image/png').end('PNG') },
    ],
    ['a page with less in it', { '/bridge': html(page({ paragraphs: [teaser.title] })) }],
  ])('before %s', async (_name, site) => {
    const { article, from, why } = await read(site)
    expect(from).toBe('feed')
    expect(article.text).toBe(teaser.text)
    expect(why).toMatch(/^[A-Z].*\.$/)
  })

  test('before a paywall, and says that it is only a part', async () => {
    const data = { '@type': 'NewsArticle', headline: teaser.title, isAccessibleForFree: false }
    const head = `<script type="application/ld+json">${JSON.stringify(data)}</script>`
    const { article } = await read({ '/bridge': html(page({ head })) })
    expect(article).toMatchObject({ text: teaser.text, partial: true })
    const { article: untold } = await read(
      { '/bridge': html(page({ head })) },
      { ...teaser, text: '' },
    )
    expect(untold).toMatchObject({ text: body.join('\n\n'), partial: true })
  })
})

describe('a changed article', () => {
  const stored = { ...teaser, text: body.join('\n\n') }

  test("keeps the page's text while that says all that the new teaser says", () => {
    const reworded = {
      ...teaser,
      text: 'After inspectors found cracks in 2 plates the harbour bridge was closed.',
    }
    expect(revisedText(stored, reworded).text).toBe(stored.text)
  })

  test('takes the new teaser when it brings another number or other words', () => {
    const counted = { ...teaser, text: teaser.text.replace('2 plates', '3 plates') }
    expect(revisedText(stored, counted).text).toBe(counted.text)
    const told = {
      ...teaser,
      text: 'The director of the roads department has resigned over a warning.',
    }
    expect(revisedText(stored, told).text).toBe(told.text)
  })

  test("takes the feed's text when the feed brings the whole of it", () => {
    const whole = { ...teaser, text: `${stored.text} A third crack was found.` }
    expect(revisedText(stored, whole).text).toBe(whole.text)
  })
})
