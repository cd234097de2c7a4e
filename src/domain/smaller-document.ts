import { type Block, type Document, text } from './document.ts'

/**
 * The document in less: first without what surrounds the news (buttons, footer, all quotes but one, all points but two), then
 * its one line alone; undefined when even that was refused.
 */
export function smallerDocument(document: Document, cuts: number): Document | undefined {
  if (cuts === 0) return { ...document, blocks: document.blocks.flatMap(halved) }
  if (cuts > 1) return undefined
  const line: Block = { kind: 'paragraph', spans: [text(document.fallback)] }
  return { ...document, blocks: [line, ...document.blocks.filter(isMark)] }
}

/** A message on Discord is found again by a button in it. */
function isMark({ kind }: Block): boolean {
  return kind === 'actions'
}

function halved(block: Block): readonly Block[] {
  switch (block.kind) {
    case 'headlines':
      return [{ ...block, items: firstHalf(block.items) }]
    case 'sources':
      return [{ ...block, items: firstHalf(block.items) }]
    case 'list':
      return [{ ...block, items: firstHalf(block.items) }]
    case 'quote':
    case 'footer':
      return []
    case 'actions':
      return [{ ...block, actions: block.actions.slice(0, 1) }]
    default:
      return [block]
  }
}

function firstHalf<Item>(items: readonly Item[]): readonly Item[] {
  return items.slice(0, Math.ceil(items.length / 2))
}
