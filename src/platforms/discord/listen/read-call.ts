import type { CommandCall } from '../../../domain/command.ts'
import { type CustomId, readCustomId } from '../render/custom-id.ts'
import { callerOf } from './caller.ts'
import { formCommand } from './form-modal.ts'
import {
  type InputData,
  type Interaction,
  type InteractionData,
  kinds,
  type OptionData,
  typedCommand,
} from './interaction.ts'
import { linkIn } from './link-in.ts'
import { menuCommands } from './menus.ts'
import type { Scene } from './scene.ts'

/** What a person asks for by typing, pressing, choosing or filling in; undefined when it is nothing of ours. */
export async function readCall(
  scene: Scene,
  interaction: Interaction,
): Promise<CommandCall | undefined> {
  const { data } = interaction
  const asked = data && (await readCommand(scene, interaction.type, data))
  if (asked === undefined) return undefined
  return { id: `discord:${interaction.id}`, ...asked, caller: callerOf(interaction) }
}

type Asked = Pick<CommandCall, 'command' | 'options'>

async function readCommand(
  scene: Scene,
  type: number,
  data: InteractionData,
): Promise<Asked | undefined> {
  if (type === kinds.command && data.type === 3) return fromMenu(data)
  if (type === kinds.command) return fromTyping(scene, data)
  if (type === kinds.component) return fromPress(readCustomId(data.custom_id ?? ''), data)
  return type === kinds.modal ? fromForm(data) : undefined
}

async function fromTyping(scene: Scene, data: InteractionData): Promise<Asked> {
  const { name, options } = typedCommand(data)
  const pairs = await Promise.all(
    options.map(async (option) => [option.name, await optionValue(scene, option, data)]),
  )
  const isKnown = scene.desk.specs.some((spec) => spec.name === name)
  // A command with others beneath it is registered as `show` beneath itself.
  const command = isKnown ? name : name.replace(/ show$/, '')
  return { command, options: Object.fromEntries(pairs) as Asked['options'] }
}

const attachmentType = 11

async function optionValue(
  scene: Scene,
  option: OptionData,
  data: InteractionData,
): Promise<string> {
  if (option.type !== attachmentType) return String(option.value ?? '')
  const attachment = data.resolved?.attachments?.[String(option.value)]
  return attachment === undefined ? '' : scene.readAttachment(attachment.url)
}

/** A button leads to its stored action; of a menu the chosen entry does. */
function fromPress(customId: CustomId, { values = [] }: InteractionData): Asked | undefined {
  const action = customId.kind === 'press' ? customId.action : values[0]
  if (customId.kind === 'other' || action === undefined) return undefined
  return { command: 'press', options: { action } }
}

function fromForm({
  custom_id: customId = '',
  components = [],
}: InteractionData): Asked | undefined {
  const command = formCommand(customId)
  if (command === undefined) return undefined
  const inputs = components.flatMap(({ component, components: more = [] }) =>
    component ? [component] : more,
  )
  const filled = inputs
    .map((input): [string, string] => [input.custom_id, inputValue(input)])
    .filter(([, value]) => value !== '')
  return { command, options: Object.fromEntries(filled) }
}

function inputValue({ value, values = [] }: InputData): string {
  return value?.trim() ?? values[0] ?? ''
}

/** "Summarize link" and "Ask about this" are about the first link of the message they were chosen on. */
function fromMenu({
  name = '',
  target_id: target = '',
  resolved,
}: InteractionData): Asked | undefined {
  const command = menuCommands[name]
  if (command === undefined) return undefined
  const url = linkIn(resolved?.messages?.[target])
  return { command, options: url === undefined ? {} : { url } }
}
