import { Routes } from 'discord.js'
import type { MessageRef } from '../../../domain/platform.ts'
import type { MessageBody } from '../render/components.ts'
import type { ChannelFacts } from './channels.ts'
import { refOf } from './places.ts'
import type { Posting } from './posting.ts'

/** The forum refuses posts without a tag. */
const requiresTag = 1 << 4
const mostTags = 5

/** A digest as a post of its own. Discord honours no nonce here, so that a post of unknown fate must be looked for. */
export async function postInForum(
  { api, channels, outgoing }: Posting,
  body: MessageBody,
): Promise<MessageRef> {
  const { id: channelId } = outgoing.channel
  const name = outgoing.message.title ?? 'Briefing'
  const tags = tagsFor(name, await channels.look(channelId))
  const post = { name, message: body, ...(tags.length > 0 ? { applied_tags: tags } : {}) }
  const { id } = await api.post<{ readonly id: string }>(Routes.threads(channelId), post)
  return refOf(channelId, { channelId: id, messageId: id })
}

/** Tags named in the digest's title; where the forum asks for one and none is named, its first. */
function tagsFor(title: string, forum: ChannelFacts): readonly string[] {
  const tags = forum.available_tags ?? []
  const named = tags.filter(({ name }) => title.toLowerCase().includes(name.toLowerCase()))
  const isRequired = ((forum.flags ?? 0) & requiresTag) !== 0
  const chosen = named.length === 0 && isRequired ? tags.slice(0, 1) : named
  return chosen.slice(0, mostTags).map(({ id }) => id)
}
