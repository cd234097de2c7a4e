import type { ReplyFile } from '../../../domain/command.ts'
import { escapedText } from './escape.ts'
import { unitsOf } from './fit.ts'
import { mostBlocks, mostMessageUnits, mostTextUnits } from './limits.ts'
import type { SlackPayload } from './render-message.ts'

/** A file as text to copy, since the app has no right to files; one that the message has no room for is left out. */
export function withFile(payload: SlackPayload, file: ReplyFile | undefined): SlackPayload {
  if (!file) return payload
  const parts = (file.text.match(/.{1,500}/gsu) ?? []).map((part) =>
    escapedText(part, mostTextUnits),
  )
  const units = unitsOf(payload.blocks) + parts.join('').length
  const hasRoom = units <= mostMessageUnits && payload.blocks.length < mostBlocks
  const elements = parts
    .filter((part) => part !== '')
    .map((text) => ({ type: 'text', text }) as const)
  if (!hasRoom || elements.length === 0) return payload
  const preformatted = { type: 'rich_text_preformatted', elements } as const
  return {
    ...payload,
    blocks: [...payload.blocks, { type: 'rich_text', elements: [preformatted] }],
  }
}
