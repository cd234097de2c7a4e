import type { CommandOption } from '../domain/command.ts'
import { UsageError } from '../domain/errors.ts'
import type { Wording } from '../domain/wording/wording.ts'
import { nearest } from './nearest.ts'

/** A question or a name needs no more; a file may be long. */
const longestValue = 2000
const longestFile = 1_000_000

type Options = Readonly<Record<string, string>>

/**
 * The options of a call as their kinds ask for them: numbers in figures, truth as `yes` or `no`, links bare. Empty ones
 * are left out. The UsageError says what was understood and what would be right.
 */
export function readOptions(
  given: Options,
  known: readonly CommandOption[],
  wording: Wording,
): Options {
  const values = Object.entries(given).map(([name, value]) => [name, value.trim()] as const)
  const read = values
    .filter(([, value]) => value !== '')
    .map(([name, value]) => [name, readOption(name, value, known, wording)] as const)
  return Object.fromEntries(read)
}

/** The first option that must be given and was not. */
export function missingOption<Option extends CommandOption>(
  given: Options,
  known: readonly Option[],
): Option | undefined {
  return known.find(({ name, required }) => required && (given[name] ?? '').trim() === '')
}

function readOption(
  name: string,
  value: string,
  known: readonly CommandOption[],
  wording: Wording,
): string {
  const option = known.find((each) => each.name === name)
  const names = known.map((each) => each.name)
  if (!option) throw new UsageError(unknown(name, value, names, wording))
  if (value.length > (option.kind === 'file' ? longestFile : longestValue)) {
    throw new UsageError(
      wording.say('fault.tooLong', { option: name, length: value.length, limit: longestValue }),
      { option: name },
    )
  }
  return readKind(option, value, wording)
}

function unknown(name: string, value: string, names: readonly string[], wording: Wording): string {
  if (name === 'rest') return wording.say('fault.leftOver', { words: short(value) })
  const [near] = nearest(name, names)
  const options = names.length > 0 ? names.join(', ') : '–'
  return near === undefined
    ? wording.say('fault.unknownOption', { option: short(name), options })
    : wording.say('fault.nearOption', { option: short(name), near })
}

function readKind(option: CommandOption, value: string, wording: Wording): string {
  switch (option.kind) {
    case 'url':
      return readUrl(option.name, value, wording)
    case 'number':
      return readNumber(option.name, value, wording)
    case 'boolean':
      return readTruth(option.name, value, wording)
    case 'choice':
      return readChoice(option, value, wording)
    default:
      return value
  }
}

/** Slack writes a link as `<https://example.com|example.com>`; people leave the scheme out. */
function readUrl(option: string, value: string, wording: Wording): string {
  const bare = value.replace(/^<([^|>]*)(\|[^>]*)?>$/, '$1')
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:/i.test(bare) ? bare : `https://${bare}`)
  const isWeb = url?.protocol === 'https:' || url?.protocol === 'http:'
  if (!url || !isWeb || !url.hostname.includes('.') || /\s/.test(bare) || url.href.length > 2048) {
    throw new UsageError(wording.say('fault.url', { option, value: short(value) }), { option })
  }
  return url.href
}

function readNumber(option: string, value: string, wording: Wording): string {
  const number = Number(value.replace(',', '.'))
  if (!Number.isFinite(number)) {
    throw new UsageError(wording.say('fault.number', { option, value: short(value) }), { option })
  }
  return String(number)
}

const yes = ['yes', 'y', 'true', 'on', '1', 'ja', 'oui', 'sí', 'si', 'sim']
const no = ['no', 'n', 'false', 'off', '0', 'nein', 'non', 'não', 'nao']

function readTruth(option: string, value: string, wording: Wording): string {
  const typed = value.toLowerCase()
  if (yes.includes(typed)) return 'yes'
  if (no.includes(typed)) return 'no'
  throw new UsageError(wording.say('fault.truth', { option, value: short(value) }), { option })
}

function readChoice(option: CommandOption, value: string, wording: Wording): string {
  const choices = option.choices ?? []
  const typed = value.toLowerCase()
  const found = choices.find((each) => each === typed)
  if (found) return found
  throw new UsageError(
    wording.say('fault.choice', {
      option: option.name,
      value: short(value),
      choices: choices.join(', '),
    }),
    { option: option.name },
  )
}

/** What was typed, as a fault repeats it. */
export function short(value: string): string {
  const line = value.replace(/\s+/g, ' ')
  return line.length > 60 ? `${[...line].slice(0, 59).join('')}…` : line
}
