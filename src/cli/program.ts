import type { Readable, Writable } from 'node:stream'
import type { ParseArgsOptionsConfig } from 'node:util'
import type { Environment } from '../config/read-environment.ts'

/** Where a program reads from and writes to: data on stdout, talk on stderr. */
export type Terminal = {
  readonly env: Environment
  readonly stdin: Readable
  readonly stdout: Writable & { readonly isTTY?: boolean; readonly columns?: number }
  readonly stderr: Writable & { readonly isTTY?: boolean; readonly columns?: number }
}

/** Done, failed, wrong use. */
export type ExitCode = 0 | 1 | 2

/** What the command line gave a program, after its options were checked. */
export type Arguments = {
  readonly words: readonly string[]
  readonly options: Readonly<
    Record<string, string | boolean | readonly (string | boolean)[] | undefined>
  >
}

/** One program of the command line. */
export type Program = {
  readonly usage: string
  /** One line for the list of programs. */
  readonly summary: string
  /** Further lines of its help: an option or an example each. */
  readonly help: readonly string[]
  readonly options: ParseArgsOptionsConfig
  /** Reads its words itself, options too. */
  readonly isRaw?: boolean
  run(given: Arguments, terminal: Terminal): Promise<ExitCode>
}

/** The value of a text option; undefined when it was not given. */
export function textOption(given: Arguments, name: string): string | undefined {
  const value = given.options[name]
  return typeof value === 'string' ? value : undefined
}

/** All values of an option that may be repeated. */
export function textOptions(given: Arguments, name: string): readonly string[] {
  const value = given.options[name]
  const all = Array.isArray(value) ? value : [value]
  return all.filter((one): one is string => typeof one === 'string')
}

export function isSet(given: Arguments, name: string): boolean {
  return given.options[name] === true
}
