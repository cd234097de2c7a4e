import fc from 'fast-check'
import { expect, test } from 'vitest'
import { scanWords } from '../../../src/briefing/text/scan-words.ts'

const asPattern = /[\p{L}\p{N}]+(?:[’'.,](?=[\p{L}\p{N}])[\p{L}\p{N}]+)*/gu

test.each([
  ["Don't stop at 1,200.50 metres.", ["Don't", 'stop', 'at', '1,200.50', 'metres']],
  ['U.S. senators’ vote, 3’000 strong', ['U.S', 'senators', 'vote', '3’000', 'strong']],
  ['“Ünder the bridge…” (closed)', ['Ünder', 'the', 'bridge', 'closed']],
  ['𝐁ridge 🌉 closed', ['𝐁ridge', 'closed']],
  ['', []],
])('the words of %j', (text, words) => {
  expect(scanWords(text)).toEqual(words)
})

test.each(['橋が閉鎖された', 'สะพานปิด', 'the bridge 橋'])('%j has no spaces to go by', (text) => {
  expect(scanWords(text)).toBe(undefined)
})

test('are those that the pattern finds, in any text with spaces', () => {
  const units = fc.constantFrom(...'aZé9 .,’\'"-—\nß𝐁🌉ж\u0301')
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: units }), fc.string({ unit: 'grapheme' })), (text) => {
      const words = scanWords(text)
      if (words) expect(words).toEqual(text.match(asPattern) ?? [])
    }),
    { numRuns: 2000 },
  )
})
