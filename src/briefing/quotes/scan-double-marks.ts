import type { Range } from '../../domain/passage.ts'
import type { MarkedWords } from './marks.ts'

type Mark = { readonly width: number; readonly side: 'open' | 'close' }

/** What may stand before an opening mark. */
const gap = /[\s([{—–\-/:,;…]/u
const blank = /\s/u

/** Marks that only close, by the mark that opened. */
const partners: Readonly<Record<string, string>> = {
  '„': '“”"',
  '»': '«',
  '«': '»',
  '›': '‹',
  '‹': '›',
  '「': '」',
  '『': '』',
}

/** The quotations of one paragraph between double marks; those inside another are part of it. */
export function scanDoubleMarks(text: string, paragraph: Range): readonly MarkedWords[] {
  return scan(text, paragraph, true) ?? scan(text, paragraph, false) ?? []
}

/** Undefined where marks inside marks were counted and do not come out even. */
function scan(
  text: string,
  { start, end }: Range,
  countsInner: boolean,
): readonly MarkedWords[] | undefined {
  const found: MarkedWords[] = []
  let open: { readonly at: number; readonly mark: Mark } | undefined
  let depth = 0
  for (let at = start; at < end; at++) {
    const mark = markAt(text, at, { start, end }, open && text[open.at])
    if (!mark) continue
    if (mark.side === 'open') {
      if (!open) open = { at, mark }
      else if (countsInner) depth++
    } else if (open && depth > 0) depth--
    else if (open) {
      const [from, to] = [open.at + open.mark.width, at]
      found.push({
        ...trimmed(text, from, to),
        outer: { start: open.at, end: at + mark.width },
        isOpen: false,
      })
      open = undefined
    }
    at += mark.width - 1
  }
  if (open && depth > 0) return undefined
  if (open) {
    const words = trimmed(text, open.at + open.mark.width, end)
    found.push({ ...words, outer: { start: open.at, end }, isOpen: true })
  }
  return found.filter((words) => words.end > words.start)
}

function trimmed(text: string, from: number, to: number): Range {
  let [start, end] = [from, to]
  while (start < end && blank.test(text[start] ?? '')) start++
  while (end > start && blank.test(text[end - 1] ?? '')) end--
  return { start, end }
}

function markAt(
  text: string,
  at: number,
  { start, end }: Range,
  opener: string | undefined,
): Mark | undefined {
  const char = text[at] ?? ''
  const before = at > start ? (text[at - 1] ?? '') : ' '
  const closes = opener === undefined ? undefined : partners[opener]
  if (closes?.includes(char)) return { width: 1, side: 'close' }
  switch (char) {
    case '“':
      return {
        width: 1,
        side: opener !== undefined && (at + 1 >= end || !gap.test(before)) ? 'close' : 'open',
      }
    case '„':
    case '«':
    case '‹':
    case '「':
    case '『':
      return { width: 1, side: 'open' }
    case '”':
    case '»':
    case '›':
      return sideless(text, at, 1, before, end, opener !== undefined)
    case '"':
    case '＂':
      return sideless(text, at, 1, before, end, opener !== undefined)
    case "'":
      if (text[at + 1] !== "'" || (opener !== undefined && text[at + 2] === "'")) return undefined
      return sideless(text, at, 2, before, end, opener !== undefined)
    case '`':
      return text[at + 1] === '`' ? { width: 2, side: 'open' } : undefined
    default:
      return undefined
  }
}

/** A mark that looks the same on both sides: it opens before a word and after a gap. */
function sideless(
  text: string,
  at: number,
  width: number,
  before: string,
  end: number,
  isInside: boolean,
): Mark | undefined {
  const after = at + width < end ? (text[at + width] ?? ' ') : ' '
  const opens = gap.test(before) && !blank.test(after) && !/[,;:!?)\]]/.test(after)
  if (opens && isInside && before !== ' ') return { width, side: 'close' }
  if (opens) return { width, side: 'open' }
  return isInside ? { width, side: 'close' } : undefined
}
