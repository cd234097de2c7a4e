import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { groupArticles } from '../../../src/briefing/stories/group.ts'
import type { Groupable } from '../../../src/briefing/stories/vectors.ts'

const item = (id: string, title: string, text = '', more: Partial<Groupable> = {}): Groupable => ({
  id,
  title,
  text,
  url: undefined,
  publishedAt: undefined,
  ...more,
})

const ids = (stories: readonly (readonly Groupable[])[]) =>
  stories.map((story) => story.map((one) => one.id))

const bridgeA = item(
  'bridge-a',
  'Harbour bridge closed after inspectors find cracks',
  'The harbour bridge in Norwick was closed to all traffic on Tuesday after inspectors found cracks in two of its main girders. Mayor Ana Ruiz said repairs would take six weeks. About 40,000 vehicles cross the bridge each day, and traffic is being sent through the eastern tunnel. The cracks were found during a yearly inspection by the city engineers, who warned that heavy lorries could make them worse.',
)
const bridgeB = item(
  'bridge-b',
  'Cracked girders shut Norwick bridge for six weeks',
  'Norwick has closed its harbour bridge for six weeks because two girders are cracked, mayor Ana Ruiz announced. Engineers discovered the cracks in a yearly inspection. The 40,000 vehicles that use the bridge daily must take the eastern tunnel, where long queues formed on Tuesday. Lorry drivers were told to avoid the old town, and the port authority said that goods would be moved by rail for the time being.',
)
const bank = item(
  'bank',
  'Central bank holds rate at 2.00 percent',
  'The central bank of Estmark left its key interest rate at 2.00 percent on Tuesday, as economists had expected. Governor Leo Brandt said that inflation was slowing but that wages were still rising too fast. He gave no date for a first cut. Markets took the decision calmly, and the currency hardly moved against the dollar in the hours after the announcement was made in the capital.',
)

describe('grouping articles into stories', () => {
  test('joins two tellings of one event and leaves another event alone', () => {
    expect(ids(groupArticles([bridgeA, bank, bridgeB]))).toEqual([
      ['bridge-a', 'bridge-b'],
      ['bank'],
    ])
  })

  test('joins what stands at one address, whatever its title', () => {
    const one = item('1', 'Live: storm', '', { url: 'https://www.example.org/storm?utm=x' })
    const two = item('2', 'Thousands without power', '', { url: 'http://example.org/storm#top' })
    expect(ids(groupArticles([one, two]))).toEqual([['1', '2']])
  })

  test('joins items of one title, but not by a title of two words', () => {
    const long = (id: string) => item(id, 'Harbour bridge closed again')
    const short = (id: string) => item(id, 'In pictures', `${id} different things happened`)
    expect(ids(groupArticles([long('1'), long('2')]))).toEqual([['1', '2']])
    expect(ids(groupArticles([short('1'), short('2')]))).toHaveLength(2)
  })

  test('keeps apart what an admin has split', () => {
    expect(ids(groupArticles([bridgeA, bridgeB], { apart: [['bridge-b', 'bridge-a']] }))).toEqual([
      ['bridge-a'],
      ['bridge-b'],
    ])
  })

  test('tells every article exactly once, whatever the articles', () => {
    const words = fc.constantFrom('bridge', 'Norwick', 'cracks', '12', 'bank', 'Ruiz', 'rate', '橋')
    const text = fc.array(words, { maxLength: 12 }).map((list) => list.join(' '))
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text), { maxLength: 30 }), (pairs) => {
        const items = pairs.map(([title, body], at) => item(`${at}`, title, body))
        const told = ids(groupArticles(items)).flat()
        expect(told.toSorted()).toEqual(items.map((one) => one.id).toSorted())
      }),
    )
  })
})
