import type { Platform } from '../../domain/platform.ts'
import type { Clock } from '../../support/clock.ts'
import type { Log } from '../../support/log.ts'
import { createDiscordApi } from './post/discord-api.ts'
import { createOutbound } from './post/outbound.ts'
import { renderDiscord } from './render/render-discord.ts'

export type DiscordOptions = {
  readonly token: string
  /** Another server that speaks the same API: `http://host/api`. */
  readonly apiUrl: string | undefined
  readonly clock: Clock
  readonly log: Log
}

/** Discord: what Dateline posts there, and what people do there. */
export function createDiscordPlatform({ token, apiUrl, clock }: DiscordOptions): Platform {
  const outbound = createOutbound(createDiscordApi(token, apiUrl), clock)
  return {
    name: 'discord',
    render: renderDiscord,
    ...outbound,
    start: () => Promise.resolve(),
    stop: () => Promise.resolve(),
  }
}
