import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ReaderWishes } from '../../src/briefing/rank/wishes.ts'
import { rankStories } from '../../src/briefing/rank.ts'
import { feedId, storyId } from '../../src/domain/ids.ts'
import type { Story } from '../../src/domain/story.ts'
import { toldAfter } from '../../src/domain/told-after.ts'
import { wordingFor } from '../../src/domain/wording/wording.ts'
import { aBriefing } from '../domain/a-digest.ts'
import { anArticle } from '../store/sample.ts'
import { aStory, now } from './a-story.ts'

const hour = 3_600_000
const hoursAgo = (hours: number) => new Date(now.getTime() - hours * hour)

const wishes = (changes: Partial<ReaderWishes> = {}): ReaderWishes => ({
  digest: 'morning',
  channel: { platform: 'slack', id: 'C1' },
  filters: [],
  mutes: [],
  follows: [],
  feeds: [],
  now,
  since: hoursAgo(24),
  wording: wordingFor('en'),
  ...changes,
})
const aFilter = (changes: Partial<ReaderWishes['filters'][number]> = {}) => ({
  id: 'f1',
  action: 'drop' as const,
  field: 'title' as const,
  match: 'contains' as const,
  value: 'horoscope',
  not: false,
  scope: undefined,
  ...changes,
})
const order = (stories: readonly Story[], changes: Partial<ReaderWishes> = {}) =>
  rankStories(stories, wishes(changes)).ranked.map(({ story }) => story.id)
const reasonsOf = (story: Story, changes: Partial<ReaderWishes> = {}) =>
  rankStories([story], wishes(changes)).ranked[0]?.reasons
const leftOf = (story: Story, changes: Partial<ReaderWishes> = {}) =>
  rankStories([story], wishes(changes)).left.map(({ reason, words }) => `${reason}: ${words}`)

const fromOutlets = (name: string, ...outlets: readonly string[]) => {
  const [first = 'Wire One', ...others] = outlets
  const article = (publisher: string) => anArticle(`${name} ${publisher}`, { publisher })
  return aStory(name, [article(first), ...others.map(article)])
}

describe('a story comes first', () => {
  test('when more outlets tell it, each counted once', () => {
    const once = fromOutlets('once', 'Wire One')
    const thrice = fromOutlets('thrice', 'Wire One', 'Harbour Post', 'Der Abend')
    const repeated = fromOutlets('repeated', 'Wire One', 'wire one')
    expect(order([once, repeated, thrice])).toEqual(['thrice', 'once', 'repeated'])
    expect(reasonsOf(thrice)).toEqual(['told by 3 outlets'])
  })

  test('when it is fresher', () => {
    const old = aStory('old', [anArticle('1', { publishedAt: hoursAgo(40) })])
    const fresh = aStory('fresh', [anArticle('2', { publishedAt: hoursAgo(1) })])
    expect(order([old, fresh])).toEqual(['fresh', 'old'])
  })

  test('when its feed weighs more', () => {
    const light = aStory('light')
    const heavy = aStory('heavy', [anArticle('1', { feedId: feedId('heavy') })])
    const feeds = [{ feedId: feedId('heavy'), name: 'Heavy', weight: 3 }]
    expect(order([light, heavy], { feeds })).toEqual(['heavy', 'light'])
    expect(reasonsOf(heavy, { feeds })).toContain('from a feed with weight 3')
  })

  test('when somebody follows its topic', () => {
    const other = fromOutlets('other', 'Wire One', 'Harbour Post')
    const ferry = aStory('ferry', [anArticle('1', { title: 'Ferries collide off Norwick' })])
    const follows = [{ subject: { kind: 'topic', words: 'norwick ferry' } }] as const
    expect(order([other, ferry], { follows })).toEqual(['ferry', 'other'])
    expect(reasonsOf(ferry, { follows })).toContain('followed: norwick ferry')
  })

  test('when a filter boosts it, and says which', () => {
    const boost = aFilter({ action: 'boost', value: 'ferries' })
    const ferry = aStory('ferry', [anArticle('1', { title: 'Ferries collide' })])
    expect(order([aStory('other'), ferry], { filters: [boost] })).toEqual(['ferry', 'other'])
    expect(reasonsOf(ferry, { filters: [boost] })).toContain(
      'boosted by the filter: title contains "ferries"',
    )
  })
})

describe('an article is left out', () => {
  test('by a filter, and its story goes on with the others', () => {
    const story = aStory('stars', [
      anArticle('1', { title: 'Horoscope' }),
      anArticle('2', { title: 'A comet comes near' }),
    ])
    const { ranked, left } = rankStories([story], wishes({ filters: [aFilter()] }))
    expect(ranked[0]?.story.articles.map(({ id }) => id)).toEqual(['2'])
    expect(left).toEqual([
      {
        articleId: '1',
        storyId: 'stars',
        reason: 'filtered',
        words: 'Dropped by the filter: title contains "horoscope".',
      },
    ])
  })

  test('by no filter of another digest', () => {
    const story = aStory('stars', [anArticle('1', { title: 'Horoscope' })])
    expect(leftOf(story, { filters: [aFilter({ scope: 'evening' })] })).toEqual([])
  })

  test('by a filter on the outlet under the name that the workspace gave it', () => {
    const story = aStory('one', [anArticle('1', { feedId: feedId('hp') })])
    const feeds = [{ feedId: feedId('hp'), name: 'The Post', weight: 1 }]
    const filters = [aFilter({ field: 'source', match: 'is', value: 'the post' })]
    expect(leftOf(story, { feeds, filters })).toHaveLength(1)
  })

  test('while its topic, its outlet or its story is muted, and no longer', () => {
    const story = aStory('stars', [anArticle('1', { title: 'Horoscope for Tuesday' })])
    const muted = (subject: ReaderWishes['mutes'][number]['subject'], until = hoursAgo(-1)) =>
      leftOf(story, { mutes: [{ subject, until }] })
    expect(muted({ kind: 'topic', words: 'horoscopes' })).toEqual(['muted: Muted: horoscopes.'])
    expect(muted({ kind: 'source', publisher: 'harbour post' })).toHaveLength(1)
    expect(muted({ kind: 'story', storyId: 'stars' })).toHaveLength(1)
    expect(muted({ kind: 'topic', words: 'comet' })).toEqual([])
    expect(muted({ kind: 'story', storyId: 'stars' }, hoursAgo(0))).toEqual([])
  })

  test('when it is older than two days, or older than the window of a weekly digest', () => {
    const story = aStory('old', [anArticle('1', { publishedAt: hoursAgo(72) })])
    expect(leftOf(story)).toEqual(['old: Published 3 days ago: too old to be news.'])
    expect(leftOf(story, { since: hoursAgo(7 * 24) })).toEqual([])
  })

  test('when it has no date and was first seen long ago, or its address names an old day', () => {
    const undated = (changes: object) =>
      leftOf(aStory('undated', [anArticle('1', { publishedAt: undefined, ...changes })]))
    expect(undated({ firstSeenAt: hoursAgo(80) })).toEqual([
      'undated: It has no date and was first seen 3 days ago.',
    ])
    expect(undated({})).toEqual([])
    expect(undated({ url: 'https://harbour.example/2026/02/01/x' })[0]).toContain('old: ')
  })
})

describe('a story told before', () => {
  const text =
    'The harbour bridge was closed on Tuesday after inspectors found cracks. About 12 people were injured.'
  const before = anArticle('1', { title: 'Bridge closed', text })
  const told = toldAfter(
    undefined,
    aBriefing({ headline: 'Bridge closed' }),
    [before],
    hoursAgo(24),
  )

  test('does not come again when nothing in it is new', () => {
    const again = aStory('bridge', [anArticle('2', { title: 'Bridge closed', text })], told)
    expect(leftOf(again)).toEqual([
      'told: It says nothing that this channel was not told with “Bridge closed”.',
    ])
  })

  test('comes again when a figure or a sentence is new, after what is new altogether', () => {
    const figure = anArticle('1', { text: text.replace('12', '14'), revision: 2 })
    const sentence = anArticle('2', {
      text: 'Engineer Marta Lindqvist resigned over missing reports.',
    })
    const stories = [
      aStory('figure', [figure], told),
      aStory('sentence', [sentence], told),
      aStory('new'),
    ]
    expect(order(stories)).toEqual(['new', 'figure', 'sentence'])
  })

  test('is never too old when its publisher changed a told article', () => {
    const revised = anArticle('1', {
      text: text.replace('12', '14'),
      revision: 2,
      publishedAt: hoursAgo(100),
    })
    expect(leftOf(aStory('bridge', [revised], told))).toEqual([])
  })
})

describe('a filter that only mentions', () => {
  const mention = aFilter({ action: 'mention', value: 'match report' })
  const sport = aStory('sport', [anArticle('1', { title: 'Match report: Norwick wins' })])

  test('puts a story after all others', () => {
    const { ranked } = rankStories([sport, aStory('other')], wishes({ filters: [mention] }))
    expect(ranked.map(({ story, isMention }) => [story.id, isMention])).toEqual([
      ['other', false],
      ['sport', true],
    ])
  })

  test('leaves a story alone that somebody tells otherwise', () => {
    const told = aStory('sport', [...sport.articles, anArticle('2')])
    expect(rankStories([told], wishes({ filters: [mention] })).ranked[0]?.isMention).toBe(false)
  })
})

test('no article is lost without a reason, whatever is wished', () => {
  const anAge = fc.integer({ min: 0, max: 100 }).map(hoursAgo)
  const article = fc.record({
    title: fc.constantFrom('Horoscope', 'Bridge closed', 'Ferries collide'),
    publishedAt: fc.option(anAge, { nil: undefined }),
    firstSeenAt: anAge,
    publisher: fc.constantFrom('Wire One', 'Harbour Post'),
  })
  const told = toldAfter(undefined, aBriefing(), [anArticle('old')], hoursAgo(24))
  const story = fc.record({
    articles: fc.array(article, { minLength: 1, maxLength: 4 }),
    told: fc.constantFrom(undefined, told),
  })
  const actions = fc.constantFrom('drop' as const, 'boost' as const, 'mention' as const)
  const filters = fc.array(fc.tuple(actions, fc.boolean()), { maxLength: 3 })
  fc.assert(
    fc.property(fc.array(story, { maxLength: 6 }), filters, (parts, rules) => {
      const stories = parts.map(({ articles, told: known }, at): Story => {
        const [first, ...others] = articles.map((each, n) => anArticle(`${at}.${n}`, each))
        return { id: storyId(`${at}`), articles: [first ?? anArticle('x'), ...others], told: known }
      })
      const { ranked, left } = rankStories(
        stories,
        wishes({
          filters: rules.map(([action, not]) => aFilter({ action, not })),
          mutes: [{ subject: { kind: 'topic', words: 'ferries' }, until: hoursAgo(-1) }],
        }),
      )
      const kept = ranked.flatMap((each) => each.story.articles.map(({ id }) => id))
      const all = [...kept, ...left.map(({ articleId }) => articleId)]
      const given = stories.flatMap((each) => each.articles.map(({ id }) => id))
      expect(all.toSorted()).toEqual(given.toSorted())
      expect(left.every(({ words }) => words.length > 0)).toBe(true)
    }),
    { numRuns: 60 },
  )
})
