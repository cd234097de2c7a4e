import type { Reply } from '../domain/command.ts'
import {
  type Action,
  type Block,
  type Document,
  plainWords,
  type Span,
  text,
} from '../domain/document.ts'

export function paragraph(...parts: readonly (string | Span)[]): Block {
  return {
    kind: 'paragraph',
    spans: parts.map((part) => (typeof part === 'string' ? text(part) : part)),
  }
}

export function heading(words: string, aside?: string): Block {
  return { kind: 'heading', text: words, ...(aside === undefined ? {} : { aside }) }
}

export function list(items: readonly (string | readonly Span[])[], ordered = false): Block {
  return {
    kind: 'list',
    ordered,
    items: items.map((item) => (typeof item === 'string' ? [text(item)] : item)),
  }
}

export function fields(items: readonly (readonly [string, string | readonly Span[]])[]): Block {
  return {
    kind: 'fields',
    items: items.map(([name, value]) => ({
      name,
      value: typeof value === 'string' ? [text(value)] : value,
    })),
  }
}

export function actions(...buttons: readonly Action[]): Block {
  return { kind: 'actions', actions: buttons }
}

export function footer(words: string): Block {
  return { kind: 'footer', text: words }
}

/** An answer to the caller alone, for something that was done. */
export function done(...blocks: readonly Block[]): Reply {
  return { document: toDocument(blocks), audience: 'caller', outcome: 'done' }
}

/** What was asked for cannot be, in one sentence that says what would. */
export function failed(words: string, ...more: readonly Block[]): Reply {
  return warn('failed', words, more)
}

/** The caller may not. */
export function refused(words: string): Reply {
  return warn('refused', words, [])
}

function warn(outcome: 'failed' | 'refused', words: string, more: readonly Block[]): Reply {
  const notice: Block = { kind: 'notice', tone: 'warning', text: words }
  return { document: toDocument([notice, ...more]), audience: 'caller', outcome }
}

export function toDocument(blocks: readonly Block[]): Document {
  return { blocks, fallback: blocks.map(firstWords).find((words) => words !== '') ?? '' }
}

function firstWords(block: Block): string {
  switch (block.kind) {
    case 'heading':
    case 'notice':
    case 'footer':
      return block.text
    case 'paragraph':
      return block.spans.map(plainWords).join('')
    default:
      return ''
  }
}
