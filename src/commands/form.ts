import type { CommandCall, Form } from '../domain/command.ts'
import type { Wording } from '../domain/wording/wording.ts'
import type { Command } from './command.ts'

/** A command's options as fields, with what was given of them and what was wrong with it. */
export function formOf(
  command: Command,
  { options: given }: Pick<CommandCall, 'options'>,
  faults: Form['faults'],
  wording: Wording,
): Form {
  return {
    title: command.name,
    command: command.name,
    fields: command.options.map((option) => ({
      option,
      label: option.name,
      value: given[option.name],
      hint: wording.say(option.description),
    })),
    submit: wording.say('form.submit'),
    ...(command.preview && {
      preview: {
        command: command.preview.name,
        options: command.preview.options.map(({ name }) => name),
      },
    }),
    faults,
  }
}
