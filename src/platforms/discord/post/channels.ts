import { Routes } from 'discord.js'
import { type WorkspaceId, workspaceId } from '../../../domain/ids.ts'
import type { DiscordApi } from './discord-api.ts'

/** What a channel allows or denies a role or a person, as bit sets in decimal. */
export type Overwrite = { readonly id: string; readonly allow: string; readonly deny: string }

/** What Discord says of a channel, as far as posting needs it. */
export type ChannelFacts = {
  readonly id: string
  readonly type: number
  readonly guild_id?: string
  readonly parent_id?: string | null
  readonly permission_overwrites?: readonly Overwrite[]
  readonly available_tags?: readonly { readonly id: string; readonly name: string }[]
  readonly flags?: number
}

/** Forum and media channels: https://docs.discord.com/developers/resources/channel#channel-object-channel-types */
const forumTypes = [15, 16]

/** Channels looked up once; what kind a channel is does not change. */
export type Channels = {
  look(channelId: string): Promise<ChannelFacts>
  /** As it was when it was looked at first. */
  known(channelId: string): Promise<ChannelFacts>
  /** Whether it is known to take posts instead of messages; unknown channels count as no forum. */
  isKnownForum(channelId: string): boolean
  /** Asks Discord where it is not known. */
  isForum(channelId: string): Promise<boolean>
}

const mostRemembered = 5000

export function createChannels(api: DiscordApi): Channels {
  const known = new Map<string, ChannelFacts>()
  async function look(channelId: string): Promise<ChannelFacts> {
    const facts = await api.get<ChannelFacts>(Routes.channel(channelId))
    if (known.size >= mostRemembered) known.clear()
    known.set(channelId, facts)
    return facts
  }
  const isForumType = (facts: ChannelFacts | undefined) =>
    facts !== undefined && forumTypes.includes(facts.type)
  return {
    look,
    known: async (channelId) => known.get(channelId) ?? look(channelId),
    isKnownForum: (channelId) => isForumType(known.get(channelId)),
    isForum: async (channelId) => isForumType(known.get(channelId) ?? (await look(channelId))),
  }
}

/** A server is a workspace. */
export function guildWorkspace(guildId: string): WorkspaceId {
  return workspaceId(`discord:${guildId}`)
}

/** The server's id; undefined for a person's own workspace. */
export function guildOf(workspace: WorkspaceId): string | undefined {
  return /^discord:(\d+)$/.exec(workspace)?.[1]
}
