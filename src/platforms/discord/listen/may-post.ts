import { Routes } from 'discord.js'
import type { ChannelRef } from '../../../domain/channel.ts'
import type { Caller } from '../../../domain/command.ts'
import { type ChannelFacts, type Channels, guildWorkspace } from '../post/channels.ts'
import type { DiscordApi } from '../post/discord-api.ts'

type Guild = {
  readonly owner_id: string
  readonly roles: readonly { readonly id: string; readonly permissions: string }[]
}
type Member = { readonly roles: readonly string[] }

const administrator = 1n << 3n
const viewChannel = 1n << 10n
const sendMessages = 1n << 11n
const needed = viewChannel | sendMessages

/** Whether a person sees a channel of their own server and may write there, asked of Discord now. */
export async function mayPost(
  api: DiscordApi,
  channels: Channels,
  caller: Caller,
  channel: ChannelRef,
): Promise<boolean> {
  try {
    const facts = await channels.look(channel.id)
    const guildId = facts.guild_id
    if (guildId === undefined || caller.workspaceId !== guildWorkspace(guildId)) return false
    const guild = await api.get<Guild>(Routes.guild(guildId))
    const member = await api.get<Member>(Routes.guildMember(guildId, caller.personId))
    if (guild.owner_id === caller.personId) return true
    const may = permissionsIn(facts, guild, guildId, caller.personId, member.roles)
    return (may & needed) === needed
  } catch {
    // Whom Discord does not vouch for may not.
    return false
  }
}

/** https://docs.discord.com/developers/topics/permissions#permission-overwrites */
function permissionsIn(
  { permission_overwrites: overwrites = [] }: ChannelFacts,
  { roles }: Guild,
  guildId: string,
  personId: string,
  ownRoles: readonly string[],
): bigint {
  const base = roles
    .filter(({ id }) => id === guildId || ownRoles.includes(id))
    .reduce((all, { permissions }) => all | BigInt(permissions), 0n)
  if ((base & administrator) !== 0n) return needed
  const layers = [
    overwrites.filter(({ id }) => id === guildId),
    overwrites.filter(({ id }) => ownRoles.includes(id)),
    overwrites.filter(({ id }) => id === personId),
  ]
  return layers.reduce((may, layer) => {
    const denied = layer.reduce((all, { deny }) => all | BigInt(deny), 0n)
    const allowed = layer.reduce((all, { allow }) => all | BigInt(allow), 0n)
    return (may & ~denied) | allowed
  }, base)
}
