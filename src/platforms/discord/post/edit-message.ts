import { Routes } from 'discord.js'
import type { MessageRef, OutgoingMessage, PostOutcome } from '../../../domain/platform.ts'
import type { MessageBody } from '../render/components.ts'
import type { Channels } from './channels.ts'
import { markOf, withMark } from './delivery-mark.ts'
import type { DiscordApi } from './discord-api.ts'
import { outcomeOfError } from './outcome-of-error.ts'
import { placeOf } from './places.ts'

/** Replaces a message that stands there. Editing twice does no harm, so that what failed may simply be tried again. */
export async function editMessage(
  api: DiscordApi,
  channels: Channels,
  message: MessageRef,
  outgoing: OutgoingMessage,
): Promise<PostOutcome> {
  const body = withMark(outgoing.message.payload as MessageBody, markOf(outgoing.deliveryId))
  try {
    const isForum = !message.id.includes('/') && (await channels.isForum(message.channel.id))
    const { channelId, messageId } = placeOf(message, isForum)
    await api.patch(Routes.channelMessage(channelId, messageId), body)
    return { kind: 'posted', message }
  } catch (error) {
    const outcome = outcomeOfError(error)
    if (outcome.kind !== 'deleted') return outcome
    return { kind: 'malformed', code: '10008', why: 'The message was deleted.' }
  }
}
