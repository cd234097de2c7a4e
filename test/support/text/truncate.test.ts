import { expect, test } from 'vitest'
import { truncateGraphemes } from '../../../src/support/text/truncate.ts'

test.each([
  ['short', 10, undefined, 'short'],
  ['a longer text', 8, undefined, 'a longe…'],
  ['👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧', 2, undefined, '👨‍👩‍👧…'],
  ['👨‍👩‍👧👨‍👩‍👧', 5, 10, '👨‍👩‍👧…'],
  ['text', 0, undefined, ''],
])('%s cut to %i characters', (text, graphemes, units, cut) => {
  expect(truncateGraphemes(text, graphemes, units)).toBe(cut)
})
