import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { briefStories } from '../../src/briefing/brief-stories.ts'
import type { Summarizer, SummaryRequest } from '../../src/briefing/summarizer.ts'
import type { RankedStory } from '../../src/domain/story.ts'
import { toldAfter } from '../../src/domain/told-after.ts'
import { wordingFor } from '../../src/domain/wording/wording.ts'
import { aBriefing } from '../domain/a-digest.ts'
import { anArticle } from '../store/sample.ts'
import { movedClock } from '../support/moved-clock.ts'
import { aStory, now } from './a-story.ts'

const evidence = [{ articleId: anArticle('x').id, start: 0, end: 4 }] as const
const extractive: Summarizer = {
  name: 'extractive',
  summarize: ({ articles, told }) =>
    Promise.resolve({
      headline: articles[0].title,
      points: told ? [] : [{ text: articles[0].text, evidence }],
      quotes: [],
    }),
}

function briefAll(
  ranked: readonly RankedStory[],
  model?: Summarizer,
  changes: { readonly room?: number } = {},
  clock = movedClock(now),
) {
  const wording = wordingFor('en')
  const how = {
    length: 'short',
    language: undefined,
    now,
    workspaceId: undefined,
    wording,
  } as const
  return briefStories(
    ranked,
    { ...how, room: changes.room ?? 3, modelPatienceMs: 60_000 },
    {
      extractive,
      model,
      verifyDraft: (draft) => ({ draft, checks: { quotesDropped: [], pointsReplaced: [] } }),
      onFault: () => {},
      clock,
    },
  )
}
const told = toldAfter(undefined, aBriefing(), [anArticle('old')], now)
const ranked = (name: string, known = false): RankedStory => ({
  story: aStory(name, undefined, known ? told : undefined),
  score: 1,
  reasons: [],
  isMention: false,
})
const names = (stories: readonly { readonly briefing: { readonly storyId: string } }[]) =>
  stories.map(({ briefing }) => briefing.storyId)

describe('the stories of a digest', () => {
  test('are told in their order, as many as there is room for', async () => {
    const { briefed, left, storiesWithoutRoom } = await briefAll(
      ['a', 'b', 'c', 'd', 'e'].map((name) => ranked(name)),
    )
    expect(names(briefed)).toEqual(['a', 'b', 'c'])
    expect(storiesWithoutRoom).toBe(2)
    expect(left.map(({ storyId, words }) => `${storyId}: ${words}`)).toEqual([
      'd: Its story came in place 4; the digest has room for 3.',
      'e: Its story came in place 5; the digest has room for 3.',
    ])
  })

  test('give their place to the next when they turn out to say nothing new', async () => {
    const { briefed, left } = await briefAll([
      ranked('a'),
      ranked('b', true),
      ranked('c'),
      ranked('d'),
    ])
    expect(names(briefed)).toEqual(['a', 'c', 'd'])
    expect(left.map(({ storyId, reason }) => `${storyId} ${reason}`)).toEqual(['b told'])
  })

  test('come with the built-in words once the model has been waited for long enough', async () => {
    const clock = movedClock(now)
    const quick = ({ articles }: SummaryRequest) =>
      Promise.resolve({
        headline: 'By the model',
        points: [{ text: articles[0].text, evidence }],
        quotes: [],
      })
    const model: Summarizer = {
      name: 'language-model',
      summarize: (request) =>
        request.articles[0].id === 'a-1' ? quick(request) : new Promise(() => {}),
    }
    const digest = briefAll(
      ['a', 'b', 'c'].map((name) => ranked(name)),
      model,
      {},
      clock,
    )
    await clock.advance(60_000)
    const { briefed } = await digest
    expect(briefed.map(({ briefing }) => briefing.authorship.summarizer)).toEqual([
      'language-model',
      'extractive',
      'extractive',
    ])
  })

  test('account for every article: it is printed, or left out for a reason, and never both', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.boolean(), { maxLength: 12 }),
        fc.nat(8),
        async (known, room) => {
          const stories = known.map((isKnown, at) => ranked(`s${at}`, isKnown))
          const { briefed, left, storiesWithoutRoom } = await briefAll(stories, undefined, { room })
          const printed = briefed.flatMap(({ ranked: { story } }) =>
            story.articles.map(({ id }) => id),
          )
          const all = [...printed, ...left.map(({ articleId }) => articleId)]
          expect(all.toSorted()).toEqual(
            stories.map(({ story }) => story.articles[0].id).toSorted(),
          )
          const rest = left.filter(({ reason }) => reason === 'no-room')
          expect(new Set(rest.map(({ storyId }) => storyId)).size).toBe(storiesWithoutRoom)
        },
      ),
      { numRuns: 40 },
    ))

  test('leave no timer behind', async () => {
    const clock = movedClock(now)
    await briefAll([ranked('a')], undefined, {}, clock)
    expect(clock.nextWakeMs()).toBeUndefined()
  })
})
