import { audit, type Command } from '../command.ts'
import { findDigest, refuseManaged } from '../read/named.ts'
import { actions, done, paragraph } from '../reply.ts'
import { options } from '../shared-options.ts'

export const digestPause: Command = {
  name: 'digest pause',
  description: 'command.digestPause',
  options: [
    options.digest,
    { name: 'resume', kind: 'boolean', description: 'option.resume', required: false },
  ],
  audience: 'admins',
  area: 'digests',
  examples: [
    { line: 'digest pause morning', says: '“morning” is paused' },
    { line: 'digest pause morning resume:yes', says: '“morning” is posted again' },
  ],
  run: (call) =>
    call.remember(async (memory) => {
      const { wording } = call
      const before = await findDigest(memory, call.options.digest ?? '', wording)
      refuseManaged(before, before.name, wording)
      const paused = call.options.resume !== 'yes'
      const after = await memory.saveDigest({ ...before, paused }, 'command')
      await audit(call, memory, before, after)
      const { name } = after
      return paused
        ? done(
            paragraph(wording.say('digestPause.paused', { name })),
            actions({
              label: wording.say('action.resume'),
              command: 'digest pause',
              options: { digest: name, resume: 'yes' },
            }),
          )
        : done(paragraph(wording.say('digestPause.resumed', { name })))
    }),
}
