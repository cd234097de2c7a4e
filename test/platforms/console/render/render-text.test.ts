import { stripVTControlCharacters } from 'node:util'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { digestDocuments } from '../../../../src/domain/digest-document.ts'
import { type Document, link, strong, text } from '../../../../src/domain/document.ts'
import { wordingFor } from '../../../../src/domain/wording/wording.ts'
import { widthOf } from '../../../../src/platforms/console/render/columns.ts'
import { renderText } from '../../../../src/platforms/console/render/render-text.ts'
import { aBriefing, aDigest } from '../../../domain/a-digest.ts'

const bare = { columns: 80, colour: false, hyperlinks: false }
const rich = { columns: 80, colour: true, hyperlinks: true }
const digest = aDigest({ briefings: [aBriefing(), aBriefing({ updatedSince: new Date(0) })] })
const { parent, replies } = digestDocuments(digest, wordingFor('en'))

test('prints a digest as headlines with what stands beside them at the right edge', () => {
  expect(renderText(parent, bare)).toBe(
    [
      'Morning briefing · Tuesday 2 December                 2 stories from 38 articles',
      '',
      '1  Harbour bridge closed after inspectors find cracks                   1 source',
      '2  Harbour bridge closed after inspectors find cracks         Updated · 1 source',
      '',
      'Read 12 feeds',
      '',
    ].join('\n'),
  )
})

test('prints a story under its headline, with its addresses at the end', () => {
  expect(renderText(replies[0] as Document, bare)).toBe(
    [
      '1 · Harbour bridge closed after inspectors find cracks',
      '    • The harbour bridge was closed to all traffic on Tuesday.',
      '',
      '    │ “We will not open it on a good guess”',
      '    │   Marta Lindqvist, chief engineer · Wire One, 2 Dec · verified in source ·',
      '    │   see it in the article [1]',
      '',
      '    Wire One [2]',
      '',
      '[1] https://wire-one.example/bridge#:~:text=We%20will%20not%20open%20it%20on%20a%20good%20guess',
      '[2] https://wire-one.example/bridge',
      '',
    ].join('\n'),
  )
})

test('makes the words themselves links where the terminal opens them', () => {
  const shown = renderText(replies[0] as Document, { ...rich, columns: 100 })
  expect(shown).toContain('\u001B]8;;https://wire-one.example/bridge\u001B\\Wire\u001B]8;;\u001B\\')
  expect(stripVTControlCharacters(shown)).not.toContain('https://')
})

test('says the same words with colour and without', () => {
  for (const document of [parent, ...replies]) {
    const coloured = renderText(document, { ...bare, colour: true })
    expect(coloured).toContain('\u001B[1m')
    expect(stripVTControlCharacters(coloured)).toBe(renderText(document, bare))
  }
})

test('keeps punctuation at the link that it belongs to', () => {
  const spans = [
    text('See ('),
    link('the page', 'https://wire-one.example/'),
    text('), then '),
    strong('wait'),
  ]
  const document: Document = { blocks: [{ kind: 'paragraph', spans }], fallback: '' }
  expect(renderText(document, bare)).toContain('See (the page [1]), then wait\n')
})

test('lets no foreign text move the cursor or hide an address', () => {
  const evil = '\u001B[2J\u001B]8;;https://evil.example\u0007click\u202E'
  const document: Document = {
    blocks: [
      { kind: 'heading', text: evil },
      { kind: 'quote', text: evil, speaker: evil, source: evil, url: `https://x.example/${evil}` },
      { kind: 'sources', items: [{ name: evil, url: 'javascript:alert(1)', note: evil }] },
      { kind: 'fields', items: [{ name: evil, value: [{ kind: 'code', text: evil }] }] },
    ],
    fallback: evil,
  }
  const shown = renderText(document, bare)
  expect(shown).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F\u202E]/)
  expect(shown).not.toContain('javascript:')
})

test('parts words that are glued together where no line holds them', () => {
  const blocks: Document['blocks'] = [
    { kind: 'list', ordered: true, items: [[text('!!!가⺀!'), strong('🌀!!!！🈲!')]] },
  ]
  expect(renderText({ blocks, fallback: '' }, { ...bare, columns: 20 })).toBe(
    '1. !!!가⺀!\n   🌀!!!！🈲!\n',
  )
})

test('keeps every line within the columns, addresses aside', () => {
  const words = fc.string({ unit: 'grapheme', maxLength: 300 })
  fc.assert(
    fc.property(words, words, fc.integer({ min: 20, max: 140 }), (one, other, columns) => {
      const document: Document = {
        blocks: [
          { kind: 'heading', text: one, aside: other.slice(0, 15) },
          { kind: 'headlines', items: [{ text: one, aside: '3 sources' }] },
          { kind: 'list', ordered: true, items: [[text(one), strong(other)]] },
          { kind: 'quote', text: one, speaker: other, source: one, url: undefined },
          { kind: 'footer', text: other },
        ],
        fallback: '',
      }
      const lines = renderText(document, { ...bare, columns }).split('\n')
      for (const line of lines.filter((each) => !each.includes('http'))) {
        expect(widthOf(line)).toBeLessThanOrEqual(Math.min(columns, 100))
      }
    }),
  )
})
