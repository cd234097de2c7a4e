import type { types } from '@slack/bolt'
import type { CommandOption, Form, FormField } from '../../../domain/command.ts'
import { escapedLine, escapedText } from './escape.ts'
import {
  mostHintUnits,
  mostInputUnits,
  mostLabelUnits,
  mostOptionValueUnits,
  mostSelectOptions,
  mostTextUnits,
  mostViewBlocks,
  mostViewTitleUnits,
} from './limits.ts'
import { plain } from './plain.ts'
import { type ViewState, writeViewState } from './view-state.ts'

export const formCallback = 'form'

/** Block ids of fields begin so; what follows is the option's name. */
export const fieldPrefix = 'field:'

/** `action_id`s of menus that are filled while a person types begin so; what follows is what completes them. */
export const completePrefix = 'complete:'

/** Kinds whose values are all known, so that a menu may stand in place of free text. */
const closed: ReadonlySet<string> = new Set(['feeds', 'digests', 'stories', 'timezones'])

/** A form as a modal; sending it runs its command. */
export function formView(
  form: Form,
  state: Omit<ViewState, 'command'>,
  close: string,
): types.ModalView {
  return {
    type: 'modal',
    callback_id: formCallback,
    title: plain(escapedLine(form.title, mostViewTitleUnits) || '…'),
    submit: plain(escapedLine(form.submit, mostViewTitleUnits) || 'OK'),
    close: plain(escapedLine(close, mostViewTitleUnits) || '✕'),
    private_metadata: writeViewState({
      ...state,
      command: form.command,
      ...(form.preview ? { preview: form.preview.command } : {}),
    }),
    blocks: form.fields.flatMap((field) => fieldBlocks(field, form)).slice(0, mostViewBlocks),
  }
}

function fieldBlocks(field: FormField, form: Form): types.KnownBlock[] {
  const { option, label, hint } = field
  const isLive = form.preview?.options.includes(option.name) ?? false
  const input: types.InputBlock = {
    type: 'input',
    block_id: fieldPrefix + option.name,
    optional: !option.required || option.kind === 'boolean',
    label: plain(escapedLine(label, mostHintUnits) || option.name),
    element: isLive ? live(element(field)) : element(field),
    ...(isLive ? { dispatch_action: true } : {}),
    ...(hint ? { hint: plain(escapedText(hint, mostHintUnits)) } : {}),
  }
  const fault = escapedText(form.faults[option.name] ?? '', mostTextUnits)
  return fault === '' ? [input] : [input, { type: 'context', elements: [plain(fault)] }]
}

function element({ option, value }: FormField): types.InputBlock['element'] {
  const { kind, name } = option
  if (kind === 'boolean') return tick(name, value)
  if (kind === 'channel') return channelMenu(name, value)
  if (option.choices && option.choices.length <= mostSelectOptions) return menu(option, value)
  if (option.completes && closed.has(option.completes)) return openMenu(option, value)
  const initial = value ? { initial_value: value.slice(0, mostInputUnits) } : {}
  if (kind === 'url') return { type: 'url_text_input', action_id: name, ...initial }
  if (kind === 'number') {
    return { type: 'number_input', action_id: name, is_decimal_allowed: false, ...initial }
  }
  const multiline = kind === 'file'
  return { type: 'plain_text_input', action_id: name, multiline, ...initial }
}

/** A text field is reported when Enter is pressed, and with each letter as well. */
function live(element: types.InputBlock['element']): types.InputBlock['element'] {
  if (element.type !== 'plain_text_input') return element
  const dispatch_action_config = {
    trigger_actions_on: ['on_enter_pressed', 'on_character_entered'],
  }
  return { ...element, dispatch_action_config } as types.PlainTextInput
}

function option(words: string, value = words): types.PlainTextOption {
  return { text: plain(escapedLine(words, mostLabelUnits) || '…'), value }
}

/** Options for a menu, those left out whose value Slack would not carry. */
export function menuOptions(
  items: readonly { readonly label: string; readonly value: string }[],
): types.PlainTextOption[] {
  return items
    .filter(({ value }) => value !== '' && value.length <= mostOptionValueUnits)
    .slice(0, mostSelectOptions)
    .map(({ label, value }) => option(label, value))
}

function tick(name: string, value: string | undefined): types.Checkboxes {
  const yes = option('✓', 'yes')
  return {
    type: 'checkboxes',
    action_id: name,
    options: [yes],
    ...(value === 'yes' || value === 'true' ? { initial_options: [yes] } : {}),
  }
}

function channelMenu(name: string, value: string | undefined): types.ConversationsSelect {
  const id = /^(?:slack:)?([CG][A-Z0-9]+)$/.exec(value ?? '')?.[1]
  return {
    type: 'conversations_select',
    action_id: name,
    filter: { include: ['public', 'private'], exclude_bot_users: true },
    ...(id ? { initial_conversation: id } : { default_to_current_conversation: true }),
  }
}

function menu(
  { name, choices = [] }: CommandOption,
  value: string | undefined,
): types.StaticSelect {
  const options = menuOptions(choices.map((choice) => ({ label: choice, value: choice })))
  const initial = options.find((each) => each.value === value)
  return {
    type: 'static_select',
    action_id: name,
    options,
    ...(initial ? { initial_option: initial } : {}),
  }
}

function openMenu(
  { name, completes }: CommandOption,
  value: string | undefined,
): types.ExternalSelect {
  const [initial] = menuOptions(value ? [{ label: value, value }] : [])
  return {
    type: 'external_select',
    action_id: `${completePrefix}${completes}:${name}`,
    min_query_length: 0,
    ...(initial ? { initial_option: initial } : {}),
  }
}
