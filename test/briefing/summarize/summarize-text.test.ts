import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { summarizeText } from '../../../src/briefing/summarize/summarize-text.ts'
import { countWords } from '../../../src/briefing/text/words.ts'

const harbour = `HARBOUR CITY (Wire One) - The harbour bridge was closed on Tuesday after inspectors found cracks in two of its main girders.
But the city expects it to reopen within six weeks, mayor Ana Ruiz told reporters. She called the closure painful. The bridge carries 40,000 vehicles a day between the harbour and the old town. "We will not open it a day too early," Ruiz said. Traffic is being sent through the eastern tunnel, which was built in 1974 and has been repaired twice in the last ten years by the city's own engineers.
Click here to read more about the bridge. Scene: Cars wait in front of the closed harbour bridge.`

const limits = { maxSentences: 3, maxWords: 60 }
const printed = (text: string) => summarizeText({ text }, limits).map((point) => point.text)

describe('the extractive summarizer', () => {
  test('begins with what happened, without the dateline', () => {
    expect(printed(harbour)[0]).toBe(
      'The harbour bridge was closed on Tuesday after inspectors found cracks in two of its main girders.',
    )
  })

  test('drops a connective at the head of a point', () => {
    expect(printed(harbour).join(' ')).not.toMatch(/(^|\. )But /)
  })

  test('prints no sentence whose pronoun refers to the sentence before', () => {
    expect(printed(harbour).join(' ')).not.toContain('She called')
  })

  test('leaves out the place and the agency that an article begins with', () => {
    const text = 'Port Lis, Arland (CNN)Rebels seized the airport of the capital on Sunday morning.'
    expect(printed(text)).toEqual(['Rebels seized the airport of the capital on Sunday morning.'])
  })

  test('prints nothing that stands around news', () => {
    expect(printed(harbour).join(' ')).not.toMatch(/Click here|Scene:/)
  })

  test('prints no caption, which ends in a full date', () => {
    const caption = 'Engineers look at a girder of the harbour bridge in Norwick, March 3, 2026.'
    expect(printed(`${caption}\n\n${harbour}`).join(' ')).not.toContain('look at a girder')
  })

  test('keeps the order of the article', () => {
    const starts = summarizeText({ text: harbour }, limits).map((point) => point.start)
    expect(starts).toEqual(starts.toSorted((a, b) => a - b))
  })

  test('points at the words that each point rests on', () => {
    const [point] = summarizeText({ text: harbour }, limits)
    expect(harbour.slice(point?.start, point?.end)).toBe(point?.text)
  })

  test('has nothing to say of an empty text or a bare title', () => {
    expect(printed('')).toEqual([])
    expect(printed('Harbour bridge closed')).toEqual([])
  })

  test('begins an Italian summary with its first sentence, whose article is no pronoun', () => {
    const text = `Il ponte del porto resterà chiuso fino alla fine di maggio dopo la scoperta di crepe nei piloni.

Tommaso Greco, che lo aveva visto nel 2023, dice che gli ingegneri del porto erano stati avvertiti.`
    expect(printed(text)[0]).toContain('Il ponte del porto')
  })

  test('keeps words at the head that only look like a connective', () => {
    const text =
      'So far, no car has crossed the harbour bridge since inspectors closed it on Tuesday.'
    expect(printed(text)).toEqual([text])
  })

  test.each([
    'Norwick\u00A0(WIRE)',
    'UPDATE: ',
    'EXCLUSIVE – NORWICK (Wire One) - ',
    '• ',
    'NORWICK ― ',
  ])('leaves out %j before the first words', (head) => {
    const text = 'Engineers closed the harbour bridge before dawn and went home.'
    expect(printed(head + text)).toEqual([text])
  })

  test('leaves out a dateline with state, day and agency', () => {
    const text = 'NORWICK, Md., Oct. 4 (WIRE) — Engineers closed the harbour bridge before dawn.'
    expect(printed(text)).toEqual(['Engineers closed the harbour bridge before dawn.'])
  })

  test.each([
    'Because the girders of the harbour bridge had rusted for many years without paint.',
    'Says a deep voice at the end of the film about the harbour bridge.',
    'Wire One’s Lina Mo wrote and reported from the harbour bridge in Norwick.',
  ])('takes no clause without its sentence and no credit for a point: %s', (sentence) => {
    expect(printed(`${harbour}\n\n${sentence}`).join(' ')).not.toContain(sentence)
    expect(printed(sentence)).toEqual([])
  })

  test.each([
    'In the morning, she closed the harbour bridge and sent every car through the tunnel.',
    'Thirteen minutes later, the harbour bridge was closed and every car sent through the tunnel.',
    'In it, engineers find cracks in the harbour bridge and warn of every car in the tunnel.',
    'The harbour bridge frightened her when every car shook it on the way to the tunnel.',
  ])('prefers a sentence that can be read alone to %j', (sentence) => {
    const alone = 'Mayor Ana Ruiz closed the harbour bridge and sent every car through the tunnel.'
    const text = `${sentence}\n\n${alone}`
    const [point] = summarizeText({ text }, { maxSentences: 1, maxWords: 30 })
    expect(point?.text).toBe(alone)
  })

  test('stays within sentences, words and the text, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom(...harbour.split(' ')))),
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: 1, max: 80 }),
        (words, maxSentences, maxWords) => {
          const text = words.join(' ')
          const points = summarizeText({ text }, { maxSentences, maxWords })
          expect(points.length).toBeLessThanOrEqual(maxSentences)
          expect(points.reduce((sum, one) => sum + countWords(one.text), 0)).toBeLessThanOrEqual(
            maxWords,
          )
          for (const { start, end } of points) expect(text.slice(start, end)).not.toBe('')
        },
      ),
    )
  })
})
