import type { ChannelRef } from '../../domain/channel.ts'
import type { Caller } from '../../domain/command.ts'
import type { Platforms } from '../platforms.ts'

/** Whether a digest may go to the channel for this caller: they are in it, or their platform says that they see and may use it. */
export async function mayPost(
  caller: Caller,
  channel: ChannelRef,
  { mayPostElsewhere }: Pick<Platforms, 'mayPostElsewhere'>,
): Promise<boolean> {
  if (channel.platform !== caller.platform) return false
  return caller.channel?.id === channel.id || mayPostElsewhere(caller, channel)
}
