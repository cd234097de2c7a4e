import fc from 'fast-check'
import { parseHTML } from 'linkedom'
import { expect, test } from 'vitest'
import {
  excerptAround,
  type Mark,
  markedHtml,
  wholeText,
} from '../../../../../src/platforms/console/page/story/marked-text.ts'

const text = 'One & two.\n\nThree four five.\n\nSix.\n\nSeven <eight>.'
const read = (marks: readonly Mark[], excerpt = wholeText(text)) =>
  parseHTML(`<html><body>${markedHtml(text, excerpt, marks).markup}</body></html>`).document.body

test('marks words where they stand', () => {
  const said = { kind: 'said', start: 12, end: 22, id: 'quote-1' } as const
  const body = read([said, { kind: 'who', start: 23, end: 27 }])
  expect(body.querySelector('mark')?.textContent).toBe('Three four')
  expect(body.querySelector('mark')?.id).toBe('quote-1')
  expect(body.querySelector('u')?.textContent).toBe('five')
})

test('shows the paragraphs that matter, and that something stands between them', () => {
  const marks: readonly Mark[] = [
    { kind: 'rests', start: 0, end: 3 },
    { kind: 'rests', start: 37, end: 42 },
  ]
  const body = read(marks, excerptAround(text, marks))
  const lines = [...body.querySelectorAll('p')].map((line) => line.textContent)
  expect(lines).toEqual(['One & two.', '[…]', 'Seven <eight>.'])
})

test('prints every word of the text once, in its order, wherever marks begin, end and cross', () => {
  const place = fc.integer({ min: 0, max: text.length })
  const mark = fc.record({
    kind: fc.constantFrom('said' as const, 'who' as const, 'rests' as const),
    start: place,
    end: place,
  })
  fc.assert(
    fc.property(fc.array(mark, { maxLength: 6 }), (marks) => {
      const lines = [...read(marks).querySelectorAll('p')].map((line) => line.textContent)
      expect(lines.join('\n\n')).toBe(text)
    }),
  )
})
