import { describe, expect, test } from 'vitest'
import { run } from './terminal.ts'

const page = 'config/sample/2026-12-01/wire-one.example/world/halmsund-harbour-bridge-closed.html'

describe('summarize', () => {
  test('prints the briefing of a page, its quotes with their speakers', async () => {
    const { code, out } = await run(['summarize', page])
    expect(code).toBe(0)
    expect(out).toContain('“We will not keep a bridge open on a good guess”')
    expect(out).toContain("Marta Lindqvist, the city's chief bridge engineer")
  })

  test('every quote of its data stands in the text at its place', async () => {
    const { out } = await run(['summarize', page, '--json'])
    const { quotes } = JSON.parse(out) as { quotes: { text: string; speaker: { name: string } }[] }
    expect(quotes.length).toBeGreaterThan(0)
    expect(quotes.map(({ speaker }) => speaker.name)).toContain('Marta Lindqvist')
  })

  test('keeps the date that stands before the first sentence, and prints it nowhere else', async () => {
    const stdin =
      'date 2021-12-02 The harbour authority closed the north quay on Thursday after a crane fell. ' +
      '"Nobody was under it, and that was luck," harbour master Ines Falk told reporters.'
    const { code, out } = await run(['summarize', '-', '--json'], { stdin })
    const { points, sources } = JSON.parse(out) as {
      points: { text: string }[]
      sources: { publishedAt: string }[]
    }
    expect(code).toBe(0)
    expect(sources[0]?.publishedAt).toBe('2021-12-02T00:00:00.000Z')
    expect(points.map(({ text }) => text).join(' ')).not.toContain('2021-12-02')
  })

  test.each([
    ['', 'standard input: there is nothing in it.'],
    ['\u0000\u0001\u0002', 'standard input: this is not text; give a web page or a text.'],
  ])('%j is refused in a sentence', async (stdin, words) => {
    const { code, err } = await run(['summarize', '-'], { stdin })
    expect([code, err]).toEqual([1, `dateline summarize: ${words}\n`])
  })

  test('without an article it is wrong use', async () => {
    const { code, err } = await run(['summarize'])
    expect(code).toBe(2)
    expect(err).toContain('name one address or file')
  })
})
