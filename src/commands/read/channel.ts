import { type ChannelRef, readChannelRef, writeChannelRef } from '../../domain/channel.ts'
import { type Span, text } from '../../domain/document.ts'
import { UsageError } from '../../domain/errors.ts'
import type { ReadyCall } from '../command.ts'
import { short } from '../options.ts'
import type { CommandTools } from '../tools.ts'

/**
 * A channel in which the caller may post: `here`, a mention as the platform writes it (`<#C012|news>`, `<#1122>`), an id,
 * or `slack:C012`. Without a word it is the channel that the command was given in.
 */
export async function readChannel(
  typed: string | undefined,
  { caller, wording }: ReadyCall,
  tools: CommandTools,
): Promise<ChannelRef> {
  const isHere = typed === undefined || typed.toLowerCase() === 'here'
  const channel = isHere ? caller.channel : parse(typed, caller.platform)
  if (!channel) {
    throw new UsageError(
      wording.say(isHere ? 'fault.noChannel' : 'fault.channel', { value: short(typed ?? '') }),
      { option: 'channel' },
    )
  }
  const isCallers = caller.channel && writeChannelRef(caller.channel) === writeChannelRef(channel)
  if (
    channel.platform !== caller.platform ||
    !(isCallers || (await tools.mayPost(caller, channel)))
  ) {
    throw new UsageError(wording.say('fault.channelUnseen', { value: short(typed ?? '') }), {
      option: 'channel',
    })
  }
  return channel
}

function parse(typed: string, platform: ChannelRef['platform']): ChannelRef | undefined {
  const bare = typed.trim().replace(/^<#([A-Za-z0-9]+)(\|[^>]*)?>$/, '$1')
  return readChannelRef(bare.includes(':') ? bare : `${platform}:${bare}`)
}

/** Stands for the channel while a sentence is written; no catalogue has it. */
const gap = '\uE000'

/** A sentence with the channel in it as its platform shows it. */
export function withChannel(
  sentence: (channel: string) => string,
  channel: ChannelRef,
): readonly Span[] {
  const [before = '', after = ''] = sentence(gap).split(gap)
  return [text(before), { kind: 'channel', channel } as const, text(after)].filter(
    (span) => span.kind !== 'text' || span.text !== '',
  )
}
