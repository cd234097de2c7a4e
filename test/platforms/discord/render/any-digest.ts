import fc from 'fast-check'
import type { Briefing } from '../../../../src/domain/briefing.ts'
import type { Digest } from '../../../../src/domain/digest.ts'
import type { Action, Block, Document, Span } from '../../../../src/domain/document.ts'
import { actionId, articleId } from '../../../../src/domain/ids.ts'
import { aBriefing, aDigest } from '../../../domain/a-digest.ts'

const nasty = [
  '@everyone @here <@&1> <@1> <#2> </ask:3> <t:0:R> <a:x:4> :smile:',
  '*bold* _x_ ~y~ `z` > q ```code``` ||spoiler|| # head',
  '[Your bank](https://evil.example)',
  'https://paypal.com',
  '1. - # -# > >>> + x',
  '\u202Etxt\u200B\u{E0041}',
  'e\u0301'.repeat(40),
  '👨‍👩‍👧‍👦'.repeat(60),
  '\uD800 half',
  '\\'.repeat(400),
  '\n\n\r\n',
  '',
  ' ',
]

const fewWords = fc.oneof(
  fc.constantFrom(...nasty),
  fc.string({ unit: 'grapheme', maxLength: 120 }),
  fc.string({ unit: 'binary', maxLength: 120 }),
)
const longWords = fc.tuple(fewWords, fc.integer({ min: 1, max: 60 })).map(([w, n]) => w.repeat(n))

/** Any text that a feed could bring, also very long ones. */
export const anyText = fc.oneof(fewWords, longWords)

const anyAddress = fc.oneof(
  fc.webUrl(),
  fc
    .webUrl({ withFragments: true, withQueryParameters: true })
    .map((url) => url + '(x)|y>'.repeat(9)),
  fc.integer({ min: 0, max: 3000 }).map((n) => `https://wire-one.example/${'a(b)_'.repeat(n / 5)}`),
  fc.constantFrom('javascript:alert(1)', 'https://аpple.com/', '//x', 'slack://open', ''),
)
const maybeAddress = fc.option(anyAddress, { nil: undefined })

const anyQuote = fc.tuple(anyText, anyText, fc.option(anyText, { nil: undefined }))

/** A briefing as the type allows it, with the longest fields that verification lets through and longer. */
const anyBriefing: fc.Arbitrary<Briefing> = fc
  .record({
    headline: anyText,
    points: fc.array(anyText, { maxLength: 4 }),
    quotes: fc.array(anyQuote, { maxLength: 3 }),
    sources: fc.array(fc.tuple(anyText, maybeAddress), { minLength: 1, maxLength: 30 }),
    isUpdated: fc.boolean(),
    fellBackBecause: fc.option(anyText, { nil: undefined }),
  })
  .map((any) => {
    const [source] = aBriefing().sources
    const id = articleId(source.articleId)
    const [first = source, ...others] = any.sources.map(([publisher, url]) => ({
      ...source,
      publisher,
      url,
    }))
    const evidence: Briefing['points'][number]['evidence'] = [{ articleId: id, start: 0, end: 1 }]
    return aBriefing({
      headline: any.headline,
      points: any.points.map((text) => ({ text, evidence })),
      quotes: any.quotes.map(([text, name, role]) => ({
        articleId: id,
        start: 0,
        end: text.length,
        text,
        speaker: { name, role },
      })),
      sources: [first, ...others],
      updatedSince: any.isUpdated ? new Date('2025-12-01T07:00:00Z') : undefined,
      authorship: { summarizer: 'extractive', fellBackBecause: any.fellBackBecause },
    })
  })

/** A digest of up to fifteen stories. */
export const anyDigest: fc.Arbitrary<Digest> = fc
  .record({
    title: anyText,
    briefings: fc.array(anyBriefing, { maxLength: 15 }),
    failed: fc.array(anyText, { maxLength: 20 }),
    mention: fc.constantFrom(undefined, '112233445566778899', '@everyone', 'here'),
    language: fc.constantFrom('en', 'de', 'fr', 'es', 'pt-BR'),
  })
  .map(({ title, briefings, failed, mention, language }) =>
    aDigest({
      title,
      briefings,
      mention,
      language,
      coverage: {
        ...aDigest().coverage,
        feedsFailed: failed.map((name) => ({ name, why: 'DNS' })),
      },
    }),
  )

const anySpan: fc.Arbitrary<Span> = fc.oneof(
  fc.record({ kind: fc.constant('text' as const), text: anyText, strong: fc.boolean() }),
  fc.record({ kind: fc.constant('code' as const), text: anyText }),
  fc.record({ kind: fc.constant('link' as const), text: anyText, url: anyAddress }),
  fc.record({
    kind: fc.constant('time' as const),
    at: fc.date({ noInvalidDate: false }),
    style: fc.constantFrom('date' as const, 'time' as const, 'date-time' as const),
    fallback: anyText,
  }),
)
const anySpans = fc.array(anySpan, { maxLength: 6 })

const anyAction: fc.Arbitrary<Action> = fc.record(
  {
    label: anyText,
    command: fc.constantFrom('ask', 'story mute'),
    options: fc.dictionary(fc.string(), fc.string(), { maxKeys: 2 }),
    style: fc.constantFrom('primary' as const, 'danger' as const),
    overflow: fc.boolean(),
    id: fc.uuid().map(actionId),
  },
  { requiredKeys: ['label', 'command', 'options'] },
)

const anyBlock: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ kind: fc.constant('heading' as const), text: anyText, aside: anyText }),
  fc.record({ kind: fc.constant('paragraph' as const), spans: anySpans }),
  fc.record({
    kind: fc.constant('list' as const),
    ordered: fc.boolean(),
    items: fc.array(anySpans, { maxLength: 12 }),
  }),
  fc.record({
    kind: fc.constant('quote' as const),
    text: anyText,
    speaker: anyText,
    source: anyText,
    url: maybeAddress,
    translation: anyText,
  }),
  fc.record({
    kind: fc.constant('fields' as const),
    items: fc.array(fc.record({ name: anyText, value: anySpans }), { maxLength: 30 }),
  }),
  fc.record({
    kind: fc.constant('notice' as const),
    tone: fc.constantFrom('info' as const, 'warning' as const),
    text: anyText,
  }),
  fc.record({ kind: fc.constant('footer' as const), text: anyText }),
  fc.record({
    kind: fc.constant('actions' as const),
    actions: fc.array(anyAction, { maxLength: 40 }),
  }),
  fc.constant({ kind: 'divider' as const }),
)

/** Any document at all. */
export const anyDocument: fc.Arbitrary<Document> = fc.record({
  blocks: fc.array(anyBlock, { maxLength: 15 }),
  fallback: anyText,
})
