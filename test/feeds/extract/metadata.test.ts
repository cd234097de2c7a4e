import { describe, expect, test } from 'vitest'
import { cleanByline } from '../../../src/feeds/extract/byline.ts'
import { extractPage } from '../../../src/feeds/extract/extract-page.ts'
import { headlineOf } from '../../../src/feeds/extract/headline.ts'

const page = (head: string, body = '', url = 'https://post.example/a') =>
  extractPage(`<html><head>${head}</head><body>${body}</body></html>`, url)

describe('the headline', () => {
  test.each([
    ['loses the name of the site', ['Bridge opens | Harbour Post'], [], 'Bridge opens'],
    ['keeps a dash of its own', ['Bridge opens – at last'], [], 'Bridge opens – at last'],
    [
      'is the heading that readers see',
      ['Bridge opens after delays'],
      ['Harbour Post', 'Bridge opens after long delays'],
      'Bridge opens after long delays',
    ],
    ['is not the name of the site', ['Harbour Post', 'Bridge opens'], [], 'Bridge opens'],
    ['is a heading when nothing else is there', [], ['Bridge opens'], 'Bridge opens'],
  ])('%s', (_fact, marked, headings, headline) => {
    const siteNames = ['Harbour Post', 'post.example']
    expect(headlineOf({ marked, headings, documentTitle: undefined, siteNames })).toBe(headline)
  })
})

describe('the byline', () => {
  test.each([
    [['By Ana Lim'], 'Ana Lim'],
    [['Ana Lim', 'Bo Ek', 'Ana Lim'], 'Ana Lim, Bo Ek'],
    [['Ana Lim | Published 3 May'], 'Ana Lim'],
    [['Ana Lim Monday, November 18'], 'Ana Lim'],
    [['https://post.example/ana'], undefined],
    [['admin'], undefined],
    [[undefined], undefined],
  ])('of %j is %j', (names, byline) => {
    expect(cleanByline(names)).toBe(byline)
  })
})

describe('the day', () => {
  test.each([
    [
      'JSON-LD',
      '<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","datePublished":"2026-01-02T03:04:05Z"}]}</script>',
      '',
      '2026-01-02T03:04:05Z',
    ],
    ['a meta tag', '<meta name="parsely-pub-date" content="2026-01-02">', '', '2026-01-02'],
    [
      'a time element',
      '',
      '<article><time datetime="2026-01-02T10:00:00+01:00">today</time></article>',
      '2026-01-02T10:00:00+01:00',
    ],
    ['what the page shows', '', '<span class="post-date">2 January 2026</span>', '2026-01-02'],
  ])('comes from %s', (_place, head, body, day) => {
    expect(page(head, body).publishedAt).toBe(day)
  })

  test('comes from the address', () => {
    expect(page('', '', 'https://post.example/2026/01/02/bridge').publishedAt).toBe('2026-01-02')
  })

  test.each(['0001-01-01T00:00:00Z', '1970-01-01', 'yesterday', '2026-13-45'])(
    '%s is none',
    (text) => {
      expect(
        page(`<meta property="article:published_time" content="${text}">`).publishedAt,
      ).toBeUndefined()
    },
  )
})
