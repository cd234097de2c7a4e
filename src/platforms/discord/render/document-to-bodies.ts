import type { Action, Document } from '../../../domain/document.ts'
import { buttonOf, markRow } from './actions.ts'
import { partsOf, type Room, wide } from './blocks.ts'
import type { MessageBody, Part, Row, TextDisplay } from './components.ts'
import { intoMessages } from './into-messages.ts'
import { flags, limits } from './limits.ts'
import { escapeWithin } from './markdown.ts'

/** The quiet blue at the edge of everything that Dateline posts. */
const accent = 0x2f5d8a

/** Room for the container, a mark of one row with one button, and a mention. */
const budget = { components: limits.components - 4, characters: limits.textCharacters - 100 }

/** The messages that a document becomes. */
export function documentToBodies(document: Document): readonly MessageBody[] {
  return messagesOf(document, wide).map(bodyOf)
}

/** The same, each with what it takes to find it again once it stands in a channel. */
export function findableBodies(document: Document, room: Room = wide): readonly MessageBody[] {
  return messagesOf(document, room).map((parts) => bodyOf(findable(parts, document)))
}

function messagesOf(document: Document, room: Room): readonly (readonly Part[])[] {
  const parts = document.blocks.flatMap((block, at) => partsOf(block, room, at))
  return intoMessages(parts.some(hasWords) ? parts : [wordsOf(document), ...parts], budget)
}

/** A message of these parts in Dateline's frame. */
function bodyOf(components: readonly Part[]): MessageBody {
  return {
    flags: flags.componentsV2,
    components: [{ type: 17, accent_color: accent, components }],
    allowed_mentions: { parse: [] },
  }
}

function hasWords(part: Part): boolean {
  return part.type === 10 || part.type === 9
}

function wordsOf(document: Document): TextDisplay {
  return { type: 10, content: escapeWithin(document.fallback, 300, 600) || '…' }
}

/** Every message carries an id: its own buttons, else the document's first one again, else a bare mark. */
function findable(parts: readonly Part[], document: Document): readonly Part[] {
  if (parts.some(({ type }) => type === 1)) return parts
  const [first] = document.blocks.flatMap((block): readonly Action[] =>
    block.kind === 'actions' ? block.actions : [],
  )
  const row: Row = first === undefined ? markRow : { type: 1, components: [buttonOf(first)] }
  return [...parts, row]
}
