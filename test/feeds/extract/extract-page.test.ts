import { expect, test } from 'vitest'
import { extractPage } from '../../../src/feeds/extract/extract-page.ts'

const paragraph = (n: number) =>
  `<p>Paragraph ${n} of the report on the harbour bridge tells, at some length, what the council decided, why it did so, and what it will cost.</p>`

const story = [1, 2, 3, 4, 5].map(paragraph).join('')

test('gives the paragraphs with a blank line between them and marks headings', () => {
  const page = extractPage(
    `<html><head><title>T</title></head><body><article><h1>T</h1>${story}<h2>What comes next</h2>${story}</article></body></html>`,
  )
  const headings = page.headings.map(({ start, end }) => page.text.slice(start, end))
  expect(headings).toContain('What comes next')
  expect(page.text.split('\n\n')[0]).toMatch(/^Paragraph 1/)
})

test('reads a page without html, head and body', () => {
  expect(extractPage(`<article>${story}</article>`).text).toContain('Paragraph 3')
})

test('says what the page says about itself', () => {
  const page = extractPage(
    `<html lang="en_GB"><head><meta property="og:title" content="Bridge &amp; road"><meta name="author" content="By Ana Lim">
    <meta property="article:published_time" content="2026-03-04T05:06:07+02:00"><link rel="canonical" href="/bridge">
    <script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":false}</script></head><body>${story}</body></html>`,
    'https://post.example/x?y',
  )
  expect(page).toMatchObject({
    title: 'Bridge & road',
    byline: 'Ana Lim',
    publishedAt: '2026-03-04T05:06:07+02:00',
    lang: 'en-GB',
    canonicalUrl: 'https://post.example/bridge',
    partial: true,
  })
})

test.each([['%PDF-1.7 endobj'], ['\u0089PNG\r\n'], [`${'a'.repeat(20)}\u0000\u0001`]])(
  '%j is no page',
  (bytes) => {
    expect(extractPage(bytes.repeat(100)).text).toBe('')
  },
)

test('takes the article from JSON-LD when the page shows only its beginning', () => {
  const body = [1, 2, 3, 4, 5, 6, 7]
    .map((n) => `Sentence ${n} of the body, which is long enough.`)
    .join(' ')
  const data = JSON.stringify({ '@type': 'NewsArticle', articleBody: body })
  const page = extractPage(
    `<script type="application/ld+json">${data}</script><p>Sentence 1 of the body.</p>`,
  )
  expect(page.text).toBe(body)
})

test('takes the article from the data that a page is built from when it shows none', () => {
  const blocks = [1, 2, 3, 4, 5, 6].map((n) => ({
    type: 'p',
    text: `Paragraph ${n} of a story that only a script would draw, long enough to count as one.`,
  }))
  const data = JSON.stringify({ props: { story: { blocks } } })
  const page = extractPage(
    `<div id="root"></div><script id="data" type="application/json">${data}</script>`,
  )
  expect(page.text.split('\n\n')).toHaveLength(6)
})
