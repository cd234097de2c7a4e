import * as schemas from 'discord-api-spec/zod'
import type { Outcome } from './channel-routes.ts'
import type { Json, RestCall } from './fake-state.ts'
import { invalidForm, refusals } from './refusal.ts'

const nameShape = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u
const mostOfType: Readonly<Record<number, number>> = { 1: 100, 2: 5, 3: 5 }
const mostCharacters = 8000

export function listCommands(call: RestCall): Outcome {
  if (call.params[0] !== call.state.world.applicationId) return refusals.missingAccess
  return { status: 200, body: call.state.commands.get(call.params[1] ?? '') ?? [] }
}

/** Replaces all commands at once. */
export function putCommands(call: RestCall): Outcome {
  const [applicationId, guildId = ''] = call.params
  if (applicationId !== call.state.world.applicationId) return refusals.missingAccess
  const commands = call.body as unknown as readonly Json[]
  const faults = [...countFaults(commands), ...commands.flatMap(commandFaults)]
  if (faults.length > 0) return invalidForm(...faults)
  const stored = commands.map((command) => ({
    ...command,
    id: call.state.newId(),
    application_id: applicationId,
    version: call.state.newId(),
    type: command.type ?? 1,
  }))
  call.state.commands.set(guildId, stored)
  call.state.log.add('commands', { guildId, names: commands.map(({ name }) => name) })
  return { status: 200, body: stored }
}

function countFaults(commands: readonly Json[]): readonly string[] {
  return Object.entries(mostOfType).flatMap(([type, most]) => {
    const names = commands
      .filter((command) => (command.type ?? 1) === Number(type))
      .map(({ name }) => name)
    return [
      ...(names.length > most ? [`type ${type}: at most ${most}`] : []),
      ...(new Set(names).size < names.length ? [`type ${type}: names must be unique`] : []),
    ]
  })
}

function commandFaults(command: Json): readonly string[] {
  const rights = command.default_member_permissions
  // The schema says number; the documents say, and Discord takes, a bit set in decimal as text.
  const parsed = schemas.ApplicationCommandUpdateRequestSchema.safeParse({
    ...command,
    default_member_permissions: rights === null ? null : Number(rights),
  })
  const isSlash = (command.type ?? 1) === 1
  return [
    ...(parsed.success ? [] : [`${command.name}: ${parsed.error.message}`]),
    ...(isSlash ? [...nameFaults(command), ...treeFaults(command)] : menuFaults(command)),
    ...(rights === null || /^\d+$/.test(String(rights)) ? [] : [`${command.name}: permissions`]),
    ...(charactersIn(command) > mostCharacters ? [`${command.name}: over 8000 characters`] : []),
  ]
}

function menuFaults(command: Json): readonly string[] {
  const name = String(command.name ?? '')
  return [
    ...(command.description ? [`${name}: a context menu has no description`] : []),
    ...(name.length < 1 || name.length > 32 ? [`${name}: 1 to 32 characters`] : []),
  ]
}

/** A slash command's names are in lower case, and every part of it says what it is. */
function nameFaults(part: Json): readonly string[] {
  const names = [part.name, ...Object.values((part.name_localizations ?? {}) as Json)]
  const words = [part.description, ...Object.values((part.description_localizations ?? {}) as Json)]
  const isName = (name: unknown) =>
    typeof name === 'string' && nameShape.test(name) && name === name.toLowerCase()
  const isDescription = (text: unknown) =>
    typeof text === 'string' && text.length >= 1 && text.length <= 100
  return [
    ...(names.every(isName) ? [] : [`${part.name}: not a name`]),
    ...(words.every(isDescription) ? [] : [`${part.name}: 1 to 100 characters of description`]),
    ...optionsOf(part).flatMap(nameFaults),
  ]
}

function optionsOf(part: Json): readonly Json[] {
  return (part.options ?? []) as readonly Json[]
}

/** Subcommands stand alone, required options come first, nothing is doubled, at most 25 of everything. */
function treeFaults(part: Json): readonly string[] {
  const options = optionsOf(part)
  const names = options.map(({ name }) => name)
  const isNested = options.map(({ type }) => type === 1 || type === 2)
  const required = options.map((option) => option.required === true)
  const choices = options.map((option) => ((option.choices ?? []) as unknown[]).length)
  const both = options.some((option) => option.autocomplete === true && option.choices)
  return [
    ...(options.length > 25 ? [`${part.name}: at most 25 options`] : []),
    ...(new Set(names).size < names.length ? [`${part.name}: option names must be unique`] : []),
    ...(isNested.includes(true) && isNested.includes(false)
      ? [`${part.name}: subcommands and options exclude each other`]
      : []),
    ...(required.lastIndexOf(true) > required.indexOf(false) && required.includes(false)
      ? required.includes(true)
        ? [`${part.name}: required options must come first`]
        : []
      : []),
    ...(choices.some((count) => count > 25) ? [`${part.name}: at most 25 choices`] : []),
    ...(both ? [`${part.name}: autocomplete and choices exclude each other`] : []),
    ...options.flatMap(treeFaults),
  ]
}

/** Names, descriptions and values; of localisations the longest counts. */
function charactersIn(part: Json): number {
  const longest = (own: unknown, others: unknown) =>
    Math.max(
      ...[own, ...Object.values((others ?? {}) as Json)].map((text) => String(text ?? '').length),
    )
  const choices = ((part.choices ?? []) as readonly Json[]).reduce(
    (sum, choice) => sum + String(choice.name).length + String(choice.value).length,
    0,
  )
  return (
    longest(part.name, part.name_localizations) +
    longest(part.description, part.description_localizations) +
    choices +
    optionsOf(part).reduce((sum, option) => sum + charactersIn(option), 0)
  )
}
