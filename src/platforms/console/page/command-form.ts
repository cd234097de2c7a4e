import type { CommandSpec, Form } from '../../../domain/command.ts'
import { BugError } from '../../../domain/errors.ts'
import type { MessageKey } from '../../../domain/wording/messages-en.ts'
import { wordingFor } from '../../../domain/wording/wording.ts'

/** The form of a command with all its options, as they stand now. */
export function commandForm(
  name: string,
  specs: readonly CommandSpec[],
  language: string,
  values: Readonly<Record<string, string>>,
): Form {
  const spec = specs.find((each) => each.name === name)
  if (!spec) throw new BugError(`There is no command "${name}".`)
  const wording = wordingFor(language)
  return {
    title: name,
    command: name,
    fields: spec.options.map((option) => ({
      option,
      label: `${option.name.charAt(0).toUpperCase()}${option.name.slice(1).replaceAll('-', ' ')}`,
      value: values[option.name],
      hint: wording.say(option.description as MessageKey),
    })),
    submit: wording.say('form.submit'),
    faults: {},
  }
}
