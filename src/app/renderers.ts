import type { PlatformName } from '../domain/channel.ts'
import type { Platform } from '../domain/platform.ts'
import { renderConsole } from '../platforms/console/console-platform.ts'
import { renderDiscord } from '../platforms/discord/render/render-discord.ts'
import { renderSlack } from '../platforms/slack/render/render-digest.ts'

/** How each platform writes a digest; pure, so that a process without that platform's tokens can record digests for it. */
export const renderers: Readonly<Record<PlatformName, Platform['render']>> = {
  slack: renderSlack,
  discord: renderDiscord,
  console: renderConsole,
}
