import { expect, test } from 'vitest'
import type { Speaker } from '../../../../../src/domain/quote.ts'
import { speakerEvidence } from '../../../../../src/platforms/console/page/story/speaker-evidence.ts'

const text = [
  'Mayor Ana Ruiz opened the market in Ruizville.',
  'Chief engineer Marta Lindqvist came late. “We will not guess,” Lindqvist said.',
  'Ana Ruiz left early. A senior official said: “Nobody knew.” He left.',
].join('\n\n')

function marked(words: string, speaker: Speaker): readonly string[] {
  const start = text.indexOf(words)
  const found = speakerEvidence(text, { start, end: start + words.length, speaker })
  return found.map((range) => `${range.start}: ${text.slice(range.start, range.end)}`)
}

test('finds the name nearest to the quote, the role, and the family name beside it', () => {
  expect(marked('We will not guess', { name: 'Marta Lindqvist', role: 'Chief engineer' })).toEqual([
    '48: Chief engineer',
    '63: Marta Lindqvist',
    '111: Lindqvist',
  ])
})

test('takes no part of a longer word for a name', () => {
  expect(marked('Nobody knew', { name: 'Ana Ruiz', role: 'Mayor' })).toEqual([
    '0: Mayor',
    '128: Ana Ruiz',
  ])
})

test('finds an unnamed source by the noun of the article', () => {
  expect(marked('Nobody knew', { name: 'a senior official', role: undefined })).toEqual([
    '151: senior official',
  ])
})

test('says nothing where the article does not name the speaker', () => {
  expect(marked('Nobody knew', { name: 'Jo March', role: 'poet' })).toEqual([])
})
