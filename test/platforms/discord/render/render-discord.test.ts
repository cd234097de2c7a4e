import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { digestDocuments } from '../../../../src/domain/digest-document.ts'
import type { Document } from '../../../../src/domain/document.ts'
import { wordingFor } from '../../../../src/domain/wording/wording.ts'
import type { MessageBody } from '../../../../src/platforms/discord/render/components.ts'
import {
  renderDiscord,
  renderReply,
} from '../../../../src/platforms/discord/render/render-discord.ts'
import {
  toEmbedBody,
  toPlainBody,
} from '../../../../src/platforms/discord/render/simpler-bodies.ts'
import { aBriefing, aDigest } from '../../../domain/a-digest.ts'
import { messageRefusal } from '../../../fakes/discord/message-rules.ts'
import { anyDigest, anyDocument, anyText } from './any-digest.ts'

const english = wordingFor('en')
const sample = digestDocuments(aDigest(), english)

function bodies(documents: Parameters<typeof renderDiscord>[0]): readonly MessageBody[] {
  return renderDiscord(documents).map(({ payload }) => payload as MessageBody)
}

function words(document: Document): string {
  return JSON.stringify(renderReply(document))
}

function paragraph(text: string): Document {
  return { blocks: [{ kind: 'paragraph', spans: [{ kind: 'text', text }] }], fallback: '' }
}

describe('a digest on Discord', () => {
  test('is one message in the channel and one per story in its thread', () => {
    const digest = aDigest({ briefings: [aBriefing(), aBriefing()] })
    const messages = renderDiscord(digestDocuments(digest, english))
    expect(messages.map(({ place }) => place)).toEqual(['channel', 'thread', 'thread'])
    expect(messages[0]?.title).toBe('Morning briefing · Tuesday 2 December')
  })

  test('looks as it looks', async () => {
    await expect(JSON.stringify(bodies(sample), undefined, 2)).toMatchFileSnapshot(
      'sample-digest.snap',
    )
  })

  test('fits every limit and Discord’s own schema, whatever 200 feeds bring', () => {
    const law = fc.property(anyDigest, (digest) => {
      const documents = digestDocuments(digest, wordingFor(digest.language))
      const messages = renderDiscord(documents)
      expect(renderDiscord({ ...documents, replies: [] })).toHaveLength(1)
      for (const { payload, title } of messages) {
        const body = payload as MessageBody
        expect(
          [body, toEmbedBody(body), toPlainBody(body)].map((each) => messageRefusal(each)),
        ).toEqual([undefined, undefined, undefined])
        expect(title?.length).toBeLessThanOrEqual(100)
        expect(JSON.stringify(body)).toContain('"custom_id"')
        expect(body.allowed_mentions.parse).toEqual([])
      }
    })
    fc.assert(law, { numRuns: 200, endOnFailure: true })
  })

  test('mentions the role that it asks to mention and nobody else', () => {
    const [parent, reply] = bodies({ ...sample, mention: '112233445566778899' })
    expect(parent?.allowed_mentions).toEqual({ parse: [], roles: ['112233445566778899'] })
    expect(JSON.stringify(parent)).toContain('<@&112233445566778899>')
    expect(reply?.allowed_mentions).toEqual({ parse: [] })
  })

  test('mentions nobody for a mention that is no role', () => {
    const [parent] = bodies({ ...sample, mention: '@everyone' })
    expect(parent).toEqual(bodies(sample)[0])
  })
})

describe('an answer on Discord', () => {
  test('fits every limit, whatever is in it', () => {
    const law = fc.property(anyDocument, (document) => {
      const messages = renderReply(document)
      expect(messages.length).toBeGreaterThan(0)
      expect(messages.map((each) => messageRefusal(each))).toEqual(messages.map(() => undefined))
    })
    fc.assert(law, { numRuns: 200, endOnFailure: true })
  })

  test('leaves a quote out rather than cutting it', () => {
    const quote = { kind: 'quote', speaker: 'A', source: 'B', url: undefined } as const
    expect(words({ blocks: [{ ...quote, text: 'w '.repeat(2000) }], fallback: 'f' })).not.toContain(
      'w w',
    )
  })

  test('shows every reader their own time', () => {
    const at = new Date('2025-12-02T07:00:00Z')
    const time = { kind: 'time', at, style: 'date-time', fallback: 'x' } as const
    expect(words({ blocks: [{ kind: 'paragraph', spans: [time] }], fallback: '' })).toContain(
      '<t:1764658800:f>',
    )
  })
})

describe('B22, B24, B25: foreign text', () => {
  test.each([
    ['*bold* _x_ ~y~ `z` > q', '\\\\*bold\\\\* \\\\_x\\\\_ \\\\~y\\\\~ \\\\`z\\\\` \\\\> q'],
    ['@everyone @here', '\\\\@everyone \\\\@here'],
    ['<@&1> <@1>', '\\\\<\\\\@&1\\\\> \\\\<\\\\@1\\\\>'],
    ['[Your bank](https://evil.example)', '\\\\[Your bank\\\\]\\\\(https\\\\://evil.example\\\\)'],
    ['# no heading', '\\\\# no heading'],
    ['- no list', '\\\\- no list'],
    ['1. no list', '1\\\\. no list'],
    ['a :smile: b', 'a \\\\:smile: b'],
    ['\u202Eabc\u{E0041}', 'abc'],
  ])('%s is shown literally', (text, shown) => {
    expect(words(paragraph(text))).toContain(`"content":"${shown}"`)
  })

  test('never makes a link, a mention or a time, whatever it is', () => {
    const live = /(?<!\\)(?:\\\\)*(?:@|<|\]\(|https?:\/\/)/
    const law = fc.property(anyText, (text) => {
      const [body] = renderReply(paragraph(text))
      const [container] = body?.components ?? []
      const parts = container?.type === 17 ? container.components : []
      for (const part of parts) if (part.type === 10) expect(part.content).not.toMatch(live)
    })
    fc.assert(law, { numRuns: 300, endOnFailure: true })
  })

  test('that looks like another address is no link, and its site stands beside it', () => {
    const spans = [
      { kind: 'link', text: 'https://paypal.com', url: 'https://evil.example/a' },
    ] as const
    expect(words({ blocks: [{ kind: 'paragraph', spans }], fallback: '' })).toContain(
      '[https\\\\://paypal.com](<https://evil.example/a>) \\\\(evil.example\\\\)',
    )
  })

  test('as an address that is no web address is no link', () => {
    const spans = [{ kind: 'link', text: 'words', url: 'javascript:alert(1)' }] as const
    expect(words({ blocks: [{ kind: 'paragraph', spans }], fallback: '' })).toContain(
      '"content":"words"',
    )
  })
})
