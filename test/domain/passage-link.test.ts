import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { passageLink } from '../../src/domain/passage-link.ts'

const url = 'https://post.example/bridge'
const link = (text: string, passage: string, at = text.indexOf(passage)) =>
  passageLink(url, text, { start: at, end: at + passage.length })

describe('a link to a passage', () => {
  test('names a short passage whole', () => {
    expect(
      link('Yes. “It is safe, well-built & dry,” she said.', 'It is safe, well-built & dry'),
    ).toBe(`${url}#:~:text=It%20is%20safe%2C%20well%2Dbuilt%20%26%20dry`)
  })

  test('names a long passage by its first and last words', () => {
    const passage =
      'The council voted on Monday for the new bridge after a debate that had taken eleven years and three mayors.'
    expect(link(`Intro. ${passage} End.`, passage)).toBe(
      `${url}#:~:text=The%20council%20voted%20on,years%20and%20three%20mayors.`,
    )
  })

  test('takes the words before it when the text says the same earlier', () => {
    const text = 'He said no. Later that day she said no. That was all.'
    expect(link(text, 'said no', text.lastIndexOf('said no'))).toBe(
      `${url}#:~:text=Later%20that%20day%20she-,said%20no`,
    )
  })

  test('keeps the fragment that the address has', () => {
    expect(passageLink(`${url}#top`, 'Yes', { start: 0, end: 3 })).toBe(`${url}#top:~:text=Yes`)
  })

  test('is the plain address when the passage is empty', () => {
    expect(passageLink(url, 'Yes', { start: 1, end: 1 })).toBe(url)
  })

  test('is one valid address whatever the text is', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 300 }),
        fc.nat(300),
        fc.nat(300),
        (text, a, b) => {
          const made = passageLink(url, text, { start: Math.min(a, b), end: Math.max(a, b) })
          expect(new URL(made).origin).toBe('https://post.example')
          expect(made).not.toMatch(/[\s<>|]/)
        },
      ),
      { numRuns: 300, seed: 1 },
    )
  })
})
