import type { ChannelRef } from '../../domain/channel.ts'
import type { Caller } from '../../domain/command.ts'

/**
 * The caller's own conversation with the bot; undefined where there is none. Slack opens it by the person's own id
 * (docs.slack.dev, chat.postMessage, "Post to a DM").
 */
export function directChannel({ platform, personId }: Caller): ChannelRef | undefined {
  switch (platform) {
    case 'slack':
      return { platform, id: personId }
    case 'console':
      return { platform, id: 'me' }
    case 'discord':
      return undefined
  }
}
