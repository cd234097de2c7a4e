import type { Form, FormField } from '../../../domain/command.ts'
import { cleanLine } from '../../../support/text/clean.ts'
import { truncateGraphemes } from '../../../support/text/truncate.ts'
import { postableTypes } from './postable-types.ts'

/** https://docs.discord.com/developers/components/reference */
const modalLimits = { title: 45, fields: 5, label: 45, hint: 100, text: 4000, choices: 25 } as const
const prefix = 'f:'

/** A form as the data of a modal. Discord takes five fields: those that must be filled in come first. */
export function formModal(form: Form): Readonly<Record<string, unknown>> {
  const required = form.fields.filter(({ option }) => option.required)
  const optional = form.fields.filter(({ option }) => !option.required)
  return {
    custom_id: `${prefix}${form.command}`.slice(0, 100),
    title: cut(form.title, modalLimits.title) || 'Dateline',
    components: [...required, ...optional]
      .slice(0, modalLimits.fields)
      .map((field) => labelled(field, form.faults[field.option.name])),
  }
}

/** The command of a form that was sent; undefined for a modal of somebody else. */
export function formCommand(customId: string): string | undefined {
  return customId.startsWith(prefix) ? customId.slice(prefix.length) : undefined
}

function labelled(field: FormField, fault: string | undefined): Readonly<Record<string, unknown>> {
  const hint = cut(fault ?? field.hint ?? '', modalLimits.hint)
  return {
    type: 18,
    label: cut(field.label, modalLimits.label) || field.option.name,
    ...(hint === '' ? {} : { description: hint }),
    component: input(field),
  }
}

function input({ option, value }: FormField): Readonly<Record<string, unknown>> {
  const { name, required, choices = [] } = option
  if (option.kind === 'channel') {
    return { type: 8, custom_id: name, required, channel_types: postableTypes }
  }
  if (choices.length > 0 && choices.length <= modalLimits.choices) {
    const options = choices.map((choice) => ({
      label: cut(choice, 100),
      value: choice.slice(0, 100),
      default: choice === value,
    }))
    return { type: 3, custom_id: name, required, options }
  }
  const style = option.kind === 'file' ? 2 : 1
  const filled = truncateGraphemes(value ?? '', modalLimits.text, modalLimits.text)
  return { type: 4, custom_id: name, style, required, max_length: modalLimits.text, value: filled }
}

function cut(words: string, maxUnits: number): string {
  return truncateGraphemes(cleanLine(words), maxUnits, maxUnits)
}
