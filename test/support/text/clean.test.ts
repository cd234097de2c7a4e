import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cleanLine, cleanText } from '../../../src/support/text/clean.ts'

test.each([
  ['plain text stays', 'He said “no”.\n\nShe left.', 'He said “no”.\n\nShe left.'],
  ['controls go', 'a\u0000b\u0007c\u009Fd', 'abcd'],
  ['bidirectional overrides go', 'pay\u202Elap\u202C', 'paylap'],
  ['zero-width spaces and soft hyphens go', 'ze\u200Bro\u00ADwidth\uFEFF', 'zerowidth'],
  ['joiners stay between letters', 'می\u200Cخواهم', 'می\u200Cخواهم'],
  ['joiners stay in emoji sequences', '👨\u200D👩\u200D👧', '👨\u200D👩\u200D👧'],
  ['joiners go elsewhere', 'a \u200Db 1\u200C2', 'a b 12'],
  [
    'flag tags stay',
    '\u{1F3F4}\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}',
    '\u{1F3F4}\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}',
  ],
  ['hidden tag text goes', 'hi\u{E0069}\u{E0067}\u{E006E}', 'hi'],
  ['composed characters are used', 'Cafe\u0301', 'Café'],
  ['every line end is a line feed', 'a\r\nb\rc\u2028d', 'a\nb\nc\nd'],
  ['half a surrogate becomes U+FFFD', 'a\uD800b', 'a\uFFFDb'],
])('%s', (_fact, dirty, clean) => {
  expect(cleanText(dirty)).toBe(clean)
})

test('stacks no more than eight marks on a letter', () => {
  expect(cleanText(`x${'\u0335'.repeat(10_000)}y`)).toBe(`x${'\u0335'.repeat(8)}y`)
})

test('cleaning clean text changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      const once = cleanText(text)
      expect(cleanText(once)).toBe(once)
      expect(once.isWellFormed()).toBe(true)
    }),
    { numRuns: 2000, seed: 1 },
  )
})

test('a clean line has no line ends and no outer spaces', () => {
  expect(cleanLine('  a\u00A0 \n b\t')).toBe('a b')
})
