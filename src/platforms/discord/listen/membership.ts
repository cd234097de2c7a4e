import type { WorkspaceId } from '../../../domain/ids.ts'
import { guildWorkspace } from '../post/channels.ts'

export type MembershipNews = {
  onJoined?(workspaceId: WorkspaceId): void
  onRemoved?(workspaceId: WorkspaceId): void
}

type Guild = { readonly id: string; readonly unavailable?: boolean }

/**
 * Hears of servers that the bot is added to and removed from. A server that READY names, or that is only out of order, has
 * neither come nor gone. https://docs.discord.com/developers/events/gateway-events#guilds
 */
export function createMembership({ onJoined, onRemoved }: MembershipNews) {
  const known = new Set<string>()
  return {
    hear(type: string, data: unknown): void {
      if (type === 'READY') {
        for (const { id } of (data as { readonly guilds: readonly Guild[] }).guilds) known.add(id)
      }
      if (type !== 'GUILD_CREATE' && type !== 'GUILD_DELETE') return
      const { id, unavailable } = data as Guild
      if (type === 'GUILD_CREATE') {
        if (!known.has(id)) onJoined?.(guildWorkspace(id))
        known.add(id)
      } else if (!unavailable) {
        known.delete(id)
        onRemoved?.(guildWorkspace(id))
      }
    },
  }
}
