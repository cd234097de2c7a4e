import { Routes } from 'discord.js'
import type { MessageRef, OutgoingMessage } from '../../../domain/platform.ts'
import type { Channels } from './channels.ts'
import type { DiscordApi } from './discord-api.ts'
import { refOf } from './places.ts'

/** Where a message goes, once its body is settled. */
export type Posting = {
  readonly api: DiscordApi
  readonly channels: Channels
  readonly outgoing: OutgoingMessage
}

/** Create Message, the one call that honours a nonce. */
export async function create(
  { api, outgoing }: Posting,
  channelId: string,
  body: unknown,
): Promise<MessageRef> {
  const { id } = await api.post<{ readonly id: string }>(Routes.channelMessages(channelId), body)
  return refOf(outgoing.channel.id, { channelId, messageId: id })
}
