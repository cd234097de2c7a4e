import type { types } from '@slack/bolt'
import { type Block, link, type Span, strong, text } from '../../../domain/document.ts'
import { assertNever } from '../../../domain/errors.ts'
import { actionBlocks } from './action-blocks.ts'
import { escapedLine } from './escape.ts'
import { mostHeaderUnits, mostTextUnits } from './limits.ts'
import { plain } from './plain.ts'
import { richText } from './spans.ts'

type Blocks = types.KnownBlock[]

/** A block of a document as Slack's own blocks, each foreign text in it at most `maxUnits` long. */
export function toSlackBlocks(block: Block, maxUnits: number): Blocks {
  switch (block.kind) {
    case 'heading':
      return [...header(block.text), ...small(block.aside, maxUnits)]
    case 'paragraph':
      return section(block.spans, maxUnits)
    case 'list':
      return list(block.ordered ? 'ordered' : 'bullet', block.items, maxUnits)
    case 'headlines':
      return list('ordered', block.items.map(headline), maxUnits)
    case 'quote':
      return quote(block, maxUnits)
    case 'sources':
      return section(sources(block), maxUnits)
    case 'fields':
      return block.items.flatMap(({ name, value }) =>
        section([strong(`${name}: `), ...value], maxUnits),
      )
    case 'notice':
      return section([block.tone === 'warning' ? strong(block.text) : text(block.text)], maxUnits)
    case 'footer':
      return small(block.text, maxUnits)
    case 'actions':
      return actionBlocks(block.actions)
    case 'divider':
      return [{ type: 'divider' }]
    default:
      return assertNever(block)
  }
}

function header(words: string): Blocks {
  const line = escapedLine(words, mostHeaderUnits)
  return line === '' ? [] : [{ type: 'header', text: plain(line) }]
}

function small(words: string | undefined, maxUnits: number): Blocks {
  const line = escapedLine(words ?? '', maxUnits)
  return line === '' ? [] : [{ type: 'context', elements: [plain(line)] }]
}

function section(spans: readonly Span[], maxUnits: number): Blocks {
  const elements = richText(spans, maxUnits)
  return elements.length === 0
    ? []
    : [{ type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] }]
}

function headline({ text: words, aside }: { text: string; aside: string }): readonly Span[] {
  return aside === '' ? [strong(words)] : [strong(words), text(`  ${aside}`)]
}

function list(
  style: types.RichTextList['style'],
  items: readonly (readonly Span[])[],
  maxUnits: number,
): Blocks {
  const sections = items
    .map((spans) => richText(spans, maxUnits))
    .filter((elements) => elements.length > 0)
    .map((elements): types.RichTextSection => ({ type: 'rich_text_section', elements }))
  const kept = asLongAsItFits(sections)
  return kept.length === 0
    ? []
    : [{ type: 'rich_text', elements: [{ type: 'rich_text_list', style, elements: kept }] }]
}

const more: types.RichTextSection = {
  type: 'rich_text_section',
  elements: [{ type: 'text', text: '…' }],
}

/** A list that is too long for a block ends in an item that says so. */
function asLongAsItFits(items: readonly types.RichTextSection[]): types.RichTextSection[] {
  let left = mostTextUnits
  const fitting = items.findIndex((item) => (left -= JSON.stringify(item.elements).length) < 0)
  return fitting < 0 ? [...items] : [...items.slice(0, Math.max(fitting, 1)), more]
}

function quote(block: Extract<Block, { kind: 'quote' }>, maxUnits: number): Blocks {
  const words = richText([text(`“${block.text}”`)], maxUnits)
  const translation = richText(
    block.translation === undefined ? [] : [{ kind: 'text', text: block.translation, quiet: true }],
    maxUnits,
  )
  const elements: types.RichTextBlock['elements'] = [
    { type: 'rich_text_quote', elements: words },
    ...[translation, richText(provenance(block), maxUnits)]
      .filter((part) => part.length > 0)
      .map((part): types.RichTextSection => ({ type: 'rich_text_section', elements: part })),
  ]
  return [{ type: 'rich_text', elements }]
}

function provenance(block: Extract<Block, { kind: 'quote' }>): readonly Span[] {
  const { speaker, source, url, open } = block
  const said = [strong(speaker), text(source === '' ? '' : ` · ${source}`)]
  return url === undefined ? said : [...said, text(' · '), link(`${open ?? source} ↗`, url)]
}

function sources({ items }: Extract<Block, { kind: 'sources' }>): readonly Span[] {
  return items.flatMap(({ name, url, note }, at) => [
    ...(at === 0 ? [] : [text(' · ')]),
    link(name, url),
    ...(note === undefined ? [] : [text(` (${note})`)]),
  ])
}
