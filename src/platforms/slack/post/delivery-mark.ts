import type { DeliveryId } from '../../../domain/ids.ts'

const eventType = 'digest_delivery'

/**
 * The mark by which a message is found again. Any app in the channel can read it, so that it carries an id that means
 * nothing to anybody else.
 */
export function deliveryMark(id: DeliveryId): {
  readonly event_type: string
  readonly event_payload: { readonly id: string }
} {
  return { event_type: eventType, event_payload: { id } }
}

export function hasMark(
  message: {
    readonly metadata?: { readonly event_type?: string; readonly event_payload?: unknown }
  },
  id: DeliveryId,
): boolean {
  const { metadata } = message
  const payload = metadata?.event_payload as { readonly id?: unknown } | undefined
  return metadata?.event_type === eventType && payload?.id === id
}
