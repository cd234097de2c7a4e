import { digestId } from '../../domain/ids.ts'
import { undoMs } from '../../domain/retention.ts'
import { audit, type Command } from '../command.ts'
import { findDigest, refuseManaged } from '../read/named.ts'
import { actions, done, failed, paragraph } from '../reply.ts'
import { options } from '../shared-options.ts'
import { confirmActions } from './confirmation.ts'

export const digestDelete: Command = {
  name: 'digest delete',
  description: 'command.digestDelete',
  options: [options.digest],
  audience: 'admins',
  area: 'digests',
  examples: [{ line: 'digest delete morning', says: 'Delete “morning”?' }],
  run: async (call) => {
    const { wording } = call
    const digest = await call.remember((memory) =>
      findDigest(memory, call.options.digest ?? '', wording),
    )
    refuseManaged(digest, digest.name, wording)
    const label = wording.say('action.delete')
    const target = { digest: digest.id }
    return done(
      paragraph(wording.say('digestDelete.ask', { name: digest.name })),
      actions(...confirmActions(call, label, 'digest delete confirmed', target, 'danger')),
    )
  },
}

export const digestDeleteConfirmed: Command = {
  ...digestDelete,
  name: 'digest delete confirmed',
  isHidden: true,
  isOnce: true,
  examples: [],
  run: (call) =>
    call.remember(async (memory) => {
      const { wording } = call
      const digest = await findDigest(memory, call.options.digest ?? '', wording)
      refuseManaged(digest, digest.name, wording)
      await memory.removeDigest(digest.id)
      await audit(call, memory, digest, undefined)
      return done(
        paragraph(wording.say('digestDelete.done', { name: digest.name })),
        actions({
          label: wording.say('action.undo'),
          command: 'digest restore',
          options: { digest: digest.id },
        }),
      )
    }),
}

export const digestRestore: Command = {
  ...digestDelete,
  name: 'digest restore',
  isHidden: true,
  isOnce: true,
  examples: [],
  run: (call) =>
    call.remember(async (memory) => {
      const { wording, now } = call
      const found = await memory.findRemovedDigest(digestId(call.options.digest ?? ''))
      if (!found || now.getTime() - found.removedAtMs > undoMs) {
        return failed(wording.say('undo.tooLate'))
      }
      const digest = await memory.saveDigest(found.digest, 'command')
      await audit(call, memory, undefined, digest)
      return done(paragraph(wording.say('digestDelete.undone', { name: digest.name })))
    }),
}
