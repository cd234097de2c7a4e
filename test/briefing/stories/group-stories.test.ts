import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { groupStories, type StoryContext } from '../../../src/briefing/stories/group-stories.ts'
import { storyId } from '../../../src/domain/ids.ts'
import { anArticle } from '../../store/sample.ts'
import { aToldStory } from '../a-story.ts'

const bridge = (name: string, changes = {}) =>
  anArticle(name, {
    title: 'Harbour bridge closed after inspectors find cracks',
    text: 'The harbour bridge in Norwick was closed to all traffic on Tuesday after inspectors found cracks in two of its main girders. Mayor Ana Ruiz said repairs would take six weeks. About 40,000 vehicles cross the bridge each day, and traffic is being sent through the eastern tunnel. The cracks were found during a yearly inspection by the city engineers.',
    ...changes,
  })
const bridgeAgain = anArticle('bridge-again', {
  publisher: 'Wire One',
  title: 'Norwick bridge: cracked girders to be replaced, mayor says',
  text: 'Norwick will replace the cracked girders of its harbour bridge, mayor Ana Ruiz said on Wednesday. The bridge has been closed to all traffic since inspectors found the cracks in two main girders. The 40,000 vehicles that use the bridge each day keep being sent through the eastern tunnel, and the repairs will still take six weeks, the city engineers said.',
})
const bank = anArticle('bank', {
  title: 'Central bank holds rate at 2.00 percent',
  text: 'The central bank of Estmark left its key interest rate at 2.00 percent on Tuesday, as economists had expected. Governor Leo Brandt said that inflation was slowing but that wages were still rising too fast. He gave no date for a first cut.',
})

const context = (changes: Partial<StoryContext> = {}): StoryContext => ({
  told: [],
  apart: [],
  newStoryId: ({ id }) => storyId(`new ${id}`),
  ...changes,
})
const outline = (stories: ReturnType<typeof groupStories>) =>
  stories.map(({ id, articles }) => `${id}: ${articles.map((article) => article.id).join(' ')}`)

describe('the stories of a channel', () => {
  test('get a new id when the channel was told nothing like them', () => {
    expect(outline(groupStories([bridge('one'), bank], context()))).toEqual([
      'new one: one',
      'new bank: bank',
    ])
  })

  test('keep their id when the channel was told before, and know what it was told', () => {
    const told = [aToldStory('bridge', [bridge('one')])]
    const [story, ...others] = groupStories([bridgeAgain, bank], context({ told }))
    expect(story).toMatchObject({ id: 'bridge', told: { articleIds: ['one'] } })
    expect(story?.articles.map(({ id }) => id)).toEqual(['bridge-again'])
    expect(others.map(({ id, told }) => [id, told])).toEqual([['new bank', undefined]])
  })

  test('go on with the story of an article that its publisher has changed', () => {
    const told = [aToldStory('bridge', [bridge('one')])]
    const changed = bridge('one', {
      title: 'Another title altogether',
      text: 'Closed.',
      revision: 2,
    })
    const [story] = groupStories([changed], context({ told }))
    expect(story).toMatchObject({ id: 'bridge', articles: [{ revision: 2 }] })
  })

  test('are known again by what was printed when the articles are no longer kept', () => {
    const gone = aToldStory('bridge', [bridge('one')])
    const points = bridge('one').text.split('. ')
    const told = [{ ...gone, articles: [], told: { ...gone.told, points } }]
    expect(outline(groupStories([bridgeAgain], context({ told })))).toEqual([
      'bridge: bridge-again',
    ])
  })

  test('stay apart when somebody has split them, each with an id of its own', () => {
    const told = [aToldStory('bridge', [bridge('one'), bridge('two')])]
    const one = bridge('one', { revision: 2 })
    const two = bridge('two', { revision: 2 })
    const stories = groupStories([one, two], context({ told, apart: [['two', 'one']] }))
    expect(outline(stories)).toEqual(['bridge: one', 'new two: two'])
  })

  test('tell of two told stories that turned out to be one under the id of the later one', () => {
    const earlier = aToldStory('earlier', [bridge('one')])
    const later = aToldStory('later', [bridge('two')])
    const told = [
      earlier,
      { ...later, told: { ...later.told, at: new Date('2026-03-01T00:00:00Z') } },
    ]
    const [story] = groupStories([bridgeAgain], context({ told }))
    expect(story?.id).toBe('later')
    expect(story?.told?.articleIds.toSorted()).toEqual(['one', 'two'])
  })

  test('begin with the fullest telling, and with the earlier of two that are as full', () => {
    const stub = bridge('stub', { text: 'Closed.' })
    const paywalled = bridge('paywalled', { partial: true, text: `${bridge('x').text} More.` })
    const late = bridge('late', { publishedAt: new Date('2026-03-01T07:00:00Z') })
    const early = bridge('early', { publishedAt: new Date('2026-03-01T05:00:00Z') })
    expect(outline(groupStories([stub, paywalled, late, early], context()))).toEqual([
      'new early: early late paywalled stub',
    ])
  })

  test('hold every article exactly once and have ids of their own, whatever was told and split', () => {
    const pool = ['a', 'b', 'c', 'd', 'e', 'f']
    const anId = fc.constantFrom(...pool)
    const text = fc.constantFrom(bridge('x').text, bridgeAgain.text, bank.text, 'Short.')
    const article = fc
      .record({ id: anId, text })
      .map(({ id, text: words }) => bridge(id, { text: words }))
    const some = fc.uniqueArray(article, { selector: ({ id }) => id })
    const told = fc.array(fc.uniqueArray(article, { minLength: 1, selector: ({ id }) => id }), {
      maxLength: 3,
    })
    const apart = fc.array(fc.tuple(anId, anId), { maxLength: 4 })
    fc.assert(
      fc.property(some, told, apart, (articles, groups, pairs) => {
        const stories = groupStories(
          articles,
          context({
            told: groups.map((group, at) => aToldStory(`told ${at}`, group)),
            apart: pairs,
          }),
        )
        const ids = stories.flatMap((story) => story.articles.map(({ id }) => id))
        expect(ids.toSorted()).toEqual(articles.map(({ id }) => id).toSorted())
        expect(new Set(stories.map(({ id }) => id)).size).toBe(stories.length)
        for (const [a, b] of pairs.filter(([one, other]) => one !== other)) {
          const together = stories.find((story) => story.articles.some(({ id }) => id === a))
          expect(together?.articles.some(({ id }) => id === b) ?? false).toBe(false)
        }
      }),
      { numRuns: 60 },
    )
  })
})
