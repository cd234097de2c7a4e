import { parseArgs } from 'node:util'
import { secretsIn } from '../config/read-environment.ts'
import { ConfigError, UnusableError, UsageError } from '../domain/errors.ts'
import { createRedact } from '../support/redact.ts'
import type { Arguments, ExitCode, Program, Terminal } from './program.ts'
import { programs } from './programs.ts'

const names = Object.keys(programs)

/** Runs one program of the command line; whatever goes wrong is told in a sentence, never as a stack trace. */
export async function runProgram(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  for (const stream of [terminal.stdout, terminal.stderr]) stream.on('error', quietWhenReaderLeft)
  const [name, ...rest] = args
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    terminal.stdout.write(await overview())
    return name === undefined ? 2 : 0
  }
  const load = programs[name]
  if (!load) {
    terminal.stderr.write(
      `dateline: there is no program "${name}". There are: ${names.join(', ')}.\n`,
    )
    return 2
  }
  const program = await load()
  try {
    const given = readArguments(program, rest)
    if (given.options.help !== true) return await program.run(given, terminal)
    terminal.stdout.write(helpOf(program))
    return 0
  } catch (error) {
    const clean = createRedact(secretsIn(terminal.env))
    terminal.stderr.write(`dateline ${name}: ${clean(sentenceOf(error))}\n`)
    return error instanceof UsageError ? 2 : 1
  }
}

function readArguments(program: Program, args: readonly string[]): Arguments {
  if (program.isRaw) {
    const isHelp = args.includes('--help') || args.includes('-h')
    return { words: args, options: isHelp ? { help: true } : {} }
  }
  const options = { ...program.options, help: { type: 'boolean', short: 'h' } } as const
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options,
      allowPositionals: true,
      strict: true,
    })
    return { words: positionals, options: values }
  } catch (cause) {
    const fault = (cause as Error).message.split('. ')[0]
    throw new UsageError(`${fault}.\nusage: ${program.usage}`, { cause })
  }
}

async function overview(): Promise<string> {
  const loaded = await Promise.all(
    names.map(async (name) => [name, await programs[name]?.()] as const),
  )
  const longest = Math.max(...names.map(({ length }) => length))
  const lines = loaded.map(
    ([name, program]) => `  ${name.padEnd(longest)} ${program?.summary ?? ''}`,
  )
  return `usage: dateline <program> [options]\n\n${lines.join('\n')}\n\nEach program explains itself: dateline <program> --help\n`
}

function helpOf(program: Program): string {
  const more = program.help.map((line) => `  ${line}\n`).join('')
  return `usage: ${program.usage}\n\n${program.summary}\n${more === '' ? '' : `\n${more}`}`
}

/** The sentence of a fault that we know; the message of one that we do not, with what to do about it. */
function sentenceOf(error: unknown): string {
  const known =
    error instanceof ConfigError || error instanceof UsageError || error instanceof UnusableError
  if (known) return error.message
  const words = error instanceof Error ? error.message : String(error)
  return `something broke that should not: ${words}\nPlease report it, with what you typed.`
}

/** `dateline … | head` closes the pipe early; that is no fault. */
function quietWhenReaderLeft(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error
}
