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
    publishedAt: '2026-03-04T03:06:07.000Z',
    lang: 'en-GB',
    canonicalUrl: 'https://post.example/bridge',
    partial: true,
  })
})
