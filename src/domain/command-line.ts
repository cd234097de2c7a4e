import type { CommandOption, CommandSpec } from './command.ts'

/** A line as typed, sorted into a command and its options; what the options mean is the desk's to say. */
export type ParsedLine =
  | { readonly kind: 'empty' }
  /** No command begins like this; the desk answers a call of `command` with the nearest right words. */
  | { readonly kind: 'unknown'; readonly command: string }
  | {
      readonly kind: 'command'
      readonly command: string
      /** By name; words that belong to no option stand under `rest`, so that the desk can say so. */
      readonly options: Readonly<Record<string, string>>
    }

/** The family name that may stand before any command and be left out before its own: "latest" is "briefing latest". */
const family = 'briefing'

/** A word as typed; `isQuoted` ones are never taken for the name of an option. */
type Word = { readonly text: string; readonly isQuoted: boolean }

/**
 * Sorts one typed line: `feeds add https://example.com category:world`, `ask "who said so?" since:3d`. Options are
 * written `name:value` or `--name value`; a value with spaces stands in quotes. Words without a name go to the
 * positional options in their order, the last of which takes all that remain.
 */
export function parseCommandLine(line: string, specs: readonly CommandSpec[]): ParsedLine {
  const words = splitWords(line)
  const [first] = words
  if (!first) return { kind: 'empty' }
  const plain = [{ ...first, text: first.text.replace(/^\//, '') }, ...words.slice(1)]
  const spec = findSpec(plain, specs)
  if (!spec) return { kind: 'unknown', command: nameTyped(plain) }
  return { kind: 'command', command: spec.name, options: sortWords(spec.rest, spec.options) }
}

const quotes: Readonly<Record<string, string>> = {
  '"': '"',
  "'": "'",
  '“': '”',
  '„': '“',
  '«': '»',
}

/** Words divided by space; a pair of quotation marks keeps the words between them together. */
function splitWords(line: string): readonly Word[] {
  const words: Word[] = []
  let text = ''
  let isQuoted = false
  let closing: string | undefined
  const end = () => {
    if (text !== '' || isQuoted) words.push({ text, isQuoted })
    text = ''
    isQuoted = false
  }
  for (let at = 0; at < line.length; at += 1) {
    const letter = line.charAt(at)
    const close = quotes[letter]
    if (closing !== undefined) {
      if (letter === closing) closing = undefined
      else text += letter
    } else if (/\s/.test(letter)) end()
    else if (close && mayOpen(text) && line.includes(close, at + 1)) {
      closing = close
      isQuoted = text === ''
    } else text += letter
  }
  end()
  return words
}

/** A quotation mark opens at the start of a word or of an option's value; inside a word it is an apostrophe. */
function mayOpen(before: string): boolean {
  return before === '' || /^-{0,2}[\w-]+[:=]$/.test(before)
}

type Found = CommandSpec & { readonly rest: readonly Word[] }

function findSpec(words: readonly Word[], specs: readonly CommandSpec[]): Found | undefined {
  const isFamily = words[0]?.text.toLowerCase() === family
  const withFamily = [{ text: family, isQuoted: false }, ...words]
  const direct = longestMatch(words, specs)
  if (direct) return direct
  if (!isFamily) return longestMatch(withFamily, specs)
  const short = longestMatch(words.slice(1), specs)
  if (short) return short
  const now = specs.find(({ name }) => name === `${family} now`)
  const isBare = words.length === 1 || optionIn(words[1], now?.options ?? []) !== undefined
  return now && isBare ? { ...now, rest: words.slice(1) } : undefined
}

function longestMatch(words: readonly Word[], specs: readonly CommandSpec[]): Found | undefined {
  const [best] = specs
    .filter(({ name }) => nameTyped(words, name.split(' ').length) === name)
    .sort((a, b) => b.name.length - a.name.length)
  return best && { ...best, rest: words.slice(best.name.split(' ').length) }
}

/** The first words as a command's name is written; by default as many as one can have before its options. */
function nameTyped(words: readonly Word[], count = 2): string {
  return words
    .slice(0, count)
    .map(({ text }) => text.toLowerCase())
    .join(' ')
}

/** The option that a word names, and the value that stands in the same word. */
function optionIn(
  word: Word | undefined,
  options: readonly CommandOption[],
): { readonly option: CommandOption; readonly value: string } | undefined {
  if (!word || word.isQuoted) return undefined
  const [, name, value] =
    /^--([\w-]+)(?:=(.*))?$/s.exec(word.text) ?? /^([\w-]+):(.*)$/s.exec(word.text) ?? []
  const option = options.find((each) => each.name === name?.toLowerCase())
  return option && { option, value: value ?? '' }
}

/** Collects the values while the words are read. */
type Sorting = {
  readonly values: Map<string, string>
  readonly positional: readonly CommandOption[]
}

function sortWords(
  words: readonly Word[],
  options: readonly CommandOption[],
): Readonly<Record<string, string>> {
  const sorting: Sorting = {
    values: new Map(),
    positional: options.filter(({ positional }) => positional),
  }
  let open: CommandOption | undefined
  for (const [at, word] of words.entries()) {
    const named = optionIn(word, options)
    if (named) {
      open = named.option
      const isFlag = named.value === '' && open.kind === 'boolean' && !isTruth(words[at + 1])
      sorting.values.set(open.name, isFlag ? 'yes' : named.value)
    } else if (open && isUnfinished(sorting.values.get(open.name))) {
      append(sorting.values, open.name, word.text)
    } else {
      place(sorting, word.text)
    }
  }
  return Object.fromEntries(sorting.values)
}

/** `at: 08:00` leaves a space after the colon; `days:mon, tue` goes on after the comma. */
function isUnfinished(value: string | undefined): boolean {
  return value === '' || value?.endsWith(',') === true
}

function isTruth(word: Word | undefined): boolean {
  return /^(yes|no|true|false|on|off|1|0)$/i.test(word?.text ?? '')
}

function place({ values, positional }: Sorting, word: string): void {
  const free = positional.find(({ name }) => !values.has(name))
  const last = positional.at(-1)
  if (free) values.set(free.name, word)
  else append(values, last?.kind === 'text' ? last.name : 'rest', word)
}

function append(values: Map<string, string>, name: string, word: string): void {
  const before = values.get(name) ?? ''
  values.set(name, before === '' ? word : `${before} ${word}`)
}
