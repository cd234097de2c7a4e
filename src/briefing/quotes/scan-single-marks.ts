import type { Range } from '../../domain/passage.ts'
import type { MarkedWords } from './marks.ts'

const opening =
  /(?<![\p{L}\p{N}'’"])[‘'](?=["“]?[\p{L}\p{N}])(?!\d0s|(?:em|til|till|cause|tis|twas|n|round|bout)\b)/iuy
const closing = /(?<=[^\s])[’'](?![\p{L}\p{N}'])/uy
const isMark = /[‘’']/u
const fewestWords = 3

/** The quotations of one paragraph between single marks. An apostrophe is taken for a closing mark only where no better one follows. */
export function scanSingleMarks(text: string, paragraph: Range): readonly MarkedWords[] {
  const marks = marksOf(text, paragraph)
  const found: MarkedWords[] = []
  for (let i = 0; i < marks.length; i++) {
    const open = marks[i]
    if (open?.side !== 'open') continue
    const last = closerOf(text, marks, i)
    const close = marks[last]
    if (!close) continue
    const outer = { start: open.at, end: close.at + 1 }
    const words = { start: open.at + 1, end: close.at }
    if (text.slice(words.start, words.end).split(' ').length >= fewestWords)
      found.push({ ...words, outer, isOpen: false })
    i = last
  }
  return found
}

type Mark = { readonly at: number; readonly side: 'open' | 'close' }

function marksOf(text: string, { start, end }: Range): readonly Mark[] {
  const marks: Mark[] = []
  for (let at = start; at < end; at++) {
    if (!isMark.test(text[at] ?? '')) continue
    if (matchesAt(opening, text, at)) marks.push({ at, side: 'open' })
    else if (matchesAt(closing, text, at)) marks.push({ at, side: 'close' })
  }
  return marks
}

/** The place among the marks of the one that closes: the first after punctuation before another opens, else the first. */
function closerOf(text: string, marks: readonly Mark[], open: number): number {
  let first = -1
  for (let i = open + 1; i < marks.length && marks[i]?.side === 'close'; i++) {
    if (first < 0) first = i
    if (/[.,!?…]/.test(text[(marks[i]?.at ?? 0) - 1] ?? '')) return i
  }
  return first
}

function matchesAt(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at
  return pattern.test(text)
}
