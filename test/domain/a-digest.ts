import type { Briefing } from '../../src/domain/briefing.ts'
import type { Digest } from '../../src/domain/digest.ts'
import { articleId, digestId, storyId, workspaceId } from '../../src/domain/ids.ts'

const wireOne = articleId('wire-one-1')

export function aBriefing(changes: Partial<Briefing> = {}): Briefing {
  return {
    storyId: storyId('bridge'),
    headline: 'Harbour bridge closed after inspectors find cracks',
    points: [
      {
        text: 'The harbour bridge was closed to all traffic on Tuesday.',
        evidence: [{ articleId: wireOne, start: 0, end: 56 }],
      },
    ],
    quotes: [
      {
        articleId: wireOne,
        start: 60,
        end: 94,
        text: 'We will not open it on a good guess',
        speaker: { name: 'Marta Lindqvist', role: 'chief engineer' },
      },
    ],
    disagreements: [],
    sources: [
      {
        articleId: wireOne,
        publisher: 'Wire One',
        url: 'https://wire-one.example/bridge',
        title: 'Harbour bridge closed',
        publishedAt: new Date('2025-12-02T06:10:00Z'),
        language: 'en',
        partial: false,
      },
    ],
    updatedSince: undefined,
    authorship: { summarizer: 'extractive', fellBackBecause: undefined },
    checks: { quotesDropped: [], pointsReplaced: [] },
    ...changes,
  }
}

export function aDigest(changes: Partial<Digest> = {}): Digest {
  return {
    workspaceId: workspaceId('console:local'),
    digestId: digestId('morning'),
    title: 'Morning briefing',
    channel: { platform: 'console', id: 'main' },
    dueAt: new Date('2025-12-02T07:00:00Z'),
    since: undefined,
    lateUntil: undefined,
    timezone: 'Europe/Berlin',
    language: 'en',
    length: 'short',
    mention: undefined,
    briefings: [aBriefing()],
    coverage: {
      feedsRead: 12,
      feedsFailed: [],
      articlesRead: 38,
      dropped: [],
      storiesLeftOut: 0,
      quotesDropped: 0,
      pointsReplaced: 0,
      notes: [],
    },
    nextAt: new Date('2025-12-03T07:00:00Z'),
    ...changes,
  }
}
