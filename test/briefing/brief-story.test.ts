import { describe, expect, test } from 'vitest'
import { type BriefHow, type BriefTools, briefStory } from '../../src/briefing/brief-story.ts'
import type { Draft, Summarizer, VerifyDraft } from '../../src/briefing/summarizer.ts'
import { SummarizerError } from '../../src/domain/errors.ts'
import type { RankedStory, Story } from '../../src/domain/story.ts'
import { toldAfter } from '../../src/domain/told-after.ts'
import { wordingFor } from '../../src/domain/wording/wording.ts'
import { aBriefing } from '../domain/a-digest.ts'
import { anArticle } from '../store/sample.ts'
import { aStory, now } from './a-story.ts'

const lead = anArticle('one', { publisher: 'Wire One' })
const pointOf = (text: string) => ({
  text,
  evidence: [{ articleId: lead.id, start: 0, end: 12 }] as const,
})
const draftOf = (...points: readonly string[]): Draft => ({
  headline: 'Bridge closed',
  points: points.map(pointOf),
  quotes: [],
})
const writes = (name: Summarizer['name'], draft: Draft): Summarizer => ({
  name,
  summarize: () => Promise.resolve(draft),
})
const fails = (error: Error): Summarizer => ({
  name: 'language-model',
  summarize: () => Promise.reject(error),
})
const trusting: VerifyDraft = (draft) => ({
  draft,
  checks: { quotesDropped: [], pointsReplaced: [] },
})

const how: BriefHow = {
  length: 'short',
  language: undefined,
  now,
  workspaceId: undefined,
  wording: wordingFor('en'),
}
const toolsOf = (changes: Partial<BriefTools> = {}): BriefTools => ({
  extractive: writes('extractive', draftOf('The built-in words.')),
  model: undefined,
  verifyDraft: trusting,
  patience: new AbortController().signal,
  onFault: (error) => {
    throw error
  },
  ...changes,
})
const ranked = (story: Story, isMention = false): RankedStory => ({
  story,
  score: 1,
  reasons: [],
  isMention,
})
const bridge = ranked(aStory('bridge', [lead]))
const pointsOf = async (tools: BriefTools, story = bridge) =>
  (await briefStory(story, how, tools)).points.map(({ text }) => text)

describe('a story told short', () => {
  test('is written by the built-in summarizer where there is no model, without excuse', async () => {
    const briefing = await briefStory(bridge, how, toolsOf())
    expect(briefing.points).toEqual([pointOf('The built-in words.')])
    expect(briefing.authorship).toEqual({ summarizer: 'extractive', fellBackBecause: undefined })
  })

  test('is written by the model where there is one', async () => {
    const model = writes('language-model', draftOf('The model’s words.'))
    const briefing = await briefStory(bridge, how, toolsOf({ model }))
    expect(briefing.points).toEqual([pointOf('The model’s words.')])
    expect(briefing.authorship.summarizer).toBe('language-model')
  })

  test('falls back and says why when the model has nothing that may be printed', async () => {
    const why = 'The language model’s budget of this month is used up.'
    const tools = toolsOf({ model: fails(new SummarizerError(why)) })
    expect(await briefStory(bridge, how, tools)).toMatchObject({
      points: [{ text: 'The built-in words.' }],
      authorship: { summarizer: 'extractive', fellBackBecause: why },
    })
  })

  test('falls back and tells of the fault when the model breaks as nobody expects', async () => {
    const faults: unknown[] = []
    const fault = new TypeError('undefined is not a function')
    const tools = toolsOf({ model: fails(fault), onFault: (error) => faults.push(error) })
    const { authorship } = await briefStory(bridge, how, tools)
    expect(authorship.fellBackBecause).toContain('the language model failed')
    expect(faults).toEqual([fault])
  })

  test('waits for the model until patience ends, and takes no late answer', async () => {
    const patience = new AbortController()
    const slow: Summarizer = { name: 'language-model', summarize: () => new Promise(() => {}) }
    const briefing = briefStory(bridge, how, toolsOf({ model: slow, patience: patience.signal }))
    patience.abort()
    expect((await briefing).authorship.fellBackBecause).toContain('did not answer in time')
    const later = await briefStory(bridge, how, toolsOf({ model: slow, patience: patience.signal }))
    expect(later.authorship.summarizer).toBe('extractive')
  })

  test('holds what verification let through, with what it took out', async () => {
    const checks = { quotesDropped: [], pointsReplaced: [{ text: 'Invented.', why: 'not there' }] }
    const model = writes('language-model', draftOf('Invented.'))
    const verifyDraft: VerifyDraft = (_, __, spare) => ({ draft: spare, checks })
    const briefing = await briefStory(bridge, how, toolsOf({ model, verifyDraft }))
    expect(briefing.points).toEqual([pointOf('The built-in words.')])
    expect(briefing.checks).toEqual(checks)
  })

  test('is a headline with its sources where the articles have nothing else', async () => {
    const nothing = fails(new SummarizerError('No sentence stands alone.'))
    const briefing = await briefStory(bridge, how, toolsOf({ extractive: nothing }))
    expect(briefing).toMatchObject({ headline: 'Title of one', points: [], quotes: [] })
  })

  test('repeats nothing that the channel was told, and says since when it is new', async () => {
    const briefing = aBriefing({ points: [pointOf('Closed on Tuesday.')], quotes: [] })
    const told = toldAfter(undefined, briefing, [lead], new Date('2026-02-28T08:00:00Z'))
    const update = ranked(aStory('bridge', [lead], told))
    const extractive = writes('extractive', draftOf('Closed on Tuesday.', 'Open again.'))
    expect(await pointsOf(toolsOf({ extractive }), update)).toEqual(['Open again.'])
    expect((await briefStory(update, how, toolsOf())).updatedSince).toEqual(told.at)
  })

  test('is no more than a headline where only a mention is wanted', async () => {
    const model = fails(new SummarizerError('must not be asked'))
    const briefing = await briefStory({ ...bridge, isMention: true }, how, toolsOf({ model }))
    expect(briefing).toMatchObject({ headline: 'Bridge closed', points: [], quotes: [] })
    expect(briefing.authorship.fellBackBecause).toBeUndefined()
  })

  test('names each outlet once, and every article that it rests on', async () => {
    const again = anArticle('two', { publisher: 'Wire One' })
    const cited = anArticle('three', { publisher: 'Wire One' })
    const other = anArticle('four', { publisher: 'Harbour Post' })
    const evidence = [{ articleId: cited.id, start: 0, end: 4 }] as const
    const draft = { ...draftOf(), points: [{ text: 'Closed.', evidence }] }
    const story = ranked(aStory('bridge', [lead, again, cited, other]))
    const extractive = writes('extractive', draft)
    const briefing = await briefStory(story, how, toolsOf({ extractive }))
    expect(briefing.sources.map(({ articleId }) => articleId)).toEqual(['one', 'three', 'four'])
  })
})
