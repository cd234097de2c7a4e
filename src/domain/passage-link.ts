import type { Range } from './passage.ts'

/** A passage this short is named whole, in letters; a longer one by its first and last words. */
const longestWhole = 80
const fewestWords = 4
const mostWords = 10

const words = new Intl.Segmenter(undefined, { granularity: 'word' })

/**
 * The address that opens a page at a passage and marks it there: a text directive of the URL fragment text directives
 * draft (WICG scroll-to-text-fragment). Browsers that do not know it open the page at its top.
 */
export function passageLink(url: string, text: string, range: Range): string {
  const directive = directiveOf(text, range)
  if (!directive) return url
  const [address = '', fragment = ''] = url.split(/#(.*)/s)
  return `${address}#${fragment.split(':~:')[0] ?? ''}:~:text=${directive}`
}

function directiveOf(text: string, range: Range): string | undefined {
  const passage = text.slice(range.start, range.end).trim()
  if (passage === '') return undefined
  const isOneBlock = !passage.includes('\n')
  if (isOneBlock && passage.length <= longestWhole) return before(text, range, passage)
  const [first, last] = [lineAt(passage, 0), lineAt(passage, -1)]
  for (let count = fewestWords; count <= mostWords; count++) {
    const start = firstWords(first, count)
    const isUnique = text.indexOf(start) === text.lastIndexOf(start)
    if (isUnique || count === mostWords) return `${encode(start)},${encode(lastWords(last, count))}`
  }
  return undefined
}

/** The whole passage, with the words before it when the text says the same words earlier. */
function before(text: string, range: Range, passage: string): string {
  if (text.indexOf(passage) === range.start) return encode(passage)
  const line = text.slice(0, range.start).split('\n').at(-1) ?? ''
  const prefix = lastWords(line, fewestWords)
  return prefix ? `${encode(prefix)}-,${encode(passage)}` : encode(passage)
}

function lineAt(passage: string, at: number): string {
  return (
    passage
      .split('\n')
      .filter((line) => line.trim() !== '')
      .at(at) ?? ''
  )
}

function firstWords(line: string, count: number): string {
  const starts = wordsOf(line)
  const last = starts[count - 1]
  return last === undefined ? line.trim() : line.slice(0, last.end).trim()
}

function lastWords(line: string, count: number): string {
  const starts = wordsOf(line)
  return line.slice(starts.at(-count)?.start ?? 0).trim()
}

function wordsOf(line: string): readonly Range[] {
  return [...words.segment(line)]
    .filter((part) => part.isWordLike)
    .map(({ index, segment }) => ({ start: index, end: index + segment.length }))
}

/** Dashes and commas part the terms of a directive, so that they too are written in percent. */
function encode(term: string): string {
  return encodeURIComponent(term.toWellFormed()).replaceAll('-', '%2D')
}
