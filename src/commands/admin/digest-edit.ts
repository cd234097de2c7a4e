import { audit, type Command } from '../command.ts'
import { readChannel } from '../read/channel.ts'
import { readDigestWish } from '../read/digest-wish.ts'
import { findDigest, refuseManaged } from '../read/named.ts'
import { done, heading, list, paragraph } from '../reply.ts'
import { options } from '../shared-options.ts'
import { digestOptions } from './digest-options.ts'
import { digestTimes } from './digest-times.ts'
import { digestLine, runLines } from './digest-words.ts'

export const digestEdit: Command = {
  name: 'digest edit',
  description: 'command.digestEdit',
  options: [options.digest, ...digestOptions],
  audience: 'admins',
  area: 'digests',
  preview: digestTimes,
  examples: [
    { line: 'digest edit morning time:"7:30, 12pm" stories:3', says: '“morning” is changed' },
    { line: 'digest edit morning stories:99', says: 'from 3 to 15' },
    { line: 'digest edit mornin time:8am', says: 'morning' },
  ],
  run: async (call, tools) => {
    const { wording, options: given } = call
    const before = await call.remember((memory) => findDigest(memory, given.digest ?? '', wording))
    refuseManaged(before, before.name, wording)
    const channel =
      given.channel === undefined ? before.channel : await readChannel(given.channel, call, tools)
    return call.remember(async (memory) => {
      const wish = readDigestWish(call, { ...before, channel }, false, await memory.listFeeds())
      const after = await memory.saveDigest(wish, 'command')
      await audit(call, memory, before, after)
      return done(
        heading(wording.say('digestEdit.done', { name: after.name })),
        list([digestLine(after, call)]),
        paragraph(wording.say('digestCreate.runs')),
        list(runLines(after, call)),
      )
    })
  },
}
