import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createExtractiveSummarizer } from '../../../src/briefing/extractive.ts'
import { numberPassages } from '../../../src/briefing/model/passages.ts'
import { readSummary } from '../../../src/briefing/model/summary-answer.ts'
import { toDraft } from '../../../src/briefing/model/to-draft.ts'
import type { Draft, SummaryRequest } from '../../../src/briefing/summarizer.ts'
import { verifyDraft } from '../../../src/briefing/verify/verify-draft.ts'
import { articleId } from '../../../src/domain/ids.ts'
import { isVerbatim } from '../../../src/domain/quote.ts'
import { anArticle } from '../../store/sample.ts'
import { bridge, goodAnswer, sentences } from './a-model.ts'

const other = anArticle('other', {
  title: 'Ferries carry commuters',
  text: 'Ferries carried 12,000 commuters on Wednesday.\n\n"It is slow," said Rosa Lind, a nurse.',
  headings: [],
})
const request: SummaryRequest = {
  articles: [bridge, other],
  length: 'short',
  language: undefined,
  told: undefined,
  now: new Date('2026-03-03T10:00:00Z'),
  workspaceId: undefined,
}
const spare = await createExtractiveSummarizer().summarize(request)
const passages = numberPassages(request.articles, 10_000)

const bits = [
  ...sentences.flatMap((sentence) => sentence.split(' ')),
  ...[
    'https://evil.example',
    '@everyone',
    '<!channel>',
    '<@U1>',
    'www.evil.test',
    '[x](http://e.vil)',
    '"',
    '“',
    '…',
    '\u202E',
    '99',
    'not',
    'Putin',
  ],
]
const words = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.array(fc.constantFrom(...bits), { maxLength: 14 }).map((list) => list.join(' ')),
  fc
    .tuple(fc.constantFrom(bridge.text, other.text), fc.nat(400), fc.nat(120))
    .map(([text, start, length]) => text.slice(start, start + length)),
)
const speaker = fc.oneof(
  fc.constantFrom('Ana Ruiz', 'Tom Berg', 'Ruiz', 'he', 'Rosa Lind', ''),
  words,
)
const place = fc.record({
  articleId: fc.constantFrom(bridge.id, other.id, articleId('nowhere')),
  start: fc.integer({ min: -5, max: 600 }),
  end: fc.integer({ min: -5, max: 600 }),
})
const draft: fc.Arbitrary<Draft> = fc.record({
  headline: words,
  points: fc.array(
    fc.record({
      text: words,
      evidence: fc
        .tuple(place, fc.array(place, { maxLength: 2 }))
        .map(([first, more]) => [first, ...more] as const),
    }),
    { maxLength: 6 },
  ),
  quotes: fc.array(
    fc
      .tuple(place, words, speaker)
      .map(([at, text, name]) => ({ ...at, text, speaker: { name, role: undefined } })),
    { maxLength: 6 },
  ),
})

const dangerous = /https?:|www\.|@everyone|<[@!#]|\]\(|\u202E/i

function expectNothingFalse(proposed: Draft): void {
  const { draft: kept, checks } = verifyDraft(proposed, request, spare)
  for (const quote of kept.quotes) {
    const article = request.articles.find(({ id }) => id === quote.articleId)
    expect(article && isVerbatim(quote, article)).toBe(true)
    expect(['Ana Ruiz', 'Tom Berg', 'Rosa Lind']).toContain(quote.speaker.name)
  }
  for (const { evidence } of kept.points) {
    for (const { articleId: id, start, end } of evidence) {
      const length = request.articles.find((article) => article.id === id)?.text.length ?? -1
      expect(start >= 0 && start < end && end <= length).toBe(true)
    }
  }
  const printed = [
    kept.headline,
    ...kept.points.map(({ text }) => text),
    ...kept.quotes.map(({ text }) => text),
  ]
  expect(printed.filter((text) => dangerous.test(text))).toEqual([])
  expect(kept.points.length).toBeLessThanOrEqual(4)
  expect(kept.quotes.length).toBeLessThanOrEqual(3)
  expect(checks.quotesDropped.every(({ verdict }) => verdict !== 'supported')).toBe(true)
}

test('whatever a draft says, what is printed of it stands in its articles, by its speakers, without addresses', () => {
  fc.assert(fc.property(draft, expectNothingFalse), { numRuns: 300 })
})

test('whatever JSON a model sends, it is refused or becomes such a draft', () => {
  const field = fc.oneof(
    fc.jsonValue(),
    words,
    fc.integer(),
    fc.constant(goodAnswer.points),
    fc.constant(goodAnswer.quotes),
  )
  const reply = fc.oneof(
    fc.json(),
    words,
    fc
      .record({ headline: field, points: field, quotes: field }, { requiredKeys: [] })
      .map((value) => JSON.stringify(value)),
    fc
      .record({
        headline: words,
        points: fc.array(
          fc.record({ text: words, passages: fc.array(fc.integer({ min: 0, max: 12 })) }),
        ),
        quotes: fc.array(
          fc.record({ passage: fc.integer({ min: 0, max: 12 }), text: words, speaker }),
        ),
      })
      .map((value) => JSON.stringify(value)),
  )
  fc.assert(
    fc.property(reply, (text) => {
      const read = readSummary(text, passages.length)
      if (read.kind === 'answer') expectNothingFalse(toDraft(read.answer, passages))
    }),
    { numRuns: 300 },
  )
})

test('the built-in draft passes as it is', () => {
  expect(verifyDraft(spare, request, spare)).toEqual({
    draft: spare,
    checks: { quotesDropped: [], pointsReplaced: [] },
  })
})
