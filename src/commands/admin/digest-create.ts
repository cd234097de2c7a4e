import type { ChannelRef } from '../../domain/channel.ts'
import { writeChannelRef } from '../../domain/channel.ts'
import { UsageError } from '../../domain/errors.ts'
import type { DigestWish } from '../../domain/wishes.ts'
import { audit, type Command, type ReadyCall } from '../command.ts'
import type { Memory } from '../memory.ts'
import { short } from '../options.ts'
import { readChannel } from '../read/channel.ts'
import { readDigestWish } from '../read/digest-wish.ts'
import { listChannelDigests } from '../read/named.ts'
import { actions, done, heading, list, paragraph } from '../reply.ts'
import { textOption } from '../shared-options.ts'
import type { Quotas } from '../tools.ts'
import { digestOptions } from './digest-options.ts'
import { digestTimes } from './digest-times.ts'
import { digestLine, runLines } from './digest-words.ts'

export const digestCreate: Command = {
  name: 'digest create',
  description: 'command.digestCreate',
  options: [
    textOption('name', 'option.digestName', { required: true, positional: true }),
    ...digestOptions,
  ],
  audience: 'admins',
  area: 'digests',
  preview: digestTimes,
  examples: [
    {
      line: 'digest create evening time:6pm days:weekdays timezone:Berlin stories:5',
      says: 'Wed 2 Dec, 18:00',
    },
    { line: 'digest create hourly every:2h timezone:Europe/London', says: '“hourly” is set up' },
    { line: 'digest create noon time:25:61 timezone:UTC', says: '“25:61”, which no clock shows' },
    { line: 'digest create noon time:12:00 timezone:PST', says: 'America/Los_Angeles' },
    { line: 'digest create noon time:12:00 timezone:Mars/Base', says: 'no time zone “Mars/Base”' },
    { line: 'digest create noon cron:"* * * * * *"', says: 'five fields' },
  ],
  run: async (call, tools) => {
    const { wording } = call
    const name = readName(call)
    const channel = await readChannel(call.options.channel, call, tools)
    return call.remember(async (memory) => {
      const taken = (await memory.listDigests()).find((digest) => digest.name === name)
      if (taken)
        throw new UsageError(wording.say('digestCreate.taken', { name }), { option: 'name' })
      await checkChannels(channel, memory, call, tools.quotas)
      const feeds = await memory.listFeeds()
      const wish = readDigestWish(call, emptyWish(name, channel, call), true, feeds)
      const digest = await memory.saveDigest(wish, 'command')
      await audit(call, memory, undefined, digest)
      return done(
        heading(wording.say('digestCreate.done', { name })),
        list([digestLine(digest, call)]),
        paragraph(wording.say('digestCreate.runs')),
        list(runLines(digest, call)),
        actions(
          {
            label: wording.say('action.preview'),
            command: 'digest preview',
            options: { digest: name },
          },
          {
            label: wording.say('action.delete'),
            command: 'digest delete',
            options: { digest: name },
          },
        ),
      )
    })
  },
}

/** As in the configuration file, so that `config export` can write it there. */
function readName({ options: { name = '' }, wording }: ReadyCall): string {
  const wanted = name.toLowerCase().replace(/\s+/g, '-')
  if (!/^[a-z0-9][a-z0-9-]{0,39}$/.test(wanted) || wanted.startsWith('me-')) {
    throw new UsageError(wording.say('fault.digestName', { value: short(name) }), {
      option: 'name',
    })
  }
  return wanted
}

async function checkChannels(
  channel: ChannelRef,
  memory: Memory,
  { wording }: ReadyCall,
  quotas: Quotas,
): Promise<void> {
  const used = new Set(
    (await listChannelDigests(memory)).map((each) => writeChannelRef(each.channel)),
  )
  used.add(writeChannelRef(channel))
  if (used.size > quotas.channels) {
    throw new UsageError(wording.say('fault.tooManyChannels', { limit: quotas.channels }), {
      option: 'channel',
    })
  }
}

function emptyWish(name: string, channel: ChannelRef, { wording, caller }: ReadyCall): DigestWish {
  const words = name.replaceAll('-', ' ')
  return {
    name,
    title: wording.say('digestCreate.title', {
      name: `${words.charAt(0).toUpperCase()}${words.slice(1)}`,
    }),
    channel,
    schedule: { kind: 'times', days: [], at: [], timezone: caller.timezone ?? 'UTC', exact: false },
    feeds: { kind: 'all' },
    stories: 7,
    length: 'short',
    language: undefined,
    onEmpty: 'skip',
    images: false,
    mention: undefined,
    paused: false,
  }
}
