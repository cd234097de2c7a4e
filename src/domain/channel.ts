export type PlatformName = 'slack' | 'discord' | 'console'

/** The place in a workspace where digests are posted; `id` is the platform's own. */
export type ChannelRef = { readonly platform: PlatformName; readonly id: string }

/** `slack:C0123456789`, `discord:112233445566778899`, `console:main`; undefined for anything else. */
export function readChannelRef(text: string): ChannelRef | undefined {
  const match = /^(slack|discord|console):([A-Za-z0-9_-]{1,64})$/.exec(text.trim())
  if (!match?.[1] || !match[2]) return undefined
  return { platform: match[1] as PlatformName, id: match[2] }
}

export function writeChannelRef(channel: ChannelRef): string {
  return `${channel.platform}:${channel.id}`
}
