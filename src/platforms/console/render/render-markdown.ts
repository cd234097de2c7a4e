import type { Block, Document, Span } from '../../../domain/document.ts'
import { assertNever } from '../../../domain/errors.ts'
import { cleanLine, cleanText } from '../../../support/text/clean.ts'
import { shownLink } from '../../../support/text/shown-link.ts'

/**
 * The document in CommonMark, for files and pages; buttons are left out. Foreign words are escaped, so that none of them
 * turns into markup. Ends with a line feed.
 */
export function renderMarkdown(document: Document): string {
  const parts = document.blocks.map(blockMarkdown).filter((part) => part !== '')
  return `${parts.join('\n\n')}\n`
}

function blockMarkdown(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `## ${escaped(block.text)}${block.aside ? `\n\n*${escaped(block.aside)}*` : ''}`
    case 'paragraph':
      return spansMarkdown(block.spans)
    case 'list':
      return block.items
        .map((spans, at) => `${block.ordered ? `${at + 1}.` : '-'} ${spansMarkdown(spans)}`)
        .join('\n')
    case 'headlines':
      return block.items
        .map(({ text, aside }, at) => {
          const after = aside === '' ? '' : ` (${escaped(aside)})`
          return `${at + 1}. **${escaped(text)}**${after}`
        })
        .join('\n')
    case 'quote':
      return quote(block)
    case 'sources':
      return block.items
        .map(({ name, url, note }) => linked(name, url) + (note ? ` (${escaped(note)})` : ''))
        .join(' · ')
    case 'fields':
      return block.items
        .map(({ name, value }) => `- **${escaped(name)}:** ${spansMarkdown(value)}`)
        .join('\n')
    case 'notice':
      return block.tone === 'warning' ? `**${escaped(block.text)}**` : escaped(block.text)
    case 'footer':
      return `*${escaped(block.text)}*`
    case 'actions':
      return ''
    case 'divider':
      return '---'
    default:
      return assertNever(block)
  }
}

function quote(block: Extract<Block, { kind: 'quote' }>): string {
  const { speaker, source, url, open, translation } = block
  const from = [`**${escaped(speaker)}**`, ...(source === '' ? [] : [escaped(source)])]
  const opened = url === undefined ? [] : [linked(open ?? source, url)]
  const lines = [
    `“${escaped(block.text)}”`,
    ...(translation === undefined ? [] : [escaped(translation)]),
    [...from, ...opened].join(' · '),
  ]
  return lines.map((line) => `> ${line}`).join('  \n')
}

function spansMarkdown(spans: readonly Span[]): string {
  return spans.map(spanMarkdown).join('').trim()
}

function spanMarkdown(span: Span): string {
  switch (span.kind) {
    case 'text':
      return span.strong ? strong(span.text) : escapedText(span.text)
    case 'code':
      return code(span.text)
    case 'link':
      return linked(span.text, span.url)
    case 'channel':
      return escapedText(span.channel.id)
    case 'time':
      return escapedText(span.fallback)
    default:
      return assertNever(span)
  }
}

/** Stars next to a space do not make anything strong, so that the spaces stay outside. */
function strong(text: string): string {
  const [, before = '', words = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(text) ?? []
  return words === '' ? text : `${before}**${escapedText(words)}**${after}`
}

/** A fence longer than any in the text (CommonMark 6.1). */
function code(text: string): string {
  const words = cleanLine(text)
  const longest = Math.max(0, ...[...words.matchAll(/`+/g)].map(([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  return longest === 0 ? `${fence}${words}${fence}` : `${fence} ${words} ${fence}`
}

function linked(text: string, address: string | undefined): string {
  const url = shownLink(address)?.url
  return url === undefined
    ? escaped(text)
    : `[${escaped(text)}](${url.replace(/[()]/g, (mark) => (mark === '(' ? '%28' : '%29'))})`
}

function escaped(text: string): string {
  return escapedText(cleanLine(text))
}

/** Every mark that could begin markup, wherever it stands (CommonMark 2.4). */
function escapedText(text: string): string {
  return cleanText(text)
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_[\]<>#|~&!]/g, '\\$&')
    .replace(/^(\s*)([-+=])/, '$1\\$2')
    .replace(/^(\s*\d+)([.)])/, '$1\\$2')
}
