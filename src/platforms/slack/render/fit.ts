import type { types } from '@slack/bolt'
import type { Block } from '../../../domain/document.ts'
import { toSlackBlocks } from './blocks.ts'
import { mostTextUnits } from './limits.ts'

export type Room = { readonly blocks: number; readonly units: number }

/** How far each text of a document that is too long is cut, in turn; then blocks are left out. */
const cuts = [mostTextUnits, 1500, 750, 400, 200]

/** The blocks of a document, within the room that a surface has. Buttons and the small print stay to the last. */
export function fittingBlocks(blocks: readonly Block[], room: Room): types.KnownBlock[] {
  for (const cut of cuts) {
    const rendered = blocks.flatMap((block) => toSlackBlocks(block, cut))
    if (fits(rendered, room)) return rendered
  }
  const shortest = blocks.flatMap((block) => toSlackBlocks(block, cuts.at(-1) ?? 0))
  return withoutTheLast(shortest, room)
}

function fits(blocks: readonly types.KnownBlock[], room: Room): boolean {
  return blocks.length <= room.blocks && unitsOf(blocks) <= room.units
}

/** Takes out the last block that is only words, again and again, and then any. */
function withoutTheLast(blocks: readonly types.KnownBlock[], room: Room): types.KnownBlock[] {
  const kept = [...blocks]
  while (!fits(kept, room)) {
    const at = kept.findLastIndex(({ type }) => type !== 'actions' && type !== 'context')
    kept.splice(at > 0 ? at : -1, 1)
  }
  return kept
}

/** Every character that a block brings as text or as an address. */
export function unitsOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0
  return Object.entries(value).reduce((sum, [key, part]) => {
    const isWords = typeof part === 'string' && wordKeys.has(key)
    return sum + (isWords ? part.length : unitsOf(part))
  }, 0)
}

const wordKeys: ReadonlySet<string> = new Set(['text', 'url', 'fallback', 'alt_text', 'value'])
