import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findQuotes } from '../../src/briefing/quotes/find-quotes.ts'
import { summarizeText } from '../../src/briefing/summarize/summarize-text.ts'

const size = 1_000_000
const fill = (unit: string) => unit.repeat(Math.ceil(size / unit.length))

/** What would take minutes if any search grew with the square of the text. */
const texts: Readonly<Record<string, string>> = {
  'one line without an end': fill('bridge harbour town '),
  'one word': fill('a'),
  'white space': fill(' '),
  'opening marks': fill('“'),
  'quotations and nothing else': fill('“a” '),
  'names and nothing else': fill('Ana Ruiz and '),
  abbreviations: fill('U.'),
  brackets: fill('('),
  'a table': fill('1\t2\t3\n'),
  code: fill('const a = b ? "x" : \'y\'; '),
  'Thai without spaces': fill('สะพานปิดแล้ว'),
}

/** News and its troubles in pieces: marks of all kinds, names, verbs of speech, pronouns. */
const pieces = [
  ...`" “ ” „ ‘ ’ ' '' « » , . ? : — ( ) \n \n\n Ana Ruiz Karl Brandt Mr. Mrs. he she they it I who said says told according to
  mayor the a of for port bridge "We will “We ,” ." ’s his her and but that U.S. 40,000`.split(' '),
  ' ',
]
const news = fc
  .array(
    fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...pieces) }, fc.string({ unit: 'grapheme' })),
  )
  .map((list) => list.join(' '))

const pronoun = /^(?:he|she|it|they|i|we|you|who|him|her|them|his|this|that|these|those)$/i

describe('whatever the text', () => {
  test.each(Object.entries(texts))('B53: %s does not stop the summarizer', (_, text) => {
    expect(summarizeText({ text }, { maxSentences: 3, maxWords: 60 }).length).toBeLessThanOrEqual(3)
    expect(findQuotes({ text }).filter((quote) => quote.isKey).length).toBeLessThanOrEqual(3)
  })

  test('every quotation stands verbatim at its offsets, in order, on one paragraph', () => {
    fc.assert(
      fc.property(news, (text) => {
        let from = 0
        for (const { start, end, text: words } of findQuotes({ text })) {
          expect(text.slice(start, end)).toBe(words)
          expect(start).toBeGreaterThanOrEqual(from)
          expect(words).not.toBe('')
          from = end
        }
      }),
      { numRuns: 300 },
    )
  })

  test('no speaker is a pronoun, in any language', () => {
    const languages = fc.constantFrom(
      undefined,
      'en',
      'de',
      'fr',
      'es',
      'it',
      'pt',
      'nl',
      'xx',
      'no such tag',
    )
    fc.assert(
      fc.property(news, languages, (text, language) => {
        for (const { speaker } of findQuotes({ text, language })) {
          expect(speaker?.name.trim()).not.toBe('')
          expect(speaker?.name ?? 'nobody').not.toMatch(pronoun)
        }
      }),
      { numRuns: 300 },
    )
  })

  test('at most three quotes are key, each by somebody', () => {
    fc.assert(
      fc.property(news, (text) => {
        const keys = findQuotes({ text }).filter((quote) => quote.isKey)
        expect(keys.length).toBeLessThanOrEqual(3)
        for (const { speaker, weight } of keys) {
          expect(speaker).toBeDefined()
          expect(weight).toBeGreaterThan(0)
        }
      }),
    )
  })
})
