import { Routes } from 'discord.js'
import type { ChannelRef } from '../../../domain/channel.ts'
import type { Caller } from '../../../domain/command.ts'
import { permissionBits, permissionsIn, type Roles } from '../permissions.ts'
import { type Channels, guildWorkspace } from '../post/channels.ts'
import type { DiscordApi } from '../post/discord-api.ts'

type Guild = { readonly owner_id: string; readonly roles: Roles }
type Member = { readonly roles: readonly string[] }

const needed = permissionBits.viewChannel | permissionBits.sendMessages

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
    const { owner_id: ownerId, roles } = await api.get<Guild>(Routes.guild(guildId))
    const member = await api.get<Member>(Routes.guildMember(guildId, caller.personId))
    if (ownerId === caller.personId) return true
    const person = { id: caller.personId, roles: member.roles }
    return (permissionsIn(facts, { id: guildId, roles }, person) & needed) === needed
  } catch {
    // Whom Discord does not vouch for may not.
    return false
  }
}
