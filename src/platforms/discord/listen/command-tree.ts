import type { CommandOption, CommandSpec } from '../../../domain/command.ts'
import { commandWords, groupDescriptions } from '../../../domain/wording/command-words.ts'
import type { MessageKey } from '../../../domain/wording/messages-en.ts'
import { wordingFor } from '../../../domain/wording/wording.ts'
import { cleanLine } from '../../../support/text/clean.ts'
import { truncateGraphemes } from '../../../support/text/truncate.ts'
import { menuCommands } from './menus.ts'
import { postableTypes } from './postable-types.ts'

type Json = Readonly<Record<string, unknown>>

/** Our catalogues by Discord's own names of languages: https://docs.discord.com/developers/reference#locales */
const locales: Readonly<Record<string, string>> = {
  de: 'de',
  fr: 'fr',
  'es-ES': 'es',
  'es-419': 'es',
  'pt-BR': 'pt-BR',
}

/** "Manage Server" sees what only admins may do; a server can change that for roles of its own. */
const manageGuild = String(1 << 5)
const mostOptions = 25
const mostDescription = 100

/** Everywhere, or in servers alone. https://docs.discord.com/developers/interactions/application-commands */
const everywhere = { contexts: [0, 1, 2], integration_types: [0, 1] }
const inServers = { contexts: [0], integration_types: [0] }

/** The table of commands as Discord registers it: a command per first word, the words after it beneath. */
export function commandTree(specs: readonly CommandSpec[]): readonly Json[] {
  const shown = specs.filter(({ isHidden }) => !isHidden)
  const roots = Map.groupBy(shown, ({ name }) => name.split(' ')[0] ?? '')
  const typed = [...roots].map(([name, own]) => rootOf(name, own))
  const menus = Object.entries(menuCommands).map(([name, command]) => menuOf(name, command))
  const names = new Set(shown.map(({ name }) => name))
  return [...typed, ...menus.filter(({ command }) => names.has(command)).map(({ json }) => json)]
}

function menuOf(name: string, command: string): { readonly command: string; readonly json: Json } {
  const key: MessageKey = command === 'ask' ? 'discord.menu.ask' : 'discord.menu.summarize'
  const json = { type: 3, name, name_localizations: inAll(key, 32), ...everywhere }
  return { command, json: { ...json, default_member_permissions: null } }
}

function rootOf(name: string, specs: readonly CommandSpec[]): Json {
  const isForAdmins = specs.every(({ audience }) => audience === 'admins')
  const leaf = specs.find((spec) => spec.name === name)
  const inner = specs.filter((spec) => spec.name !== name)
  const only = leaf && inner.length === 0 ? leaf : undefined
  return {
    type: 1,
    ...named(name),
    ...(only ? described(only.description) : describedGroup(name)),
    options: only ? optionsOf(only) : branches(name, inner, leaf),
    default_member_permissions: isForAdmins ? manageGuild : null,
    ...(isForAdmins ? inServers : everywhere),
  }
}

/** Discord cannot run a command that has others beneath it: such a one is called `show` there. */
const ownLeaf = 'show'

function branches(
  path: string,
  specs: readonly CommandSpec[],
  leaf?: CommandSpec,
): readonly Json[] {
  const words = (spec: CommandSpec) => spec.name.slice(path.length + 1).split(' ')
  const groups = Map.groupBy(specs, (spec) => words(spec)[0] ?? '')
  const own = leaf ? [subcommand(ownLeaf, leaf)] : []
  return [
    ...own,
    ...[...groups].map(([word, inside]): Json => {
      const only = inside[0]
      if (only && inside.length === 1 && words(only).length === 1) return subcommand(word, only)
      const deeper = inside.filter((spec) => words(spec).length > 1)
      const self = inside.find((spec) => words(spec).length === 1)
      return {
        type: 2,
        ...named(word),
        ...describedGroup(word),
        options: branches(`${path} ${word}`, deeper, self),
      }
    }),
  ].slice(0, mostOptions)
}

function subcommand(name: string, spec: CommandSpec): Json {
  return { type: 1, ...named(name), ...described(spec.description), options: optionsOf(spec) }
}

/** Options that must be given stand first, as Discord demands. */
function optionsOf({ options }: CommandSpec): readonly Json[] {
  const required = options.filter((option) => option.required)
  const others = options.filter((option) => !option.required)
  return [...required, ...others].slice(0, mostOptions).map(optionOf)
}

const optionTypes: Readonly<Record<CommandOption['kind'], number>> = {
  text: 3,
  url: 3,
  choice: 3,
  boolean: 5,
  channel: 7,
  number: 10,
  file: 11,
}

function optionOf(option: CommandOption): Json {
  const { name, kind, choices = [] } = option
  const isClosed = choices.length > 0 && choices.length <= mostOptions
  return {
    type: optionTypes[kind],
    ...named(name),
    ...described(option.description),
    required: option.required,
    autocomplete: option.completes !== undefined && !isClosed,
    ...(isClosed ? { choices: choices.map((choice) => ({ name: choice, value: choice })) } : {}),
    ...(kind === 'channel' ? { channel_types: postableTypes } : {}),
  }
}

/** A name as we read it back, and as people in other languages see it. */
function named(name: string): Json {
  const words = commandWords[name]
  return words === undefined ? { name } : { name, name_localizations: inLocales(words) }
}

function describedGroup(name: string): Json {
  const words = groupDescriptions[name]
  if (words === undefined) return { description: name }
  return { description: words.en, description_localizations: inLocales(words) }
}

function inLocales(words: Readonly<Record<string, string>>): Json {
  return Object.fromEntries(
    Object.entries(locales).flatMap(([locale, language]) => {
      const word = words[language]
      return word === undefined ? [] : [[locale, word]]
    }),
  )
}

function described(key: string): Json {
  return {
    description: inLanguage(key, 'en', mostDescription),
    description_localizations: inAll(key, mostDescription),
  }
}

function inAll(key: string, maxUnits: number): Json {
  return Object.fromEntries(
    Object.entries(locales).map(([locale, language]) => [
      locale,
      inLanguage(key, language, maxUnits),
    ]),
  )
}

function inLanguage(key: string, language: string, maxUnits: number): string {
  const words = cleanLine(wordingFor(language).say(key as MessageKey))
  return truncateGraphemes(words, maxUnits, maxUnits) || key.slice(0, maxUnits)
}
