import { expect, test } from 'vitest'
import type { Article } from '../../../src/domain/article.ts'
import { feedId } from '../../../src/domain/ids.ts'
import { extractPage } from '../../../src/feeds/extract/extract-page.ts'
import { readPages } from '../../../src/feeds/page/read-pages.ts'
import type { FeedItem } from '../../../src/feeds/to-articles.ts'
import type { FetchOutcome } from '../../../src/support/http/outcome.ts'
import { anArticle } from '../../store/sample.ts'

const now = new Date('2026-12-01T07:00:00Z')
const longer = 'What the page of the article says of it is far more than the feed has said.'

/** A site that has a longer page for every article, dated as asked, and a list of what it was asked for. */
function site(stored: readonly Article[] = [], day = '2026-12-01') {
  const asked: string[] = []
  const get = async (url: string): Promise<FetchOutcome> => {
    asked.push(url)
    const html = `<meta property="article:published_time" content="${day}"><article><p>${url.split('/').at(-1)} Title of Text of ${longer}</p></article>`
    return {
      kind: 'ok',
      status: 200,
      headers: { 'content-type': 'text/html' },
      body: new TextEncoder().encode(html),
      url,
      redirects: [],
      bytesOnWire: html.length,
    }
  }
  const tools = {
    http: { get },
    robots: async () => true,
    parser: {
      extractPage: async (html: string, url?: string) =>
        ({ kind: 'extracted', page: extractPage(html, url) }) as const,
    },
    now: () => now,
    storedArticles: async () => stored,
  }
  return { asked, tools }
}

function item(article: Article, over: Partial<FeedItem> = {}): FeedItem {
  return { kind: 'new', article, sightings: [], isNews: true, ...over }
}

test('reads the pages of what is news, and of nothing else', async () => {
  const { asked, tools } = site()
  const items = [item(anArticle('one')), item(anArticle('old'), { isNews: false })]
  const read = await readPages(items, tools)
  expect(asked).toEqual(['https://harbour.example/one'])
  expect(read[0]?.article.text).toContain(longer)
  expect(read[1]?.article.text).toBe('Text of old.')
})

test('asks for no page a second time, through whatever feed the article comes', async () => {
  const stored = anArticle('one', { text: longer })
  const { asked, tools } = site([stored])
  const other = item(anArticle('one', { feedId: feedId('other') }))
  const changed = item(anArticle('one', { text: 'Text is changed.' }), {
    kind: 'revised',
    isNews: false,
  })
  const read = await readPages([other, changed], tools)
  expect(asked).toEqual([])
  expect(read.map(({ article }) => article.text)).toEqual(['Text of one.', 'Text is changed.'])
})

test('a page that dates an undated article to last year takes it out of the news', async () => {
  const { tools } = site([], '2025-11-20')
  const [read] = await readPages([item(anArticle('one', { publishedAt: undefined }))], tools)
  expect(read?.isNews).toBe(false)
})

test('reads at most 25 pages at once, and none after the signal', async () => {
  const many = Array.from({ length: 40 }, (_, at) => item(anArticle(`a${at}`)))
  const { asked, tools } = site()
  expect(await readPages(many, tools)).toHaveLength(40)
  expect(asked).toHaveLength(25)
  const again = site()
  await readPages(many, again.tools, AbortSignal.abort())
  expect(again.asked).toEqual([])
})
