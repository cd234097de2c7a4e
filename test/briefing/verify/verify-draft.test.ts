import { expect, test } from 'vitest'
import type { Draft, SummaryRequest } from '../../../src/briefing/summarizer.ts'
import { verifyDraft } from '../../../src/briefing/verify/verify-draft.ts'
import type { Article } from '../../../src/domain/article.ts'
import { articleId, feedId } from '../../../src/domain/ids.ts'

const text = [
  'Mayor Ana Ruiz closed the harbour bridge on Tuesday after inspectors found cracks in two of its eight pillars.',
  '“We do not believe that anyone was in danger,” Ruiz told reporters. “The bridge will stay closed until every pillar has been checked.”',
  'Engineer Tom Berg said: "I warned the council three years ago."',
  'More than 90,000 people cross the bridge every day. The repairs will cost £4.5m.',
].join('\n\n')

const article: Article = {
  id: articleId('a'),
  feedId: feedId('f'),
  publisher: 'Harbour Post',
  url: 'https://harbour.example/bridge',
  title: 'Harbour bridge closed after cracks are found',
  text,
  headings: [],
  publishedAt: new Date('2026-03-03T09:00:00Z'),
  firstSeenAt: new Date('2026-03-03T09:05:00Z'),
  language: 'en',
  byline: 'Lea Stern',
  partial: false,
  revision: 1,
}

const request: SummaryRequest = {
  articles: [article],
  length: 'short',
  language: undefined,
  told: undefined,
  now: new Date('2026-03-03T10:00:00Z'),
  workspaceId: undefined,
}

const passage = (words: string) => {
  const start = text.indexOf(words)
  return { articleId: article.id, start, end: start + words.length }
}
const first =
  'Mayor Ana Ruiz closed the harbour bridge on Tuesday after inspectors found cracks in two of its eight pillars.'
const last = 'More than 90,000 people cross the bridge every day.'
const point = (words: string, from = first) => ({ text: words, evidence: [passage(from)] as const })
const spare: Draft = {
  headline: article.title,
  points: [point(first), point(last, last)],
  quotes: [],
}
const draft = (over: Partial<Draft>): Draft => ({
  headline: article.title,
  points: [],
  quotes: [],
  ...over,
})
const quote = (words: string, name: string) => ({
  articleId: article.id,
  start: 0,
  end: words.length,
  text: words,
  speaker: { name, role: undefined },
})

function verdictOf(words: string, name: string) {
  const { draft: out, checks } = verifyDraft(
    draft({ quotes: [quote(words, name)] }),
    request,
    spare,
  )
  return checks.quotesDropped[0]?.verdict ?? out.quotes[0]?.text
}

test.each([
  ['I warned the council three years ago.', 'Tom Berg', 'I warned the council three years ago.'],
  [
    '"The bridge will stay closed until every pillar has been checked"',
    'Ana Ruiz',
    'The bridge will stay closed until every pillar has been checked',
  ],
  ['I warned the mayor three years ago.', 'Tom Berg', 'altered'],
  ['believe that anyone was in danger', 'Ana Ruiz', 'altered'],
  [
    'We do not believe that anyone was in danger ... until every pillar has been checked',
    'Ana Ruiz',
    'stitched',
  ],
  [
    'We do not believe that anyone was in danger, the bridge will stay closed',
    'Ana Ruiz',
    'altered',
  ],
  ['I warned the council three years ago.', 'Lea Stern', 'misattributed'],
  ['inspectors found cracks in two of its eight pillars', 'Ana Ruiz', 'misattributed'],
])('the quote %j by %s comes out as %j', (words, name, expected) => {
  expect(verdictOf(words, name)).toBe(expected)
})

test('a kept quote stands in the article character for character, whatever marks the draft used', () => {
  const { draft: out } = verifyDraft(
    draft({ quotes: [quote("'We do not believe that anyone was in danger,'", 'Ruiz')] }),
    request,
    spare,
  )
  const [kept] = out.quotes
  expect(text.slice(kept?.start, kept?.end)).toBe(kept?.text)
})

test.each([
  'Mayor Ana Ruiz closed the bridge because two of the eight pillars have cracks.',
  'Harbour Post says that the mayor closed the bridge on 3 March 2026, a Tuesday.',
  'Inspectors found cracks in 2 of the 8 pillars.',
])('says %j, as the article does', (words) => {
  const { draft: out, checks } = verifyDraft(draft({ points: [point(words)] }), request, spare)
  expect(out.points).toEqual([point(words)])
  expect(checks.pointsReplaced).toEqual([])
})

test.each([
  ['Mayor Ana Ruiz closed the bridge after three people were hurt in 2019.', '2019'],
  ['Mayor Carla Ruiz closed the harbour bridge on Tuesday.', 'Carla'],
  ['Mayor Ana Ruiz closed the harbour bridge after a fire in December.', 'December'],
  ['Mayor Ana Ruiz has not closed the harbour bridge.', 'not closed'],
  ['See https://evil.example for the harbour bridge.', 'address'],
  ['@everyone the harbour bridge is closed.', 'mention'],
])('replaces %j by a sentence of the article', (words, because) => {
  const { draft: out, checks } = verifyDraft(draft({ points: [point(words)] }), request, spare)
  expect(out.points).toEqual([spare.points[0]])
  expect(checks.pointsReplaced[0]?.text).toBe(words)
  expect(checks.pointsReplaced[0]?.why).toContain(because)
})

test('a point whose number stands in another passage is anchored there', () => {
  const words = 'More than 90,000 people use the bridge every day.'
  const { draft: out } = verifyDraft(draft({ points: [point(words)] }), request, spare)
  expect(out.points).toEqual([point(words, last)])
})

test('"about 90,000" for "more than 90,000" is less exact and not false', () => {
  const words = 'About 90,000 people cross the bridge every day.'
  const { draft: out } = verifyDraft(draft({ points: [point(words, last)] }), request, spare)
  expect(out.points).toEqual([point(words, last)])
})

test('a headline that the article does not bear gives way to the spare one', () => {
  const out = verifyDraft(draft({ headline: 'Bridge collapses, 40 dead' }), request, spare)
  expect(out.draft.headline).toBe(spare.headline)
})
