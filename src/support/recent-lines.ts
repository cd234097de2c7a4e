import type { Writable } from 'node:stream'

/** A line of the log, as it was written: one JSON object. */
export type RecentLine = { readonly at: Date; readonly line: string }

/** The log's lines of the last hour, kept in memory while they pass. */
export type RecentLines = Pick<Writable, 'write'> & {
  /** The oldest first. */
  lines(): readonly RecentLine[]
}

const keptForMs = 3_600_000
/** A bot that logs much keeps less than an hour. */
const mostLines = 1000
const longestLine = 2000

/** Stands between the log and its stream: what passes has had its secrets taken out. */
export function keepRecentLines(stream: Pick<Writable, 'write'>, now: () => Date): RecentLines {
  const kept: RecentLine[] = []
  const forget = () => {
    const oldest = now().getTime() - keptForMs
    while (kept[0] && (kept.length > mostLines || kept[0].at.getTime() < oldest)) kept.shift()
  }
  return {
    write(line: string) {
      kept.push({ at: now(), line: line.trim().slice(0, longestLine) })
      forget()
      return stream.write(line)
    },
    lines() {
      forget()
      return [...kept]
    },
  }
}
