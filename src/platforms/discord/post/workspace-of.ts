import { UnusableError } from '../../../domain/errors.ts'
import type { WorkspaceId } from '../../../domain/ids.ts'
import { type Channels, guildWorkspace } from './channels.ts'
import { outcomeOfError } from './outcome-of-error.ts'

/** The server of a channel; undefined when the bot cannot see the channel. */
export async function workspaceOf(
  channels: Channels,
  channelId: string,
): Promise<WorkspaceId | undefined> {
  try {
    const { guild_id: guildId } = await channels.look(channelId)
    return guildId === undefined ? undefined : guildWorkspace(guildId)
  } catch (error) {
    const outcome = outcomeOfError(error)
    if (outcome.kind === 'refused') return undefined
    const why = 'why' in outcome ? outcome.why : 'Discord asked to wait.'
    throw new UnusableError(`Discord could not be asked for the channel ${channelId}: ${why}`, {
      cause: error,
    })
  }
}
