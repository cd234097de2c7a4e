import type { PlatformName } from '../domain/channel.ts'
import type { Platform } from '../domain/platform.ts'

type Render = Platform['render']

/**
 * How a platform writes a digest; pure, so that a process without that platform's tokens can record digests for it. Loaded
 * when it is first needed: most houses have one platform, and none writes a digest in its first second.
 */
const loaders: Readonly<Record<PlatformName, () => Promise<Render>>> = {
  slack: async () => (await import('../platforms/slack/render/render-digest.ts')).renderSlack,
  discord: async () =>
    (await import('../platforms/discord/render/render-discord.ts')).renderDiscord,
  console: async () => (await import('../platforms/console/console-platform.ts')).renderConsole,
}

export function rendererFor(platform: PlatformName): Promise<Render> {
  return loaders[platform]()
}
