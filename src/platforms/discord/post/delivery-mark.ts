import { createHash } from 'node:crypto'
import type { DeliveryId } from '../../../domain/ids.ts'
import type { MessageBody } from '../render/components.ts'
import { markedWith, markIn } from '../render/custom-id.ts'

/** Discord's limit of a nonce. */
const nonceLength = 25

/**
 * One delivery's nonce and mark: the same at every try, another for every message, since one delivery is one message.
 * Discord gives back the message that stands instead of making a second one with the same nonce.
 */
export function markOf(deliveryId: DeliveryId): string {
  return createHash('sha256').update(deliveryId).digest('base64url').slice(0, nonceLength)
}

type Tree = { readonly [key: string]: unknown }

/** The body with the mark in its first custom id, by which the message can be found when the nonce is forgotten. */
export function withMark(body: MessageBody, mark: string): MessageBody {
  let isMarked = false
  const marked = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(marked)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => {
        if (key !== 'custom_id' || isMarked || typeof inner !== 'string')
          return [key, marked(inner)]
        isMarked = true
        return [key, markedWith(inner, mark)]
      }),
    )
  }
  return marked(body) as MessageBody
}

/** Whether a message that stands on Discord carries the mark. */
export function hasMark(message: Tree, mark: string): boolean {
  return customIdsIn(message.components).some((id) => markIn(id) === mark)
}

function customIdsIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(customIdsIn)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'custom_id' && typeof inner === 'string' ? [inner] : customIdsIn(inner),
  )
}
