import { cleanLine } from '../../../support/text/clean.ts'
import { truncateGraphemes } from '../../../support/text/truncate.ts'
import { callerOf } from './caller.ts'
import { type Interaction, typedCommand } from './interaction.ts'
import type { Scene } from './scene.ts'

const choicesType = 8
const mostChoices = 25
/** A completion cannot be deferred; one that is not there by then is an empty list. */
const patienceMs = 1_000

/** What to offer for the option that a person is typing into. */
export async function completionOf(
  scene: Scene,
  interaction: Interaction,
): Promise<Readonly<Record<string, unknown>>> {
  const waiting = new AbortController()
  const none = scene.clock.sleep(patienceMs, waiting.signal).then(() => [])
  const found = await Promise.race([ask(scene, interaction).catch(() => []), none])
  waiting.abort()
  return { type: choicesType, data: { choices: found.slice(0, mostChoices) } }
}

type Choice = { readonly name: string; readonly value: string }

async function ask(scene: Scene, interaction: Interaction): Promise<readonly Choice[]> {
  const { name, options } = typedCommand(interaction.data ?? {})
  const focused = options.find(({ focused: isFocused }) => isFocused)
  const spec = scene.desk.specs.find((each) => each.name === name)
  const kind = spec?.options.find((option) => option.name === focused?.name)?.completes
  if (kind === undefined) return []
  const typed = String(focused?.value ?? '')
  const found = await scene.desk.complete({ kind, typed, caller: callerOf(interaction) })
  // A value that were cut would name something else.
  return found
    .filter(({ value }) => value.length >= 1 && value.length <= 100)
    .map(({ label, value }) => ({
      name: truncateGraphemes(cleanLine(label), 100, 100) || value,
      value,
    }))
}
