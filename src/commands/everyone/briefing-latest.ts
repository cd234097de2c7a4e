import { writeChannelRef } from '../../domain/channel.ts'
import type { Command, ReadyCall } from '../command.ts'
import type { Edition, Memory } from '../memory.ts'
import { withChannel } from '../read/channel.ts'
import { listChannelDigests } from '../read/named.ts'
import { done, footer, heading, list, paragraph } from '../reply.ts'
import { timeWords } from '../times.ts'

const editionsSearched = 20

export const briefingLatest: Command = {
  name: 'briefing latest',
  description: 'command.briefingLatest',
  options: [],
  audience: 'everyone',
  examples: [{ line: 'briefing latest', says: 'Morning briefing' }],
  run: (call) =>
    call.remember(async (memory) => {
      const { wording } = call
      const edition = await latestEdition(memory, call)
      if (!edition?.digest) return done(paragraph(wording.say('latest.none')))
      const { digest, slotId, dueAt } = edition
      const posted = await memory.findPosted(slotId)
      return done(
        heading(`${digest.title} · ${timeWords(dueAt, call)}`),
        list(
          digest.briefings.map(({ headline }) => headline),
          true,
        ),
        posted
          ? {
              kind: 'paragraph',
              spans: withChannel(
                (channel) => wording.say('latest.where', { channel }),
                posted.channel,
              ),
            }
          : footer(wording.say('latest.notPosted')),
      )
    }),
}

/** The last one composed for this channel, or for any where the channel has none. */
export async function latestEdition(
  memory: Memory,
  { caller }: Pick<ReadyCall, 'caller'>,
): Promise<Edition | undefined> {
  const digests = await listChannelDigests(memory)
  const here = caller.channel && writeChannelRef(caller.channel)
  const own = digests.filter((digest) => writeChannelRef(digest.channel) === here)
  const ids = (own.length > 0 ? own : digests).map(({ id }) => id)
  const editions = await memory.listEditions(ids, editionsSearched)
  return editions.find(({ digest }) => digest !== undefined && digest.briefings.length > 0)
}
