import type { Reply } from '../../../domain/command.ts'
import { personId } from '../../../domain/ids.ts'
import { type Channels, guildWorkspace } from '../post/channels.ts'
import { renderReply } from '../render/render-discord.ts'
import { languageTag } from './caller.ts'
import { threadTypes, type User } from './interaction.ts'
import type { InteractionApi } from './interaction-api.ts'
import type { Scene } from './scene.ts'

/** A message as the gateway brings it; its text is there because the bot is mentioned in it. */
export type PersonsMessage = {
  readonly id: string
  readonly channel_id: string
  readonly guild_id?: string
  readonly content: string
  readonly author: User & { readonly bot?: boolean }
  readonly mentions?: readonly { readonly id: string }[]
}

/** A question to the bot by mention, in a digest's thread or anywhere else: answered where it was asked. */
export async function hearMention(
  scene: Scene,
  api: InteractionApi,
  channels: Channels,
  botId: string,
  message: PersonsMessage,
): Promise<void> {
  const isOurs = message.mentions?.some(({ id }) => id === botId) ?? false
  if (!isOurs || message.author.bot || message.guild_id === undefined) return
  if (!scene.seen.isNew(message.id)) return
  try {
    const reply = await ask(scene, api, channels, botId, message, message.guild_id)
    for (const body of renderReply(reply.document)) {
      await api.say(message.channel_id, {
        ...body,
        allowed_mentions: { parse: [], replied_user: false },
        message_reference: { message_id: message.id, fail_if_not_exists: false },
      })
    }
  } catch (error) {
    scene.log.warn('question not answered', { messageId: message.id, error })
  }
}

async function ask(
  scene: Scene,
  api: InteractionApi,
  channels: Channels,
  botId: string,
  message: PersonsMessage,
  guildId: string,
): Promise<Reply> {
  const { author, channel_id: channelId } = message
  const [place, locale] = await Promise.all([channels.known(channelId), api.guildLocale(guildId)])
  const parent = threadTypes.includes(place.type) ? place.parent_id : undefined
  const question = message.content.replaceAll(new RegExp(`<@!?${botId}>`, 'g'), ' ').trim()
  return scene.desk.run({
    id: `discord:${message.id}`,
    command: question === '' ? 'briefing help' : 'ask',
    options: question === '' ? {} : { question },
    caller: {
      platform: 'discord',
      workspaceId: guildWorkspace(guildId),
      personId: personId(author.id),
      name: author.global_name ?? author.username,
      isAdmin: false,
      isStranger: false,
      locale: languageTag(locale),
      timezone: undefined,
      channel: { platform: 'discord', id: parent ?? channelId },
      thread: parent ? channelId : undefined,
    },
  })
}
