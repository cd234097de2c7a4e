import { describe, expect, test } from 'vitest'
import { extractPage } from '../../../src/feeds/extract/extract-page.ts'

const paragraph = (n: number) =>
  `<p>Paragraph ${n} of the report on the harbour bridge tells, at some length, what the council decided, why it did so, and what it will cost.</p>`
const story = [1, 2, 3, 4, 5, 6].map(paragraph).join('')

const textWith = (junk: string) =>
  extractPage(`<html><body><article>${story}${junk}${paragraph(7)}</article></body></html>`).text

describe('what stands in an article and is none of it goes', () => {
  test.each([
    [
      'captions',
      '<figure><img src="a.png"><figcaption>The bridge at dawn, seen from the pier</figcaption></figure>',
      'dawn',
    ],
    [
      'newsletters',
      '<div class="article-newsletter-signup"><p>Get our best stories by mail</p></div>',
      'best stories',
    ],
    [
      'related articles',
      '<aside><h3>Related</h3><p>Ten bridges that fell down last year</p></aside>',
      'fell down',
    ],
    [
      'labelled lists of links',
      '<h4>More:</h4><ul><li><a href="/1">Mayor opens new school in the north</a></li><li><a href="/2">Council debates tram to the airport</a></li></ul>',
      'tram',
    ],
    [
      'shouted links',
      '<p><strong><a href="/x">MAYOR SAYS BRIDGE IS SAFE FOR ALL</a></strong></p>',
      'SAFE',
    ],
    ['credits', '<p>(Image credit: Harbour Post)</p>', 'credit'],
    ['agency lines', '<p>Reporting by Ana Lim; editing by Bo Ek</p>', 'Ana Lim'],
    ['days', '<p><time datetime="2026-01-02">2 January 2026, 10:11</time></p>', '10:11'],
    ['shares', '<div class="socialShareBar"><span>Share</span> <span>Tweet</span></div>', 'Tweet'],
  ])('%s', (_what, junk, words) => {
    const text = textWith(junk)
    expect(text).not.toContain(words)
    expect(text).toContain('Paragraph 7')
  })
})

describe('what is the article stays, whatever it is called', () => {
  test.each([
    [
      'a quotation',
      '<blockquote><p>We will build it, said the mayor.</p></blockquote>',
      'We will build it',
    ],
    [
      'a list of sentences',
      '<ul><li>The bridge opens in May.</li><li>Tolls start in June.</li></ul>',
      'Tolls',
    ],
    [
      'a heading',
      '<h2>Related costs of the bridge and who will pay for them in the end, after all</h2>',
      'who will pay',
    ],
    [
      'a link in a sentence',
      '<p>The plan, <a href="/p">published by the city</a>, has ten chapters on safety.</p>',
      'published by the city',
    ],
  ])('%s', (_what, html, words) => {
    expect(textWith(html)).toContain(words)
  })

  test('a body whose class says share', () => {
    const page = extractPage(
      `<html><body><div class="content-with-share">${story}</div></body></html>`,
    )
    expect(page.text).toContain('Paragraph 6')
  })
})
