import { expect, test } from 'vitest'
import { leaningsOf } from '../../../src/briefing/summarize/leaning.ts'
import { contentStems, countEach } from '../../../src/briefing/text/words.ts'

const leanings = (...texts: readonly string[]) =>
  leaningsOf(texts.map((text) => ({ text, stems: countEach(contentStems(text)) })))

test('a thing that an earlier sentence introduces is leant on', () => {
  expect(
    leanings('The city runs a small ferry to the fort.', 'The ferry was built in 1974.'),
  ).toEqual([undefined, 'ferry'])
})

test('so is a person who is called by the last name alone', () => {
  expect(leanings('Mayor Ana Ruiz opened the pier.', 'Ruiz also praised the engineers.')).toEqual([
    undefined,
    'ruiz',
  ])
})

test('what a sentence says for the first time is not', () => {
  expect(leanings('The ferry was built in 1974.', 'The bridge is older.')).toEqual([
    undefined,
    undefined,
  ])
})
