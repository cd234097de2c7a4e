import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { composeDigest, type DigestParts } from '../../src/domain/compose-digest.ts'
import { articleId, digestId, storyId, workspaceId } from '../../src/domain/ids.ts'
import type { DropReason, LeftOut } from '../../src/domain/left-out.ts'
import type { Subscription } from '../../src/domain/subscription.ts'
import { aBriefing } from './a-digest.ts'

const subscription: Subscription = {
  id: digestId('morning'),
  workspaceId: workspaceId('slack:T1'),
  name: 'morning',
  title: 'Morning briefing',
  channel: { platform: 'slack', id: 'C1' },
  schedule: { kind: 'times', days: [1], at: ['08:00'], timezone: 'Europe/Berlin', exact: false },
  feeds: { kind: 'all' },
  stories: 7,
  length: 'short',
  language: undefined,
  onEmpty: 'skip',
  images: false,
  mention: 'S1',
  paused: false,
  managedBy: 'file',
}
const partsOf = (changes: Partial<DigestParts> = {}): DigestParts => ({
  subscription,
  dueAt: new Date('2026-03-02T07:00:00Z'),
  since: undefined,
  lateUntil: undefined,
  nextAt: new Date('2026-03-03T07:00:00Z'),
  language: 'en',
  briefings: [aBriefing()],
  read: { feedsRead: 2, feedsFailed: [{ name: 'Der Abend', why: 'DNS' }], articlesRead: 5 },
  left: [],
  storiesWithoutRoom: 0,
  ...changes,
})
const leftOut = (reason: DropReason, at: number): LeftOut => ({
  articleId: articleId(`left ${at}`),
  storyId: storyId('x'),
  reason,
  words: 'why',
})

describe('a composed digest', () => {
  test('carries what its subscription wishes and what was read', () => {
    expect(composeDigest(partsOf())).toMatchObject({
      workspaceId: 'slack:T1',
      digestId: 'morning',
      title: 'Morning briefing',
      timezone: 'Europe/Berlin',
      mention: 'S1',
      coverage: { feedsRead: 2, articlesRead: 5, feedsFailed: [{ name: 'Der Abend' }] },
    })
  })

  test('counts what verification took out, and gives each note once', () => {
    const fellBackBecause = 'The language model did not answer in time.'
    const quotesDropped = [{ text: 'x', verdict: 'altered' as const }]
    const briefing = aBriefing({
      authorship: { summarizer: 'extractive', fellBackBecause },
      checks: { quotesDropped, pointsReplaced: [{ text: 'y', why: 'z' }] },
    })
    const { coverage } = composeDigest(partsOf({ briefings: [briefing, briefing] }))
    expect(coverage).toMatchObject({
      quotesDropped: 2,
      pointsReplaced: 2,
      notes: [fellBackBecause],
    })
  })

  test('counts every article left out under its one reason, the most frequent first', () => {
    const reasons = fc.constantFrom<DropReason>(
      'filtered',
      'muted',
      'old',
      'undated',
      'told',
      'no-room',
    )
    fc.assert(
      fc.property(fc.array(reasons), (given) => {
        const { dropped } = composeDigest(partsOf({ left: given.map(leftOut) })).coverage
        const counts = dropped.map(({ count }) => count)
        const sum = counts.reduce((one, other) => one + other, 0)
        expect(sum).toBe(given.filter((reason) => reason !== 'no-room').length)
        expect(counts).toEqual(counts.toSorted((a, b) => b - a))
        expect(new Set(dropped.map(({ reason }) => reason)).size).toBe(dropped.length)
      }),
    )
  })
})
