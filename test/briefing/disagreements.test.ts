import { describe, expect, test } from 'vitest'
import { disagreementsOf } from '../../src/briefing/disagreements.ts'
import { wordingFor } from '../../src/domain/wording/wording.ts'
import { anArticle } from '../store/sample.ts'

const english = wordingFor('en')
const telling = (publisher: string, text: string, language = 'en') =>
  anArticle(`${publisher} ${text}`, { publisher, text, language, title: 'Norwick harbour' })
const shown = (...articles: readonly ReturnType<typeof telling>[]) =>
  disagreementsOf(articles, english).map(({ text }) => text)

describe('sources that count differently', () => {
  test('are shown with both figures, each with the sentence that gives it', () => {
    const one = telling('Harbour Post', 'Two ferries collided. Police said 12 people were injured.')
    const other = telling(
      'Wire One',
      'At least 14 injured in ferry crash. Divers searched the port.',
    )
    const [shownOne] = disagreementsOf([one, other], english)
    expect(shownOne?.text).toBe('Harbour Post counts 12 injured, Wire One 14.')
    expect(
      shownOne?.evidence.map(({ articleId, start, end }) =>
        [one, other].find(({ id }) => id === articleId)?.text.slice(start, end),
      ),
    ).toEqual(['Police said 12 people were injured.', 'At least 14 injured in ferry crash.'])
  })

  test.each([
    ['a figure before and after its verb', 'The blast killed 9 people.', '11 people were killed.'],
    ['figures of thousands', 'The quake left 1,200 dead.', 'The toll: 1,300 dead.'],
    ['a figure in words', 'Twelve people were injured.', 'The blast injured 14 people.'],
    ['a death toll', 'The death toll has risen to 31.', '29 people died.'],
  ])('are understood with %s', (_, one, other) => {
    expect(shown(telling('Harbour Post', one), telling('Wire One', other))).toHaveLength(1)
  })

  test('are understood across languages', () => {
    const german = telling('Der Abend', 'Bei dem Unfall wurden 14 Menschen verletzt.', 'de')
    const alsoGerman = telling('Der Abend', 'Die Polizei meldet 14 Verletzte.', 'de')
    const one = telling('Harbour Post', '12 people were injured.')
    expect(shown(one, alsoGerman)).toEqual(['Harbour Post counts 12 injured, Der Abend 14.'])
    expect(shown(one, german)).toHaveLength(1)
  })

  test.each([
    ['agree', '12 people were injured.', 'The crash injured 12.'],
    ['count different things', '12 people were injured.', '14 people were arrested.'],
    ['count a part', '12 people were injured.', 'The crash injured 3 police officers.'],
    ['count two events', '12 people died. In May, 30 people died there.', '14 people died.'],
    ['count an accident and a war', '12 people died.', '150,000 people died.'],
    ['give a share or a price', '12 % were injured.', 'It cost $14 dead on.'],
  ])('are not made up of sources that %s', (_, one, other) => {
    expect(shown(telling('Harbour Post', one), telling('Wire One', other))).toEqual([])
  })

  test('are not made up of counts in other words under other titles', () => {
    const one = telling('Harbour Post', '12 people died when a ferry sank.')
    const other = { ...telling('Wire One', '14 people died in the mine.'), title: 'Estmark' }
    expect(shown(one, other)).toEqual([])
  })

  test('are never one outlet against itself', () => {
    const [one, other] = ['12 people died.', '14 people died.']
    expect(shown(telling('Wire One', one ?? ''), telling('Wire One', other ?? ''))).toEqual([])
  })
})
