import { appendFileSync, existsSync, readFileSync } from 'node:fs'

/** One thing that happened at the fake. `at` is monotonic, in milliseconds since the fake started. */
export type LogEntry = { readonly at: number; readonly kind: string } & Readonly<
  Record<string, unknown>
>

/** Append-only; also to a file, line by line, so that it outlives a killed fake. */
export type FakeLog = {
  readonly entries: readonly LogEntry[]
  add(kind: string, fields: Readonly<Record<string, unknown>>): void
}

export function createFakeLog(file?: string): FakeLog {
  const entries: LogEntry[] = file && existsSync(file) ? readEntries(file) : []
  const start = performance.now()
  return {
    entries,
    add(kind, fields) {
      const entry = { at: performance.now() - start, kind, ...fields }
      entries.push(entry)
      if (file) appendFileSync(file, `${JSON.stringify(entry)}\n`)
    },
  }
}

/** A last line that was cut off by a kill is left out. */
function readEntries(file: string): LogEntry[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.endsWith('}'))
    .map((line) => JSON.parse(line) as LogEntry)
}
