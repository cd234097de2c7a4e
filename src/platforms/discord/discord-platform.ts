import type { ChannelRef } from '../../domain/channel.ts'
import type { Caller } from '../../domain/command.ts'
import type { Platform } from '../../domain/platform.ts'
import type { Mount } from '../../support/inbound.ts'
import { createListener, type ListenerOptions } from './listen/listener.ts'
import { mayPost } from './listen/may-post.ts'
import { createChannels } from './post/channels.ts'
import { openDirect } from './post/direct-channel.ts'
import { createDiscordApi } from './post/discord-api.ts'
import { createOutbound } from './post/outbound.ts'
import { renderDiscord } from './render/render-discord.ts'

export type DiscordPlatform = Platform & {
  /** Signed interactions over HTTP, where the public key is set. */
  readonly mounts: readonly Mount[]
  /** Whether a person sees a channel of their own server and may write there. */
  mayPost(caller: Caller, channel: ChannelRef): Promise<boolean>
  /** Where a person gets a briefing of their own; undefined when Discord does not open a conversation with them. */
  directChannel(caller: Caller): Promise<ChannelRef | undefined>
}

/** Discord: what Dateline posts there, and what people do there. */
export function createDiscordPlatform(options: ListenerOptions): DiscordPlatform {
  const api = createDiscordApi(options.token, options.apiUrl)
  const channels = createChannels(api)
  const listener = createListener(options, channels)
  return {
    name: 'discord',
    render: renderDiscord,
    ...createOutbound(api, channels, options.clock),
    ...listener,
    mayPost: (caller, channel) => mayPost(api, channels, caller, channel),
    directChannel: (caller) =>
      openDirect(api, caller.personId).then(
        (id): ChannelRef => ({ platform: 'discord', id }),
        () => undefined,
      ),
  }
}
