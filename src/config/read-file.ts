import { readFileSync } from 'node:fs'
import { isMap, LineCounter, parseDocument } from 'yaml'
import type { z } from 'zod'
import { ConfigError } from '../domain/errors.ts'
import { type ConfigFile, fileSchema } from './file-schema.ts'
import { faultList } from './read-environment.ts'

/** Reads the YAML file; a ConfigError tells every fault with its line. */
export function readConfigFile(path: string): ConfigFile {
  return readConfigText(readText(path), path)
}

/** Reads the text of a configuration; `path` names it in faults. */
export function readConfigText(text: string, path: string): ConfigFile {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines })
  if (document.errors.length > 0) {
    const faults = document.errors.map((error) => {
      const at = lines.linePos(error.pos[0])
      return `line ${at.line}: this is not YAML: ${error.message.split('\n')[0]?.replace(/ at line .*$/, '')}`
    })
    throw new ConfigError(faultList(path, faults))
  }
  const read = fileSchema.safeParse(document.toJS() ?? {})
  if (read.success) return read.data
  const lineOf = (keys: readonly PropertyKey[]) => lineAt(document, keys, lines)
  throw new ConfigError(
    faultList(
      path,
      read.error.issues.flatMap((issue) => faultsOf(issue, lineOf)),
    ),
  )
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (cause) {
    const missing = (cause as NodeJS.ErrnoException).code === 'ENOENT'
    const why = missing ? 'does not exist' : 'cannot be read'
    throw new ConfigError(
      `The configuration file ${path} ${why}. Copy config/dateline.yaml from Dateline, or name another with DATELINE_CONFIG.`,
      { cause },
    )
  }
}

function faultsOf(
  issue: z.core.$ZodIssue,
  lineOf: (keys: readonly PropertyKey[]) => number | undefined,
): string[] {
  const at = (keys: readonly PropertyKey[], words: string) => {
    const line = lineOf(keys)
    const place = keys.length === 0 ? 'the whole file ' : `${writePath(keys)}: `
    return `${line === undefined ? '' : `line ${line}: `}${place}${words}`
  }
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => at([...issue.path, key], 'no such setting; check the spelling'))
  if (issue.code === 'invalid_union') {
    const nearest = [...issue.errors].sort((a, b) => a.length - b.length)[0]
    const inner =
      nearest?.filter((one) => one.path.length > 0 || one.code === 'unrecognized_keys') ?? []
    if (inner.length > 0)
      return inner.flatMap((one) =>
        faultsOf({ ...one, path: [...issue.path, ...one.path] } as z.core.$ZodIssue, lineOf),
      )
  }
  return [at(issue.path, mend(issue))]
}

function mend(issue: z.core.$ZodIssue): string {
  if (/received undefined$/.test(issue.message)) return 'is missing'
  return issue.message
    .replace(/^Invalid (input|option): expected /, 'must be ')
    .replace(/, received .*$/, '')
    .replace(/\barray$/, 'a list')
    .replace(/\b(object|record)$/, 'a set of keys')
    .replace(/\b(string|number|boolean)$/, 'a $1')
}

function writePath(keys: readonly PropertyKey[]): string {
  return keys
    .map((key, at) =>
      typeof key === 'number' ? `[${key + 1}]` : `${at > 0 ? '.' : ''}${String(key)}`,
    )
    .join('')
}

/** The line of the deepest part of the path that stands in the file. */
function lineAt(
  document: ReturnType<typeof parseDocument>,
  keys: readonly PropertyKey[],
  lines: LineCounter,
): number | undefined {
  for (let length = keys.length; length > 0; length--) {
    const parent =
      length === 1 ? document.contents : document.getIn(keys.slice(0, length - 1), true)
    const last = keys[length - 1]
    const pair = isMap(parent)
      ? parent.items.find((item) => String(item.key) === String(last))
      : undefined
    const node = (pair?.key ?? document.getIn(keys.slice(0, length), true)) as
      | { range?: readonly number[] }
      | undefined
    const offset = node?.range?.[0]
    if (offset !== undefined) return lines.linePos(offset).line
  }
  return undefined
}
