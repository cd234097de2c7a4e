import { describe, expect, test } from 'vitest'
import { createExtractiveSummarizer } from '../../src/briefing/extractive.ts'
import type { SummaryRequest } from '../../src/briefing/summarizer.ts'
import type { Article } from '../../src/domain/article.ts'
import { articleId, feedId } from '../../src/domain/ids.ts'
import { isVerbatim } from '../../src/domain/quote.ts'

const bridge = ` date 2025-12-02 Harbour mayor Ana Ruiz closed the city's main bridge on Tuesday after inspectors found cracks in two of its girders.

"We will not open it a day too early, whatever it costs," Ruiz told reporters beside the barriers.

What was found

The bridge carries 40,000 vehicles a day between the harbour and the old town, and there is no other crossing for lorries.

She said the work would be paid for by the port.

The port's director, Karl Brandt, put the costs at two million. "Every week without the bridge costs our firms more than the whole repair," he said.

Traffic is being sent through the eastern tunnel, which was built in 1974.`

function anArticle(changes: Partial<Article> = {}): Article {
  return {
    id: articleId('wire-one-1'),
    feedId: feedId('wire-one'),
    publisher: 'Wire One',
    url: 'https://wire-one.example/bridge',
    title: 'Harbour bridge closed after inspectors find cracks',
    text: bridge,
    headings: [],
    publishedAt: new Date('2025-12-02T06:10:00Z'),
    firstSeenAt: new Date('2025-12-02T06:20:00Z'),
    language: 'en',
    byline: undefined,
    partial: false,
    revision: 1,
    ...changes,
  }
}

function write(changes: Partial<SummaryRequest> = {}) {
  return createExtractiveSummarizer().summarize({
    articles: [anArticle()],
    length: 'detailed',
    language: undefined,
    told: undefined,
    now: new Date('2025-12-02T07:00:00Z'),
    workspaceId: undefined,
    ...changes,
  })
}

const later = anArticle({
  id: articleId('harbour-post-1'),
  text: 'The harbour bridge stays closed until March, the regional court decided on Friday after a complaint by hauliers. Judge Mina Okafor called the cracks "a danger that nobody may drive over". Harbour hauliers now ask the region for a ferry.',
})

const told = {
  at: new Date('2025-12-02T07:00:00Z'),
  headline: 'Harbour bridge closed after inspectors find cracks',
  points: ["Harbour mayor Ana Ruiz closed the city's main bridge on Tuesday."],
  quotes: ['We will not open it a day too early, whatever it costs'],
  articleIds: ['wire-one-1'],
  texts: [bridge],
}

describe('a draft in the articles’ own sentences', () => {
  test('names what happened first, without the line of metadata', async () => {
    const { points } = await write()
    expect(points[0]?.text).toMatch(/^Harbour mayor Ana Ruiz closed/)
  })

  test('rests each point on the passage that says it', async () => {
    for (const { text, evidence } of (await write()).points) {
      expect(bridge.slice(evidence[0].start, evidence[0].end)).toContain(text.slice(1))
    }
  })

  test('prints neither a heading nor a sentence that hangs on the one before', async () => {
    const said = (await write()).points.map((point) => point.text).join(' ')
    expect(said).not.toMatch(/What was found|She said/)
  })

  test('quotes verbatim, by full name and role', async () => {
    const { quotes } = await write()
    expect(quotes.map(({ speaker }) => `${speaker.name}, ${speaker.role}`)).toEqual([
      'Ana Ruiz, Harbour mayor',
      "Karl Brandt, the port's director",
    ])
    for (const quote of quotes) expect(isVerbatim(quote, anArticle())).toBe(true)
  })

  test('quotes nothing that a point says', async () => {
    const { points, quotes } = await write()
    const said = points.map((point) => point.text).join(' ')
    for (const quote of quotes) expect(said).not.toContain(quote.text)
  })

  test.each([
    ['headlines', 1, 0],
    ['short', 3, 2],
    ['detailed', 4, 3],
  ] as const)('of length %s has at most %i points and %i quotes', async (length, most, quotes) => {
    const draft = await write({ length })
    expect(draft.points.length).toBeGreaterThan(0)
    expect(draft.points.length).toBeLessThanOrEqual(most)
    expect(draft.quotes.length).toBeLessThanOrEqual(quotes)
  })

  test('says only what is new to a channel that was told before', async () => {
    const draft = await write({ articles: [later, anArticle()], told })
    expect(draft.points.map((point) => point.text).join(' ')).toContain('until March')
    expect(draft.points.map((point) => point.text).join(' ')).not.toContain('Ana Ruiz closed')
    expect(draft.quotes.map((quote) => quote.text)).not.toContain(told.quotes[0])
  })

  test('tells nothing as fact that somebody says in a quotation of several sentences', async () => {
    const text = `Ana Ruiz spoke to the council about the harbour bridge on Tuesday evening.

"The bridge is a ruin. The port has robbed this town of every coin it had for twenty years. We will get it back," she said.`
    const { points } = await write({ articles: [anArticle({ text })] })
    expect(points.map((point) => point.text).join(' ')).not.toContain('robbed')
  })

  test('does not say its title again as a point', async () => {
    const text = `Harbour bridge closed after inspectors find cracks.\n\n${bridge.trim()}`
    const { points } = await write({ articles: [anArticle({ text })] })
    expect(points.map((point) => point.text)).not.toContain(
      'Harbour bridge closed after inspectors find cracks.',
    )
  })

  test('of a title alone is a headline', async () => {
    const draft = await write({ articles: [anArticle({ text: '' })] })
    expect(draft).toEqual({
      headline: 'Harbour bridge closed after inspectors find cracks',
      points: [],
      quotes: [],
    })
  })

  test('of nothing at all is refused', async () => {
    await expect(write({ articles: [anArticle({ text: '', title: '' })] })).rejects.toThrow(
      'neither a title nor a text',
    )
  })
})
