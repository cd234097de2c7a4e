import { readFileSync } from 'node:fs'
import type { LogEntry } from '../../fakes/slack/fake-log.ts'
import { readMark } from './promises.ts'

/** A message as readers see it on a platform. */
export type Standing = {
  readonly platform: 'slack' | 'discord'
  /** Of Discord's only server undefined: a channel is one server's. */
  readonly teamId: string | undefined
  readonly channelId: string
  /** The message beneath which it stands. */
  readonly parentId: string | undefined
  readonly id: string
  /** By the wall clock. */
  readonly atMs: number
  /** The scripted fault that struck the answer. */
  readonly fault: string | undefined
  /** Undefined: none of the promised words are in it. */
  readonly mark: ReturnType<typeof readMark>
}

/** What stands on the fake Slack, by its log alone. */
export function readSlack(file: string): readonly Standing[] {
  const { entries, epochMs } = readLog(file)
  return entries.flatMap((entry, at): Standing[] => {
    if (entry.kind !== 'posted') return []
    const message = entry.message as {
      teamId: string
      channel: string
      ts: string
      threadTs?: string
      blocks: unknown
    }
    return [
      {
        platform: 'slack',
        teamId: message.teamId,
        channelId: message.channel,
        parentId: message.threadTs,
        id: message.ts,
        atMs: epochMs + entry.at,
        fault: faultAt(entries, at, 'call'),
        mark: readMark(JSON.stringify(message.blocks)),
      },
    ]
  })
}

/** What stands on the fake Discord, by its log alone. A thread has the id of the message it hangs on. */
export function readDiscord(file: string): readonly Standing[] {
  const { entries, epochMs } = readLog(file)
  const threads = new Map(
    entries
      .filter(({ kind }) => kind === 'thread')
      .map(({ id, parentId }) => [String(id), String(parentId)]),
  )
  return entries.flatMap((entry, at): Standing[] => {
    if (entry.kind !== 'message') return []
    const message = entry.message as { id: string; channelId: string; body: unknown }
    const home = threads.get(message.channelId)
    return [
      {
        platform: 'discord',
        teamId: undefined,
        channelId: home ?? message.channelId,
        parentId: home && message.channelId,
        id: message.id,
        atMs: epochMs + entry.at,
        fault: faultAt(entries, at, 'request'),
        mark: readMark(JSON.stringify(message.body)),
      },
    ]
  })
}

/** The entry of the call itself follows what the call did. */
function faultAt(entries: readonly LogEntry[], at: number, kind: string): string | undefined {
  const call = entries.slice(at + 1, at + 3).find((entry) => entry.kind === kind)
  return call?.fault as string | undefined
}

function readLog(file: string): {
  readonly entries: readonly LogEntry[]
  readonly epochMs: number
} {
  const entries = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.endsWith('}'))
    .map((line) => JSON.parse(line) as LogEntry)
  const started = entries.find(({ kind }) => kind === 'started')
  if (started === undefined) throw new Error(`${file} does not say when it was begun`)
  return { entries, epochMs: Number(started.epochMs) - started.at }
}
