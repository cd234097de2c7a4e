import { audit, type Command } from '../command.ts'
import { findFeed, refuseManaged } from '../read/named.ts'
import { actions, done, paragraph } from '../reply.ts'
import { options } from '../shared-options.ts'

export const feedsPause: Command = {
  name: 'feeds pause',
  description: 'command.feedsPause',
  options: [
    options.feed,
    { name: 'resume', kind: 'boolean', description: 'option.resume', required: false },
  ],
  audience: 'admins',
  area: 'feeds',
  examples: [
    { line: 'feeds pause "Wire One"', says: '“Wire One” is paused' },
    { line: 'feeds pause "Wire One" resume:yes', says: '“Wire One” is read again' },
  ],
  run: (call) =>
    call.remember(async (memory) => {
      const { wording } = call
      const before = await findFeed(memory, call.options.feed ?? '', wording)
      refuseManaged(before, before.name, wording)
      const paused = call.options.resume !== 'yes'
      const after = await memory.saveFeed({ ...before, paused }, 'command')
      await audit(call, memory, before, after)
      const { name, feedId } = after
      return paused
        ? done(
            paragraph(wording.say('feeds.paused', { name })),
            actions({
              label: wording.say('action.resume'),
              command: 'feeds pause',
              options: { feed: feedId, resume: 'yes' },
            }),
          )
        : done(paragraph(wording.say('feeds.resumed', { name })))
    }),
}
