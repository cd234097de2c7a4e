/** A word as it counts, and how it is dressed when it is shown. */
export type Word = {
  readonly text: string
  readonly dress: (text: string) => string
  /** No space parts it from the word before. */
  readonly isGlued?: boolean
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** Characters that terminals draw over two columns. */
const wide =
  /\p{Script=Han}|\p{Script=Hangul}|\p{Script=Hiragana}|\p{Script=Katakana}|[\u3000-\u303F\uFF01-\uFF60\uFFE0-\uFFE6]|\p{Emoji_Presentation}|\uFE0F/u

/** How many columns of a terminal the text takes. */
export function widthOf(text: string): number {
  if (/^[\u0020-\u007E]*$/.test(text)) return text.length
  let width = 0
  for (const { segment } of graphemes.segment(text)) width += widthOfOne(segment)
  return width
}

function widthOfOne(grapheme: string): number {
  if (/^[\p{M}\p{Cf}]+$/u.test(grapheme)) return 0
  return wide.test(grapheme) ? 2 : 1
}

/** The words on lines of at most `width` columns; only an address may stand out, because a cut one leads nowhere. */
export function wrap(words: readonly Word[], width: number): readonly string[] {
  const lines: string[] = []
  let room = 0
  for (const unit of units(
    words.flatMap((each) => cutToWidth(each, width)),
    width,
  )) {
    const needed = widthOfAll(unit)
    const shown = unit.map(({ text, dress }) => dress(text)).join('')
    if (lines.length > 0 && needed + 1 <= room) {
      lines[lines.length - 1] += ` ${shown}`
      room -= needed + 1
    } else {
      lines.push(shown)
      room = width - needed
    }
  }
  return lines
}

function widthOfAll(words: readonly Word[]): number {
  return words.reduce((sum, { text }) => sum + widthOf(text), 0)
}

/** What must not be parted: a word and those glued to it, unless no line holds them all. */
function units(words: readonly Word[], width: number): readonly (readonly Word[])[] {
  const found: Word[][] = []
  for (const word of words) {
    const last = found.at(-1)
    if (word.isGlued && last) last.push(word)
    else found.push([word])
  }
  return found.flatMap((unit) => (widthOfAll(unit) <= width ? [unit] : unit.map((word) => [word])))
}

function cutToWidth(word: Word, width: number): readonly Word[] {
  if (widthOf(word.text) <= width || /^https?:/.test(word.text)) return [word]
  const parts = ['']
  for (const { segment } of graphemes.segment(word.text)) {
    const last = parts.at(-1) ?? ''
    if (last !== '' && widthOf(last) + widthOfOne(segment) > width) parts.push(segment)
    else parts[parts.length - 1] = last + segment
  }
  return parts.map((text) => ({ ...word, text }))
}

/** The text split into words that are all dressed alike. */
export function wordsOf(text: string, dress: Word['dress'] = (word) => word): readonly Word[] {
  return text
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => ({ text: word, dress }))
}

/** `left` at the left and `right` at the right edge; `right` counts `rightWidth` columns. */
export function atBothEdges(
  left: string,
  leftWidth: number,
  right: string,
  rightWidth: number,
  width: number,
): string {
  return `${left}${' '.repeat(Math.max(width - leftWidth - rightWidth, 2))}${right}`
}
