import type { Command } from '../command.ts'
import { listChannelDigests } from '../read/named.ts'
import { done, heading, list, paragraph } from '../reply.ts'
import { digestLine } from './digest-words.ts'

export const digestList: Command = {
  name: 'digest list',
  description: 'command.digestList',
  options: [],
  audience: 'admins',
  area: 'digests',
  examples: [{ line: 'digest list', says: 'morning' }],
  run: async (call) => {
    const digests = await call.remember(listChannelDigests)
    if (digests.length === 0) return done(paragraph(call.wording.say('hint.createDigest')))
    return done(
      heading(call.wording.say('digestList.count', { count: digests.length })),
      list(digests.map((digest) => digestLine(digest, call))),
    )
  },
}
