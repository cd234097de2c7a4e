import { describe, expect, test } from 'vitest'
import { correctedDocument, digestDocuments } from '../../src/domain/digest-document.ts'
import { wordingFor } from '../../src/domain/wording/wording.ts'
import { aBriefing, aDigest } from './a-digest.ts'

const english = wordingFor('en')
const [source] = aBriefing().sources

describe('the parent of a digest', () => {
  test('is a list of headlines with a heading and what was read', () => {
    expect(digestDocuments(aDigest(), english).parent.blocks).toEqual([
      {
        kind: 'heading',
        text: 'Morning briefing · Tuesday 2 December',
        aside: '1 story from 38 articles',
      },
      {
        kind: 'headlines',
        items: [{ text: 'Harbour bridge closed after inspectors find cracks', aside: '1 source' }],
      },
      { kind: 'footer', text: 'Read 12 feeds' },
    ])
  })

  test('says that it is late, in the local time of the digest', () => {
    const late = aDigest({ lateUntil: new Date('2025-12-02T08:12:00Z') })
    expect(digestDocuments(late, english).parent.blocks).toContainEqual({
      kind: 'notice',
      tone: 'warning',
      text: 'Late: this briefing was due at 08:00; the bot was down until 09:12.',
    })
  })

  test('says that nothing is new, and when the next one comes', () => {
    const documents = digestDocuments(aDigest({ briefings: [] }), english)
    expect(JSON.stringify(documents.parent)).toContain(
      'Nothing new in your 12 feeds. Next briefing tomorrow 08:00.',
    )
    expect(documents.replies).toEqual([])
  })

  test('says since when nothing is new, and when nothing was read at all', () => {
    const since = new Date('2025-12-01T07:00:00Z')
    const emptyWith = (changes: Parameters<typeof aDigest>[0]) =>
      JSON.stringify(digestDocuments(aDigest({ briefings: [], ...changes }), english).parent)
    expect(emptyWith({ since })).toContain('Nothing new in your 12 feeds since yesterday 08:00.')
    const feedsFailed = [{ name: 'Harbour Post', why: 'DNS' }]
    const coverage = { ...aDigest().coverage, feedsRead: 0, feedsFailed }
    expect(emptyWith({ coverage })).toContain('Your feed could not be reached.')
  })

  test('counts the outlets of a story, each once', () => {
    const briefing = aBriefing({ sources: [source, { ...source, articleId: 'another' }] })
    const { parent } = digestDocuments(aDigest({ briefings: [briefing] }), english)
    expect(JSON.stringify(parent)).toContain('"aside":"1 source"')
  })

  test('names the feeds that could not be reached', () => {
    const coverage = {
      ...aDigest().coverage,
      feedsFailed: [{ name: 'Harbour Post', why: 'DNS' }],
    }
    const { blocks } = digestDocuments(aDigest({ coverage }), english).parent
    expect(blocks.at(-1)).toEqual({
      kind: 'footer',
      text: 'Read 12 feeds · 1 could not be reached (Harbour Post)',
    })
  })
})

describe('the reply of a story', () => {
  const storyWith = (changes: Parameters<typeof aBriefing>[0]) =>
    JSON.stringify(
      digestDocuments(aDigest({ briefings: [aBriefing(changes)] }), english).replies[0],
    )

  test('prints a quote with speaker, role, outlet, date and a link to the passage', () => {
    const [reply] = digestDocuments(aDigest(), english).replies
    expect(reply?.blocks).toContainEqual({
      kind: 'quote',
      text: 'We will not open it on a good guess',
      speaker: 'Marta Lindqvist, chief engineer',
      source: 'Wire One, 2 Dec · verified in source',
      url: 'https://wire-one.example/bridge#:~:text=We%20will%20not%20open%20it%20on%20a%20good%20guess',
      open: 'see it in the article',
    })
  })

  test('says since when it is updated', () => {
    expect(storyWith({ updatedSince: new Date('2025-12-01T07:00:00Z') })).toContain(
      'Updated since yesterday:',
    )
  })

  test('shows where sources disagree, believing neither', () => {
    const text = 'Harbour Post counts 12 injured, Wire One 14.'
    const [passage] = aBriefing().points[0]?.evidence ?? []
    if (passage === undefined) throw new Error('the sample briefing has evidence')
    expect(storyWith({ disagreements: [{ text, evidence: [passage, passage] }] })).toContain(
      `Sources disagree: ${text}`,
    )
  })

  test('says that it rests on the free part of an article', () => {
    expect(storyWith({ sources: [{ ...source, partial: true }] })).toContain('free part')
  })

  test('names the language of a source that is not the reader’s', () => {
    expect(storyWith({ sources: [{ ...source, language: 'de' }] })).toContain('"note":"German"')
  })

  test('says why the built-in summarizer wrote it', () => {
    const why = 'Written by the built-in summarizer: the language model did not answer in time.'
    expect(storyWith({ authorship: { summarizer: 'extractive', fellBackBecause: why } })).toContain(
      why,
    )
  })

  test('starts with what was corrected', () => {
    const [reply] = digestDocuments(aDigest(), english).replies
    if (reply === undefined) throw new Error('the sample digest has a story')
    const at = new Date('2025-12-02T09:42:00Z')
    const what = 'Wire One now counts 14 injured, not 12.'
    const corrected = correctedDocument(reply, { at, what, timezone: 'Europe/Berlin' }, english)
    expect(corrected.blocks[0]).toEqual({
      kind: 'notice',
      tone: 'warning',
      text: 'Corrected 10:42: Wire One now counts 14 injured, not 12.',
    })
  })
})
