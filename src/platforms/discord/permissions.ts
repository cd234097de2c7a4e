import type { ChannelFacts } from './post/channels.ts'

/** https://docs.discord.com/developers/topics/permissions#permissions-bitwise-permission-flags */
export const permissionBits = {
  administrator: 1n << 3n,
  viewChannel: 1n << 10n,
  sendMessages: 1n << 11n,
  embedLinks: 1n << 14n,
  readMessageHistory: 1n << 16n,
  createPublicThreads: 1n << 35n,
  sendMessagesInThreads: 1n << 38n,
} as const

const everything = (1n << 64n) - 1n

export type Roles = readonly { readonly id: string; readonly permissions: string }[]

/** Whose permissions are asked for: a person or the bot itself. */
export type Somebody = { readonly id: string; readonly roles: readonly string[] }

/**
 * What somebody may do in a channel, as a bit set:
 * https://docs.discord.com/developers/topics/permissions#permission-overwrites
 */
export function permissionsIn(
  { permission_overwrites: overwrites = [] }: ChannelFacts,
  guild: { readonly id: string; readonly roles: Roles },
  somebody: Somebody,
): bigint {
  const base = guild.roles
    .filter(({ id }) => id === guild.id || somebody.roles.includes(id))
    .reduce((all, { permissions }) => all | BigInt(permissions), 0n)
  if ((base & permissionBits.administrator) !== 0n) return everything
  const layers = [
    overwrites.filter(({ id }) => id === guild.id),
    overwrites.filter(({ id }) => somebody.roles.includes(id)),
    overwrites.filter(({ id }) => id === somebody.id),
  ]
  return layers.reduce((may, layer) => {
    const denied = layer.reduce((all, { deny }) => all | BigInt(deny), 0n)
    const allowed = layer.reduce((all, { allow }) => all | BigInt(allow), 0n)
    return (may & ~denied) | allowed
  }, base)
}
