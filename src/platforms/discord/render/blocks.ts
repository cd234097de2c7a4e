import type { Block, Span } from '../../../domain/document.ts'
import { cleanLine } from '../../../support/text/clean.ts'
import { type ShownLink, shownLink } from '../../../support/text/shown-link.ts'
import { truncateGraphemes } from '../../../support/text/truncate.ts'
import { rowsOf } from './actions.ts'
import type { Part, TextDisplay } from './components.ts'
import { limits } from './limits.ts'
import { escapeLine, escapeWithin, markdownLink } from './markdown.ts'
import { spansToMarkdown } from './spans.ts'

/** How much room texts get; a parent that must be one message is drawn narrower until it is. */
export type Room = {
  readonly headline: number
  readonly small: number
  readonly heading: '##' | '###'
}

export const wide: Room = { headline: 400, small: 1000, heading: '###' }

/** Every line of a message is shorter, so that two always fit the plain rendering's 2,000 characters. */
const longestLine = 900
/** Half a quote is another quote: a longer one is not shown. */
const longestQuote = 1700
const longestName = 200

/** What a block of the document becomes; `at` tells the menus of one message apart. */
export function partsOf(block: Block, room: Room, at: number): readonly Part[] {
  switch (block.kind) {
    case 'heading':
      return lines(headingLines(block.text, block.aside, room))
    case 'paragraph':
      return lines([spansToMarkdown(block.spans, longestLine)])
    case 'list':
      return lines(block.items.map((item, index) => listLine(item, block.ordered, index)))
    case 'headlines':
      return lines(block.items.map((item, index) => headlineLine(item, index, room)))
    case 'quote':
      return quoteParts(block)
    case 'sources':
      return apart(lines(sourceLines(block.items)))
    case 'fields':
      return lines(block.items.map(fieldLine))
    case 'notice':
      return lines([noticeLine(block)])
    case 'footer':
      return lines([small(escapeWithin(block.text, room.small, room.small))])
    case 'actions':
      return rowsOf(block.actions, at)
    case 'divider':
      return [{ type: 14 }]
  }
}

function lines(texts: readonly string[]): readonly TextDisplay[] {
  return texts.filter((line) => line.trim() !== '').map((content) => ({ type: 10, content }))
}

function apart(parts: readonly Part[]): readonly Part[] {
  return parts.length === 0 ? [] : [{ type: 14 }, ...parts]
}

function small(escaped: string): string {
  return escaped === '' ? '' : `-# ${escaped}`
}

function headingLines(words: string, aside: string | undefined, room: Room): readonly string[] {
  const heading = escapeWithin(words, 150, 400)
  const under = small(escapeWithin(aside ?? '', longestName, longestName))
  return [heading && `${room.heading} ${heading}`, under]
}

function listLine(item: readonly Span[], ordered: boolean, at: number): string {
  const line = spansToMarkdown(item, longestLine)
  return line === '' ? '' : `${ordered ? `${at + 1}.` : '-'} ${line}`
}

function headlineLine(
  item: { readonly text: string; readonly aside: string },
  at: number,
  room: Room,
): string {
  const headline = escapeWithin(item.text, 150, room.headline)
  const aside = escapeWithin(item.aside, 60, 120)
  return `${at + 1}. ${headline && `**${headline}**`}${aside && ` · ${aside}`}`
}

type QuoteBlock = Extract<Block, { kind: 'quote' }>

/** The words, who said them and where; the way to the passage stands beside them and says where it leads. */
function quoteParts(quote: QuoteBlock): readonly Part[] {
  const words = escapeLine(quote.text)
  if (words === '' || words.length > longestQuote) return []
  const speaker = escapeWithin(quote.speaker, longestName, longestName)
  const source = escapeWithin(quote.source, longestName, longestName)
  const under = [speaker && `**${speaker}**`, source].filter(Boolean).join(' · ')
  const translation = escapeWithin(quote.translation ?? '', longestLine, longestLine)
  const link = shownLink(quote.url)
  const said = [`> "${words}"`, under && `> ${under}`, translation && `> *${translation}*`]
  const text = said.filter(Boolean).join('\n')
  return link === undefined ? lines([text]) : [besideLink(text, link)]
}

/** A button where the address is short enough for one, a link in the text otherwise. */
function besideLink(content: string, link: ShownLink): Part {
  if (link.url.length > limits.buttonUrl) {
    const way = `${content}\n> ${markdownLink('', link)}`
    return { type: 10, content: way.length <= longestTextPart ? way : content }
  }
  const site = truncateGraphemes(
    cleanLine(link.site),
    limits.buttonLabel - 2,
    limits.buttonLabel - 2,
  )
  return {
    type: 9,
    components: [{ type: 10, content }],
    accessory: { type: 2, style: 5, label: `${site} ↗`, url: link.url },
  }
}

/** Any part fits a message of its own beside its frame and its mark. */
const longestTextPart = 3600

type SourceItem = Extract<Block, { kind: 'sources' }>['items'][number]

function sourceLines(items: readonly SourceItem[]): readonly string[] {
  const texts: string[] = []
  for (const item of items.map(sourceText).filter((each) => each !== '')) {
    const joined = [...texts.slice(-1), item].join(' · ')
    if (joined.length <= longestLine) texts.splice(-1, 1, joined)
    else texts.push(item)
  }
  return texts
}

function sourceText({ name, url, note }: SourceItem): string {
  const words = escapeWithin(name, 100, longestName)
  const link = shownLink(url)
  const linked = link === undefined ? '' : markdownLink(words, link)
  const shown = linked !== '' && linked.length <= longestTextPart ? linked : words
  const remark = escapeWithin(note ?? '', 40, 80)
  return shown === '' || remark === '' ? shown : `${shown} \\(${remark}\\)`
}

function fieldLine(item: { readonly name: string; readonly value: readonly Span[] }): string {
  const name = escapeWithin(item.name, 100, longestName)
  const value = spansToMarkdown(item.value, longestLine)
  return [name && `**${name}**`, value].filter(Boolean).join('  ')
}

function noticeLine(block: Extract<Block, { kind: 'notice' }>): string {
  const words = escapeWithin(block.text, longestLine, longestLine)
  return words !== '' && block.tone === 'warning' ? `**${words}**` : words
}
