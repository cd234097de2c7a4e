import { type ChannelRef, readChannelRef, writeChannelRef } from '../../../../domain/channel.ts'

/** What stands where nothing has been posted. */
export const firstChannel: ChannelRef = { platform: 'console', id: 'main' }

/** Where a channel is shown: the console's own by their name, others by their platform too. */
export function channelAddress(base: string, channel: ChannelRef): string {
  const name = channel.platform === 'console' ? channel.id : writeChannelRef(channel)
  return `${base}/channels/${name}`
}

/** The channel that the word of an address names; undefined when it is none. */
export function channelNamed(word: string | undefined): ChannelRef | undefined {
  if (word === undefined) return firstChannel
  return readChannelRef(word.includes(':') ? word : `console:${word}`)
}

/** `#main`; channels of Slack and Discord by their id, because a name would have to be asked for. */
export function channelName({ platform, id }: ChannelRef): string {
  return platform === 'console' ? `#${id}` : `${platform} ${id}`
}
