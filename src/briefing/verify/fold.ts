import type { Range } from '../../domain/passage.ts'

/** What typographers write differently and readers read alike; the longest first. */
const alike: readonly (readonly [RegExp, string])[] = [
  [/``|''|["“”„‟«»″＂]/y, '"'],
  [/['’‘‚‛‹›′`´]/y, "'"],
  [/\s*(?:[–—―‒−‐‑]|-+)\s*/y, '-'],
  [/…|\.\s?\.\s?\./y, '...'],
  [/\s+/y, ' '],
]

/** A text in one plain typography, and where each of its units stands in the original. */
type Folded = { readonly text: string; readonly starts: readonly number[] }

function foldWithPlaces(original: string): Folded {
  let text = ''
  const starts: number[] = []
  for (let at = 0; at < original.length; ) {
    const [length, plain] = foldAt(original, at)
    for (let i = 0; i < plain.length; i++) starts.push(at)
    text += plain
    at += length
  }
  starts.push(original.length)
  return { text, starts }
}

function foldAt(original: string, at: number): readonly [number, string] {
  for (const [pattern, plain] of alike) {
    pattern.lastIndex = at
    const found = pattern.exec(original)
    if (found) return [found[0].length, plain]
  }
  return [1, original[at] ?? '']
}

const places = new WeakMap<object, Folded>()

/** Folding is remembered for as long as the thing that has the text lives. */
function foldedTextOf(owner: { readonly text: string }): Folded {
  const known = places.get(owner)
  if (known) return known
  const folded = foldWithPlaces(owner.text)
  places.set(owner, folded)
  return folded
}

/** A text without the typography that does not change its words. */
export function fold(text: string): string {
  return foldWithPlaces(text).text.trim()
}

/**
 * Where a text says exactly these words, whatever marks, dashes and spaces either of them uses; whole words only.
 * Case counts.
 */
export function placesOf(words: string, owner: { readonly text: string }): readonly Range[] {
  const wanted = fold(words)
  if (wanted === '') return []
  const { text, starts } = foldedTextOf(owner)
  const found: Range[] = []
  for (let i = text.indexOf(wanted); i >= 0; i = text.indexOf(wanted, i + 1)) {
    if (!isWhole(text, i, i + wanted.length)) continue
    const range = { start: starts[i] ?? 0, end: starts[i + wanted.length] ?? owner.text.length }
    found.push(withoutOuterSpace(owner.text, range))
  }
  return found
}

const inWord = /[\p{L}\p{N}]/u

function isWhole(text: string, start: number, end: number): boolean {
  const cut = (at: number) => inWord.test(text[at - 1] ?? ' ') && inWord.test(text[at] ?? ' ')
  return !cut(start) && !cut(end)
}

function withoutOuterSpace(text: string, { start, end }: Range): Range {
  const raw = text.slice(start, end)
  const lead = raw.length - raw.trimStart().length
  return { start: start + lead, end: end - (raw.length - raw.trimEnd().length) }
}
