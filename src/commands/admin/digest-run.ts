import { audit, type Command } from '../command.ts'
import { findDigest } from '../read/named.ts'
import { done, failed, paragraph } from '../reply.ts'
import { options } from '../shared-options.ts'

export const digestRun: Command = {
  name: 'digest run',
  description: 'command.digestRun',
  options: [options.digest],
  audience: 'admins',
  area: 'digests',
  examples: [{ line: 'digest run morning', says: 'Posted.' }],
  run: async (call, tools) => {
    const { wording, caller } = call
    const digest = await call.remember((memory) =>
      findDigest(memory, call.options.digest ?? '', wording),
    )
    const run = await tools.runDigest(digest, caller)
    await call.remember((memory) => audit(call, memory, undefined, { digest: digest.name, ...run }))
    const words = run.words === '' ? wording.say(`digestRun.${run.kind}`) : run.words
    return run.kind === 'failed' ? failed(words) : done(paragraph(words))
  },
}
