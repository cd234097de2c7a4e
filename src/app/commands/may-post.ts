import type { ChannelRef } from '../../domain/channel.ts'
import type { Caller } from '../../domain/command.ts'
import type { Platform } from '../../domain/platform.ts'

/**
 * Whether a digest may go to the channel for this caller (S16). Slack does not tell who is in a channel without a scope that
 * we do not ask for, so that there only the channel of the command itself will do; on Discord the channel must be of the same
 * server, and whoever may manage the server sees it; the console is its operator's own.
 */
export async function mayPost(
  caller: Caller,
  channel: ChannelRef,
  platform: Pick<Platform, 'name' | 'workspaceOf'> | undefined,
): Promise<boolean> {
  if (platform === undefined || channel.platform !== caller.platform) return false
  if (caller.channel?.id === channel.id) return true
  if (platform.name === 'slack') return false
  const isHome = (await platform.workspaceOf(channel)) === caller.workspaceId
  return isHome && caller.isAdmin
}
