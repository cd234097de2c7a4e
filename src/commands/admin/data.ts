import { UsageError } from '../../domain/errors.ts'
import type { Command, ReadyCall } from '../command.ts'
import { actions, done, paragraph } from '../reply.ts'
import { confirmActions } from './confirmation.ts'

const scopeOption: Command['options'] = [
  {
    name: 'of',
    kind: 'choice',
    description: 'option.dataOf',
    required: false,
    positional: true,
    choices: ['me', 'workspace'],
  },
]

/** Whose data is meant; a workspace's is its admins' alone. */
function readScope({ options: given, wording, may }: ReadyCall): 'me' | 'workspace' {
  const scope = given.of === 'workspace' ? 'workspace' : 'me'
  if (scope === 'workspace' && !may('all')) throw new UsageError(wording.say('data.onlyAdmins'))
  return scope
}

const personOf = (call: ReadyCall) => (readScope(call) === 'me' ? call.caller.personId : undefined)

export const dataExport: Command = {
  name: 'data export',
  description: 'command.dataExport',
  options: scopeOption,
  audience: 'everyone',
  examples: [
    { line: 'data export', says: 'everything that is kept of you' },
    { line: 'data export workspace', says: 'everything that is kept of this workspace' },
  ],
  run: async (call) => {
    const scope = readScope(call)
    const kept = await call.remember((memory) => memory.exportData(personOf(call)))
    return {
      ...done(paragraph(call.wording.say(`dataExport.${scope}`))),
      file: {
        name: 'dateline-data.json',
        mediaType: 'application/json',
        text: JSON.stringify(kept, null, 2),
      },
    }
  },
}

export const dataDelete: Command = {
  name: 'data delete',
  description: 'command.dataDelete',
  options: scopeOption,
  audience: 'everyone',
  examples: [
    { line: 'data delete', says: 'what is kept of you' },
    { line: 'data delete workspace', says: 'cannot be undone' },
  ],
  run: (call) => {
    const scope = readScope(call)
    const { wording } = call
    const label = wording.say('action.delete')
    const buttons = confirmActions(call, label, 'data delete confirmed', { of: scope }, 'danger')
    return Promise.resolve(
      done(paragraph(wording.say(`dataDelete.ask.${scope}`)), actions(...buttons)),
    )
  },
}

export const dataDeleteConfirmed: Command = {
  ...dataDelete,
  name: 'data delete confirmed',
  isHidden: true,
  isOnce: true,
  examples: [],
  run: async (call) => {
    const count = await call.remember((memory) => memory.deleteData(personOf(call)))
    return done(paragraph(call.wording.say('dataDelete.done', { count })))
  },
}
