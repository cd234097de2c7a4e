import { randomUUID } from 'node:crypto'
import { consoleCaller } from '../app/console.ts'
import type { App } from '../app/joined.ts'
import { readNamedFile } from '../app/read-named-file.ts'
import { createApp } from '../app.ts'
import { readEnvironment } from '../config/read-environment.ts'
import type { CommandDesk, CommandSpec, Reply } from '../domain/command.ts'
import { parseCommandLine } from '../domain/command-line.ts'
import type { Action } from '../domain/document.ts'
import { UsageError } from '../domain/errors.ts'
import { systemClock } from '../support/clock.ts'
import { createLog } from '../support/log.ts'
import { systemRandom } from '../support/random.ts'
import { printDocument } from './print-digest.ts'
import type { ExitCode, Program, Terminal } from './program.ts'
import { textFormatOf } from './text-format.ts'

/** Commands of the table by their first word, each a program of the command line. */
export const families = {
  briefing: 'the news since the last digest; latest, next, follow, mute',
  ask: 'an answer from the stored articles, or that the sources do not say',
  follow: 'what you want to read first',
  mute: 'what you do not want to read for a while',
  sources: 'the outlets of a story',
  quotes: 'the quotes of a story, with their speakers',
  story: 'a story: timeline, outlets, quotes, what changed',
  feeds: 'add, list, edit, pause, remove, test, why, import, export',
  digest: 'create, edit, list, pause, delete, preview, run',
  filters: 'add, list, remove, test',
  status: 'feeds, last digests, deliveries, spending',
  budget: 'what the language model may cost',
  permissions: 'who else may configure the bot',
  audit: 'who changed what, before and after',
  data: 'export or delete what is kept',
  press: 'presses a button of an earlier answer, such as Undo',
  config: 'checks the configuration file, shows what it would change, writes one from what stands',
} as const

type Family = keyof typeof families

/** The commands of one family on the console's own workspace, typed as in a channel. */
export function commandProgram(family: Family): Program {
  return {
    usage: `dateline ${family} … [name:value …] [--yes] [--json]`,
    summary: families[family],
    help: [
      '--yes    presses the button that does what was asked for, such as Add or Remove',
      '--json   the answer as data',
      "Options are written name:value or --name value, as in a channel. They act on the console's own digests.",
    ],
    options: {},
    isRaw: true,
    run: (given, terminal) => runLine([family, ...given.words], terminal),
  }
}

async function runLine(words: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const flags = new Set<string>(words.filter((word) => word === '--yes' || word === '--json'))
  const typed = words.filter((word) => !flags.has(word))
  const app = await openApp(terminal)
  try {
    const { desk } = await app.openDesks()
    let reply = await ask(desk, await readCall(typed, desk))
    const action = flags.has('--yes') ? confirming(reply) : undefined
    if (action?.id !== undefined) {
      reply = await ask(desk, { command: 'press', options: { action: action.id } })
    }
    const words = flags.has('--json') ? json(reply) : shown(reply, terminal)
    // A file goes where it can be kept; what is said about it does not belong in it.
    ;(reply.file ? terminal.stderr : terminal.stdout).write(words)
    if (reply.file) terminal.stdout.write(reply.file.text)
    return reply.outcome === 'done' ? 0 : 1
  } finally {
    await app.stop()
  }
}

export function openApp(terminal: Terminal): Promise<App> {
  return createApp({
    settings: readEnvironment(terminal.env),
    clock: systemClock,
    random: systemRandom,
    log: createLog('error', terminal.stderr),
    console: { format: textFormatOf(terminal), write: (text) => void terminal.stdout.write(text) },
  })
}

type Call = { readonly command: string; readonly options: Readonly<Record<string, string>> }

async function readCall(words: readonly string[], desk: CommandDesk): Promise<Call> {
  const [first, action = ''] = words
  if (first === 'press') return { command: 'press', options: { action } }
  const line = words.map(quoted).join(' ')
  const parsed = parseCommandLine(line, desk.specs)
  if (parsed.kind === 'empty') throw new UsageError('there is nothing to do.')
  if (parsed.kind === 'unknown') return { command: parsed.command, options: {} }
  const spec = desk.specs.find(({ name }) => name === parsed.command)
  return { command: parsed.command, options: await withFiles(parsed.options, spec) }
}

/** A shell has taken the quotation marks away; words that hold a space get them back. */
function quoted(word: string): string {
  return /\s/.test(word) && !/^[\w-]+:/.test(word) ? `"${word.replaceAll('"', '')}"` : word
}

/** What a platform would send along, the command line names by its path. */
async function withFiles(
  options: Call['options'],
  spec: CommandSpec | undefined,
): Promise<Call['options']> {
  const files = spec?.options.filter(({ kind }) => kind === 'file').map(({ name }) => name) ?? []
  const read = await Promise.all(
    Object.entries(options).map(async ([name, value]) =>
      files.includes(name)
        ? [name, Buffer.from(await readNamedFile(value)).toString('utf8')]
        : [name, value],
    ),
  )
  return Object.fromEntries(read)
}

function ask(desk: CommandDesk, call: Call): Promise<Reply> {
  return desk.run({ id: randomUUID(), ...call, caller: consoleCaller })
}

/** More buttons than these are a digest's own; nobody presses them in a terminal. */
const mostButtons = 5

function actionsOf({ document }: Reply): readonly Action[] {
  return document.blocks.flatMap((block) => (block.kind === 'actions' ? block.actions : []))
}

/** The button that carries out what was asked for: Add, Remove, Post now. */
function confirming(reply: Reply): Action | undefined {
  return actionsOf(reply).find(({ style }) => style !== undefined)
}

function shown(reply: Reply, terminal: Terminal): string {
  const yes = confirming(reply)
  const others = actionsOf(reply).filter(({ command }) => command !== 'cancel' && !yes)
  const hints = [
    ...(yes ? [`[${yes.label}] run it again with --yes`] : []),
    ...(others.length <= mostButtons
      ? others.map(({ label, id }) => `[${label}] dateline press ${id}`)
      : []),
  ]
  const below = hints.length > 0 ? `\n${hints.join('\n')}\n` : ''
  return `${printDocument(reply.document, 'text', terminal)}${below}`
}

function json({ document, outcome }: Reply): string {
  return `${JSON.stringify({ outcome, document }, null, 2)}\n`
}
