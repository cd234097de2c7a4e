import type { Action } from '../../domain/document.ts'
import type { Command, ReadyCall } from '../command.ts'
import { done, paragraph } from '../reply.ts'

/** The button that asks nobody again, and the one that leaves everything as it is. */
export function confirmActions(
  { wording }: ReadyCall,
  label: string,
  command: string,
  options: Readonly<Record<string, string>>,
  style: 'primary' | 'danger',
): readonly Action[] {
  return [
    { label, command, options, style },
    { label: wording.say('action.cancel'), command: 'cancel', options: {} },
  ]
}

export const cancel: Command = {
  name: 'cancel',
  description: 'command.cancel',
  options: [],
  audience: 'everyone',
  isHidden: true,
  isOnce: true,
  examples: [],
  run: ({ wording }) => Promise.resolve(done(paragraph(wording.say('cancel.done')))),
}
