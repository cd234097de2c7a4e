import type { MessageRef } from '../../../domain/platform.ts'

/** The channel or thread in which a message stands, and its id there. */
export type Place = { readonly channelId: string; readonly messageId: string }

/** What is kept of a message that was posted and deleted before its id was learned. */
export const deletedId = '0'

/**
 * How to find a message of a channel again. A thread is a channel of its own, so that its id goes along: `thread/message`.
 * The first message of a forum's post has the id of its thread.
 */
export function refOf(channelId: string, place: Place): MessageRef {
  const { messageId } = place
  const isElsewhere = place.channelId !== channelId && place.channelId !== messageId
  return {
    channel: { platform: 'discord', id: channelId },
    id: isElsewhere ? `${place.channelId}/${messageId}` : messageId,
  }
}

export function placeOf(message: MessageRef, isForum: boolean): Place {
  const [thread, inThread] = message.id.split('/')
  if (thread !== undefined && inThread !== undefined)
    return { channelId: thread, messageId: inThread }
  return { channelId: isForum ? message.id : message.channel.id, messageId: message.id }
}

/** The thread started on a message has the message's own id; so has the thread of a forum's post. */
export function threadOn(parent: MessageRef): string {
  return parent.id
}
