import type { Caller } from '../../../domain/command.ts'
import { personId, type WorkspaceId, workspaceId } from '../../../domain/ids.ts'
import { guildWorkspace } from '../post/channels.ts'
import { type Interaction, threadTypes, type User } from './interaction.ts'

/** https://docs.discord.com/developers/topics/permissions */
const administrator = 1n << 3n
const manageGuild = 1n << 5n

/** Who asks, read out of what Discord has signed or sent over our own connection. */
export function callerOf(interaction: Interaction): Caller {
  const { member, guild_id: guildId, authorizing_integration_owners: owners } = interaction
  const user = member?.user ?? interaction.user ?? nobody
  const isInstalledHere = guildId !== undefined && (owners === undefined || owners['0'] === guildId)
  return {
    platform: 'discord',
    workspaceId: isInstalledHere ? guildWorkspace(guildId) : personalWorkspace(user.id),
    personId: personId(user.id),
    name: member?.nick ?? user.global_name ?? user.username,
    isAdmin: isInstalledHere && mayManage(member?.permissions),
    isStranger: guildId !== undefined && !isInstalledHere,
    roles: isInstalledHere ? (member?.roles ?? []) : [],
    locale: languageTag(interaction.locale),
    timezone: undefined,
    ...placeOf(interaction),
  }
}

const nobody: User = { id: '0', username: 'somebody' }

/** Where a person uses the app without any server: nobody else reads or changes anything there. */
function personalWorkspace(userId: string): WorkspaceId {
  return workspaceId(`discord:@${userId}`)
}

/** "Manage Server"; the commands' own visibility can be overridden by a server, so that it is checked here again. */
function mayManage(permissions: string | undefined): boolean {
  if (permissions === undefined || !/^\d+$/.test(permissions)) return false
  return (BigInt(permissions) & (manageGuild | administrator)) !== 0n
}

/** A thread stands for its channel and names the digest on which it was started. */
function placeOf({ channel, channel_id: id, guild_id: guildId }: Interaction) {
  const channelId = channel?.id ?? id
  if (guildId === undefined || channelId === undefined) {
    return { channel: undefined, thread: undefined }
  }
  const parent = channel && threadTypes.includes(channel.type) ? channel.parent_id : undefined
  return {
    channel: { platform: 'discord', id: parent ?? channelId } as const,
    thread: parent ? channelId : undefined,
  }
}

/** Discord writes `es-ES` and `es-419` for Spanish; both are Spanish to us. */
export function languageTag(locale: string | undefined): string {
  return locale?.startsWith('es') ? 'es' : (locale ?? 'en')
}
