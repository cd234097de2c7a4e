import { type Block, type Document, plainWords, type Span } from '../../../domain/document.ts'
import { assertNever } from '../../../domain/errors.ts'
import { cleanLine } from '../../../support/text/clean.ts'
import { shownLink } from '../../../support/text/shown-link.ts'
import { atBothEdges, type Word, widthOf, wordsOf, wrap } from './columns.ts'
import { createDress, type Dress } from './dress.ts'

/** What the place of printing can show. */
export type TextFormat = {
  /** Columns of the terminal; more than 100 are left empty, because long lines are hard to read. */
  readonly columns: number
  readonly colour: boolean
  /** The terminal opens links (OSC 8); otherwise addresses stand numbered under the text. */
  readonly hyperlinks: boolean
}

const mostColumns = 100
const fewestColumns = 20
/** Headlines narrower than this have what stands beside them underneath. */
const narrowest = 30
const storyIndent = 4

type Page = {
  readonly width: number
  readonly dress: Dress
  /** The words that make a text a link. */
  readonly linked: (text: string, url: string | undefined) => readonly Word[]
}

/**
 * The document as lines of text, the same words with and without colour. Buttons are left out: nothing can be pressed in
 * a text. Ends with a line feed.
 */
export function renderText(document: Document, format: TextFormat): string {
  const columns = Math.max(Math.min(format.columns, mostColumns), fewestColumns)
  const dress = createDress(format)
  const notes: string[] = []
  const page: Page = { width: columns, dress, linked: linker(format, dress, notes) }
  const parts = document.blocks.map((block, at) => {
    const indent = isOfStory(document.blocks, at) ? storyIndent : 0
    const lines = blockLines(block, { ...page, width: columns - indent })
    return { kind: block.kind, lines: lines.map((line) => ' '.repeat(indent) + line) }
  })
  const lines = spaced(parts.filter((part) => part.lines.length > 0))
  const footer = notes.map((url, at) => dress.quiet(`[${at + 1}] ${url}`))
  return `${[...lines, ...(footer.length > 0 ? ['', ...footer] : [])].join('\n')}\n`
}

/** Whether a block stands under the headline of a story: between two headings or dividers, with sources. */
function isOfStory(blocks: Document['blocks'], at: number): boolean {
  const isEdge = (block: Block) => block.kind === 'heading' || block.kind === 'divider'
  const block = blocks[at]
  if (!block || isEdge(block)) return false
  const from = blocks.slice(0, at).findLastIndex(isEdge)
  const length = blocks.slice(at).findIndex(isEdge)
  const section = blocks.slice(from + 1, length < 0 ? undefined : at + length)
  return from >= 0 && section.some(({ kind }) => kind === 'sources')
}

type Part = { readonly kind: Block['kind']; readonly lines: readonly string[] }

/** An empty line between parts, but none under a headline and none between the lines of a table. */
function spaced(parts: readonly Part[]): readonly string[] {
  return parts.flatMap(({ kind, lines }, at) => {
    const before = parts[at - 1]?.kind
    const isTight = before === undefined || (before === 'heading' && kind === 'list')
    return isTight ? lines : ['', ...lines]
  })
}

/** With hyperlinks the text itself leads there; without, a number leads to the address under the text. */
function linker(format: TextFormat, dress: Dress, notes: string[]): Page['linked'] {
  return (text, address) => {
    const url = shownLink(address)?.url
    if (url === undefined) return wordsOf(cleanLine(text))
    if (format.hyperlinks) return wordsOf(`${cleanLine(text)} ↗`, dress.link(url))
    if (!notes.includes(url)) notes.push(url)
    return wordsOf(`${cleanLine(text)} [${notes.indexOf(url) + 1}]`)
  }
}

function blockLines(block: Block, page: Page): readonly string[] {
  const { width, dress } = page
  switch (block.kind) {
    case 'heading':
      return heading(block, page)
    case 'paragraph':
      return wrap(spanWords(block.spans, page), width)
    case 'list':
      return block.items.flatMap((spans, at) =>
        hung(block.ordered ? `${at + 1}. ` : '• ', spanWords(spans, page), width),
      )
    case 'headlines':
      return headlines(block, page)
    case 'quote':
      return quote(block, page)
    case 'sources':
      return wrap(sourceWords(block, page), width)
    case 'fields':
      return block.items.flatMap(({ name, value }) =>
        wrap([...wordsOf(`${cleanLine(name)}:`, dress.strong), ...spanWords(value, page)], width),
      )
    case 'notice':
      return wrap(
        wordsOf(cleanLine(block.text), block.tone === 'warning' ? dress.warning : undefined),
        width,
      )
    case 'footer':
      return wrap(wordsOf(cleanLine(block.text), dress.quiet), width)
    case 'actions':
      return []
    case 'divider':
      return [dress.quiet('─'.repeat(width))]
    default:
      return assertNever(block)
  }
}

function heading(
  block: Extract<Block, { kind: 'heading' }>,
  { width, dress }: Page,
): readonly string[] {
  const words = cleanLine(block.text)
  const lines = wrap(wordsOf(words, dress.strong), width)
  const aside = cleanLine(block.aside ?? '')
  if (aside === '') return lines
  if (widthOf(words) + widthOf(aside) + 2 > width) return [...lines, dress.quiet(aside)]
  const [only = ''] = lines
  return [atBothEdges(only, widthOf(words), dress.quiet(aside), widthOf(aside), width)]
}

function headlines(
  { items }: Extract<Block, { kind: 'headlines' }>,
  { width, dress }: Page,
): readonly string[] {
  const asideRoom = Math.max(0, ...items.map(({ aside }) => widthOf(cleanLine(aside))))
  const markRoom = items.length > 9 ? 4 : 3
  const besideRoom = width - markRoom - asideRoom - 2
  const isBeside = besideRoom >= narrowest
  return items.flatMap((item, at) => {
    const words = wordsOf(cleanLine(item.text))
    const aside = cleanLine(item.aside)
    const lines = wrap(words, isBeside ? besideRoom : width - markRoom).map(
      (line, row) => (row === 0 ? `${at + 1}` : '').padEnd(markRoom) + line,
    )
    if (aside === '') return lines
    const [first = '', ...rest] = lines
    if (!isBeside) return [...lines, ' '.repeat(markRoom) + dress.quiet(aside)]
    return [atBothEdges(first, widthOf(first), dress.quiet(aside), widthOf(aside), width), ...rest]
  })
}

function quote(block: Extract<Block, { kind: 'quote' }>, page: Page): readonly string[] {
  const { width, dress } = page
  const said = wrap(wordsOf(`“${cleanLine(block.text)}”`), width - 2)
  const translation = wrap(wordsOf(cleanLine(block.translation ?? ''), dress.quiet), width - 2)
  const who = [block.speaker, block.source].map(cleanLine).filter((part) => part !== '')
  const from = [
    ...wordsOf(who.join(' · ')),
    ...(block.url === undefined
      ? []
      : [...wordsOf('·'), ...page.linked(block.open ?? '', block.url)]),
  ]
  const below = wrap(from, width - 4).map((line) => `  ${line}`)
  const bar = dress.quiet('│')
  return [...said, ...translation, ...below].map((line) => `${bar} ${line}`)
}

function sourceWords({ items }: Extract<Block, { kind: 'sources' }>, page: Page): readonly Word[] {
  return items.flatMap(({ name, url, note }, at) => [
    ...(at === 0 ? [] : wordsOf('·')),
    ...page.linked(name, url),
    ...(note === undefined ? [] : wordsOf(`(${cleanLine(note)})`)),
  ])
}

function spanWords(spans: readonly Span[], page: Page): readonly Word[] {
  return spans.flatMap((span, at) => {
    const [first, ...rest] = wordsOfSpan(span, page)
    if (!first) return []
    const before = spans[at - 1]
    const isGlued =
      before !== undefined && !/\s$/.test(rawText(before)) && /^\S/.test(rawText(span))
    return [{ ...first, isGlued }, ...rest]
  })
}

function rawText(span: Span): string {
  return plainWords(span)
}

function wordsOfSpan(span: Span, { dress, linked }: Page): readonly Word[] {
  switch (span.kind) {
    case 'text': {
      const style = span.strong ? dress.strong : span.quiet ? dress.quiet : undefined
      return wordsOf(cleanLine(span.text), style)
    }
    case 'code':
      return wordsOf(cleanLine(span.text))
    case 'link':
      return linked(span.text, span.url)
    case 'channel':
    case 'time':
      return wordsOf(cleanLine(plainWords(span)))
    default:
      return assertNever(span)
  }
}

/** Lines that hang behind their mark. */
function hung(mark: string, words: readonly Word[], width: number): readonly string[] {
  const lines = wrap(words, width - mark.length)
  return lines.map((line, at) => (at === 0 ? mark : ' '.repeat(mark.length)) + line)
}
