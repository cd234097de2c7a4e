import type { CommandSpec } from '../../../src/domain/command.ts'
import { parseCommandLine } from '../../../src/domain/command-line.ts'
import type { FakeDiscord } from '../../fakes/discord/fake-discord.ts'
import type { FakeInteraction } from '../../fakes/discord/fake-state.ts'
import type { OptionValue } from '../../fakes/discord/people.ts'
import { ids } from '../../fakes/discord/world.ts'
import { type Face, type Seen, waitedFor, within } from './face.ts'

/** Chosen from Discord's own list of commands, through discord.js. */
export function discordFace(discord: FakeDiscord, specs: readonly CommandSpec[]): Face {
  async function shown(interaction: FakeInteraction): Promise<readonly unknown[]> {
    const { answer } = await waitedFor(
      () => (interaction.answer ? interaction : undefined),
      'the answer on Discord',
    )
    if (answer?.type === 9) return [answer.data]
    const bodies = () => {
      const standing = [interaction.originalId, ...interaction.followUps]
        .map((id) => discord.state.messages.get(id ?? ''))
        .filter((message) => message !== undefined)
        .map(({ body }) => body)
      return standing.some((body) => [...within(body)].length > 1) ? standing : undefined
    }
    await new Promise((resolve) => setTimeout(resolve, 20))
    return waitedFor(bodies, 'the words on Discord')
  }
  return {
    name: 'Discord',
    channel: `discord:${ids.news}`,
    async ask(typed, press) {
      const parsed = parseCommandLine(typed, specs)
      if (parsed.kind !== 'command') throw new Error(`“${typed}” is no command`)
      const spec = specs.find(({ name }) => name === parsed.command)
      const options = Object.entries(parsed.options).map(([name, value]) => [
        name,
        toOption(value, spec?.options.find((option) => option.name === name)?.kind),
      ])
      const isRoot = specs.some(
        (each) => !each.isHidden && each.name.startsWith(`${parsed.command} `),
      )
      const name = isRoot ? `${parsed.command} show` : parsed.command
      const interaction = discord.people.command(name, Object.fromEntries(options))
      const answer = await shown(interaction)
      if (press === undefined) return seen(answer)
      const button = buttonsIn(answer).find(({ label }) => label === press)
      if (!button) throw new Error(`Discord has no button “${press}”`)
      const pressed = discord.people.press(interaction.originalId ?? '', button.customId)
      return seen(await shown(pressed))
    },
  }
}

function toOption(value: string, kind: string | undefined): OptionValue {
  if (kind === 'number') return Number(value)
  if (kind === 'boolean') return ['yes', 'on'].includes(value)
  return kind === 'channel' ? value.replace('discord:', '') : value
}

function seen(answer: readonly unknown[]): Seen {
  const objects = [...within(answer)]
  return {
    words: objects.flatMap(({ content, description, type }) => [
      ...[content, type === 18 ? description : undefined].flatMap((text) =>
        typeof text === 'string' ? [unescaped(text)] : [],
      ),
    ]),
    buttons: buttonsIn(answer).map(({ label }) => label),
    labels: objects.flatMap(({ type, label }) => (type === 18 ? [String(label)] : [])),
  }
}

function buttonsIn(answer: readonly unknown[]) {
  return [...within(answer)].flatMap(({ type, label, custom_id: customId, options }) => {
    if (type === 3) {
      return (options as readonly { readonly label: string }[]).map((option) => ({
        label: option.label,
        customId: '',
      }))
    }
    return type === 2 && customId ? [{ label: String(label), customId: String(customId) }] : []
  })
}

/** As a client shows it: without the marks of markup, without addresses. */
function unescaped(text: string): string {
  return text
    .replace(/\]\(<[^>]*>\)/g, ' ')
    .replace(/<t:[^>]*>/g, ' ')
    .replaceAll('\\', '')
}
