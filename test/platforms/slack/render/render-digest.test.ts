import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { digestDocuments } from '../../../../src/domain/digest-document.ts'
import type { Document } from '../../../../src/domain/document.ts'
import { actionId, articleId, storyId } from '../../../../src/domain/ids.ts'
import type { DigestDocuments } from '../../../../src/domain/platform.ts'
import { wordingFor } from '../../../../src/domain/wording/wording.ts'
import { renderSlack } from '../../../../src/platforms/slack/render/render-digest.ts'
import { slackPayload } from '../../../../src/platforms/slack/render/render-message.ts'
import { aBriefing, aDigest } from '../../../domain/a-digest.ts'
import { blocksFault, unitsIn } from '../../../fakes/slack/check-blocks.ts'

/** As recorded: every action has its id. */
function recorded(document: Document): Document {
  let count = 0
  return {
    ...document,
    blocks: document.blocks.map((block) =>
      block.kind === 'actions'
        ? {
            ...block,
            actions: block.actions.map((action) => ({ ...action, id: actionId(`id-${count++}`) })),
          }
        : block,
    ),
  }
}

function recordedDigest(documents: DigestDocuments): DigestDocuments {
  return { parent: recorded(documents.parent), replies: documents.replies.map(recorded) }
}

const words = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 4000 }),
  fc.string({ unit: 'grapheme', maxLength: 400 }),
  fc.constantFrom(
    '&'.repeat(3000),
    '<'.repeat(151),
    '👨‍👩‍👧‍👦'.repeat(1000),
    `e${'\u0301'.repeat(10_000)}`,
    '<!channel> <@U123> <!subteam^S1>',
    '',
    '\ud800',
  ),
)
const address = fc.oneof(
  fc.webUrl({ withFragments: true, withQueryParameters: true }),
  words,
  fc.constantFrom(`https://a.example/${'x'.repeat(10_000)}`, 'javascript:alert(1)', undefined),
)

const source = fc.record({
  articleId: fc.constant(articleId('a')),
  publisher: words,
  url: address,
  title: words,
  publishedAt: fc.option(fc.date({ noInvalidDate: true }), { nil: undefined }),
  language: fc.constantFrom('en', 'de', undefined),
  partial: fc.boolean(),
})
const quote = fc.record({
  articleId: fc.constant(articleId('a')),
  start: fc.constant(0),
  end: fc.constant(1),
  text: words,
  speaker: fc.record({ name: words, role: fc.option(words, { nil: undefined }) }),
})
const evidence = [{ articleId: articleId('a'), start: 0, end: 1 }] as const
const briefing = fc
  .record({
    headline: words,
    points: fc.array(words, { maxLength: 4 }),
    quotes: fc.array(quote, { maxLength: 3 }),
    sources: fc.array(source, { minLength: 1, maxLength: 12 }),
  })
  .map(({ headline, points, quotes, sources: [first, ...others] }) =>
    aBriefing({
      storyId: storyId('s'),
      headline,
      points: points.map((text) => ({ text, evidence: [...evidence] as const })),
      quotes,
      sources: [first ?? aBriefing().sources[0], ...others],
    }),
  )

test('every message of 200 digests of any Unicode is within every limit of Slack', () => {
  fc.assert(
    fc.property(
      fc.array(briefing, { maxLength: 15 }),
      words,
      fc.constantFrom('en', 'de', 'fr', 'es', 'pt-BR'),
      (briefings, title, language) => {
        const digest = aDigest({ briefings, title, language })
        const messages = renderSlack(recordedDigest(digestDocuments(digest, wordingFor(language))))
        expect(messages.length).toBe(briefings.length < 2 ? 1 : 1 + briefings.length)
        for (const { payload } of messages) {
          expect(blocksFault(payload.blocks, 'message')).toBeUndefined()
          expect(unitsIn(payload.blocks)).toBeLessThanOrEqual(11_000)
          expect(String(payload.text).length).toBeLessThanOrEqual(4000)
          expect(payload).toMatchObject({ unfurl_links: false, unfurl_media: false })
          expect(JSON.stringify(payload)).not.toMatch(/<[!@#]/)
        }
      },
    ),
    { numRuns: 200 },
  )
})

function rendered(changes: Parameters<typeof aBriefing>[0]) {
  const digest = aDigest({ briefings: [aBriefing(changes)] })
  return renderSlack(recordedDigest(digestDocuments(digest, wordingFor('en'))))
}

describe('a digest of one story', () => {
  test('is one message with the story in the place of the headlines', async () => {
    const messages = rendered({})
    expect(messages).toHaveLength(1)
    await expect(JSON.stringify(messages, null, 2)).toMatchFileSnapshot('one-story.snap')
  })
})

test('a digest of two stories is a list of headlines, and a reply for each', async () => {
  const briefings = [aBriefing(), aBriefing({ headline: 'Central bank holds rate at 2.00 %' })]
  const messages = renderSlack(
    recordedDigest(digestDocuments(aDigest({ briefings }), wordingFor('en'))),
  )
  expect(messages.map(({ place }) => place)).toEqual(['channel', 'thread', 'thread'])
  await expect(JSON.stringify(messages, null, 2)).toMatchFileSnapshot('two-stories.snap')
})

describe('foreign words', () => {
  test.each([
    [
      'B21',
      '<!channel> <@U123> <!subteam^S1>',
      '&lt;!channel&gt; &lt;@U123&gt; &lt;!subteam^S1&gt;',
    ],
    ['B23', '&amp;lt;!here&gt;', '&amp;amp;lt;!here&amp;gt;'],
    ['B24', '*bold* _x_ ~y~ `z` > q', '*bold* _x_ ~y~ `z` &gt; q'],
    ['B25', '<https://evil|bank.com>', '&lt;https://evil|bank.com&gt;'],
    ['B29', 'a\u202eb\u200bc', 'abc'],
  ])('%s: %s stand literally', (_id, headline, literal) => {
    const header = rendered({ headline })[0]?.payload.blocks as readonly unknown[]
    expect(JSON.stringify(header)).toContain(`1 · ${literal}`)
  })

  test('B20: a title of 1 MB is cut to 150 characters', () => {
    const payload = rendered({ headline: 'word '.repeat(200_000) })[0]?.payload
    expect(blocksFault(payload?.blocks, 'message')).toBeUndefined()
  })
})

test.each([
  ['B26', 'https://evil.example/x', 'evil.example'],
  ['B28', 'https://аpple.com/', 'xn--pple-43d.com'],
])('%s: beside a link to %s stands %s', (_id, url, site) => {
  const [first] = aBriefing().sources
  const payload = rendered({ sources: [{ ...first, publisher: 'https://paypal.com', url }] })[0]
  expect(JSON.stringify(payload)).toContain(`(${site})`)
})

test.each([
  'javascript:alert(1)',
  'data:text/html,x',
  'slack://open',
  '//host/x',
  'http:/x',
  `https://a.example/${'x'.repeat(10_000)}`,
])('B27, B30: %s never becomes a link', (url) => {
  const [first] = aBriefing().sources
  const payload = rendered({ sources: [{ ...first, url }], quotes: [] })[0]?.payload
  expect(JSON.stringify(payload)).not.toContain('"type":"link"')
})

test('marks of Slack in an address are percent-encoded', () => {
  const [first] = aBriefing().sources
  const payload = rendered({ sources: [{ ...first, url: 'https://a.example/x|y>z' }] })[0]?.payload
  expect(JSON.stringify(payload)).toContain('https://a.example/x%7Cy%3Ez')
})

describe('a reply', () => {
  test('keeps its buttons when its text is far too long', () => {
    const long = { kind: 'paragraph', spans: [{ kind: 'text', text: 'x'.repeat(5000) }] } as const
    const action = { label: 'Ask', command: 'ask', options: {}, id: actionId('a') }
    const { blocks } = slackPayload({
      blocks: [...Array(60).fill(long), { kind: 'actions', actions: [action] }],
      fallback: '',
    })
    expect(blocksFault(blocks, 'message')).toBeUndefined()
    expect(blocks.at(-1)?.type).toBe('actions')
  })

  test('shows a time in the reader’s own zone', () => {
    const at = new Date('2025-12-02T07:00:00Z')
    const { blocks } = slackPayload({
      blocks: [
        { kind: 'paragraph', spans: [{ kind: 'time', at, style: 'time', fallback: '08:00' }] },
      ],
      fallback: 'Next',
    })
    expect(JSON.stringify(blocks)).toContain(
      '{"type":"date","timestamp":1764658800,"format":"{time}","fallback":"08:00"}',
    )
  })

  test('leaves out a button that was never recorded', () => {
    const action = { label: 'Ask', command: 'ask', options: {} }
    const { blocks } = slackPayload({
      blocks: [{ kind: 'actions', actions: [action] }],
      fallback: 'x',
    })
    expect(blocks).toEqual([])
  })
})

describe('a mention', () => {
  const digest = digestDocuments(aDigest(), wordingFor('en'))

  test('notifies the group that the digest names, in its first message alone', () => {
    const [parent, ...replies] = renderSlack({ ...digest, mention: 'S0123ABCD' })
    expect(JSON.stringify(parent)).toContain('{"type":"usergroup","usergroup_id":"S0123ABCD"}')
    expect(JSON.stringify(replies)).not.toContain('usergroup')
  })

  test.each(['@channel', '<!here>', 'U0123ABCD', ''])('of %s notifies nobody', (mention) => {
    expect(renderSlack({ ...digest, mention })).toEqual(renderSlack(digest))
  })
})

test('a channel stands there by its own name', () => {
  const spans = [
    { kind: 'channel', channel: { platform: 'slack', id: 'C0123' } },
    { kind: 'channel', channel: { platform: 'slack', id: 'UADMIN' } },
    { kind: 'text', text: '<#C0123>' },
  ] as const
  const payload = slackPayload({ blocks: [{ kind: 'paragraph', spans }], fallback: 'x' })
  expect(payload.blocks).toEqual([
    {
      type: 'rich_text',
      elements: [
        {
          type: 'rich_text_section',
          elements: [
            { type: 'channel', channel_id: 'C0123' },
            { type: 'text', text: 'UADMIN' },
            { type: 'text', text: '&lt;#C0123&gt;' },
          ],
        },
      ],
    },
  ])
})
