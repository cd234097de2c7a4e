import { describe, expect, test } from 'vitest'
import { correctionsOf } from '../../src/briefing/corrections.ts'
import type { ToldStory } from '../../src/domain/story.ts'
import { wordingFor } from '../../src/domain/wording/wording.ts'
import { aBriefing } from '../domain/a-digest.ts'
import { anArticle } from '../store/sample.ts'
import { aToldStory, now } from './a-story.ts'

const said = 'Ferry crash: 12 people were injured when two ferries collided off Norwick.'
const quote = 'We heard a bang and then the lights went out'
const text = `${said}\n\n"${quote}," said Ana Ruiz, a passenger. Divers searched the port until 22:00.`
const article = anArticle('one', { publisher: 'Wire One', text })

/** The story as it was printed from the first revision, and the article as it stands now. */
function toldWith(textNow: string, changes: Partial<ToldStory> = {}): ToldStory {
  const start = text.indexOf(quote)
  const speaker = { name: 'Ana Ruiz', role: 'a passenger' }
  const briefing = aBriefing({
    points: [{ text: said, evidence: [{ articleId: article.id, start: 0, end: said.length }] }],
    quotes: [{ articleId: article.id, start, end: start + quote.length, text: quote, speaker }],
  })
  return {
    ...aToldStory('ferries', [article], { briefing }),
    articles: [{ ...article, text: textNow, revision: 2 }],
    ...changes,
  }
}
const wordsOf = (story: ToldStory) =>
  correctionsOf([story], { now, wording: wordingFor('en') }).flatMap(({ corrections }) =>
    corrections.map(({ what }) => what),
  )

describe('a told story is corrected', () => {
  test('when a figure that was printed is another now', () => {
    expect(wordsOf(toldWith(text.replace('12 people', '14 people')))).toEqual([
      'Wire One now counts 14 people, not 12.',
    ])
  })

  test('when a quote that was printed is no longer there', () => {
    expect(wordsOf(toldWith(text.replace(quote, 'We heard nothing')))).toEqual([
      `Wire One no longer has the words “${quote}” by Ana Ruiz.`,
    ])
  })

  test('with the revision and the time of the correction', () => {
    const [corrected] = correctionsOf([toldWith(text.replace('12', '14'))], {
      now,
      wording: wordingFor('de'),
    })
    expect(corrected?.corrections).toEqual([
      {
        articleId: 'one',
        revision: 2,
        at: now,
        what: 'Wire One zählt jetzt 14, nicht 12.',
      },
    ])
  })
})

describe('a told story is left as it stands', () => {
  test.each([
    ['nothing that was printed changed', text.replace('22:00', '23:30')],
    ['marks and spaces are set otherwise', text.replaceAll('"', '”').replaceAll(' ', '  ')],
    [
      'the sentence was written anew',
      text.replace(said, 'Many were hurt at sea, 14 of them badly.'),
    ],
    ['more is told', `${text}\n\nThe port was closed for 3 hours.`],
  ])('when %s', (_, textNow) => {
    expect(wordsOf(toldWith(textNow))).toEqual([])
  })

  test('when the revision was told or corrected already', () => {
    const changed = text.replace('12', '14')
    const corrections = [{ articleId: article.id, revision: 2, at: now, what: 'x' }]
    expect(wordsOf(toldWith(changed, { corrections }))).toEqual([])
    expect(wordsOf(toldWith(changed, { revisions: new Map([[article.id, 2]]) }))).toEqual([])
  })
})
