import { once } from 'node:events'
import type { Writable } from 'node:stream'
import { UsageError } from '../domain/errors.ts'
import { readLines } from './lines.ts'
import type { PipeInput, PipeTask } from './pipe/task.ts'
import { tasks } from './pipe/tasks.ts'
import type { Program } from './program.ts'

const names = () => Object.keys(tasks).join(', ')

export const pipe: Program = {
  usage: 'dateline pipe <task>',
  summary: 'JSON lines in, JSON lines out, one line per line, in order: for scripts and measuring',
  help: [
    'Each line in is an object with an "id"; the answer carries the same id.',
    'A line that cannot be done answers {"id":…,"error":{"kind":…,"message":…}}; the rest goes on.',
    'tasks: parse, extract, quotes, summarize, group, check, answer',
  ],
  options: {},
  async run(given, terminal) {
    const [name, ...more] = given.words
    const load = name === undefined ? undefined : tasks[name]
    if (!load || more.length > 0)
      throw new UsageError(`name one task of ${names()}.\nusage: ${pipe.usage}`)
    const task = await load()
    try {
      for await (const line of readLines(terminal.stdin)) {
        if (line.trim() !== '') await writeLine(terminal.stdout, await answerLine(task, line))
      }
    } finally {
      await task.stop?.()
    }
    return 0
  },
}

async function answerLine(task: PipeTask, line: string): Promise<object> {
  let id: unknown = null
  try {
    const input = readInput(line)
    id = input.id ?? null
    return { id, ...(await task.answer(input)) }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    return { id, error: { kind: error instanceof Error ? error.name : 'Error', message } }
  }
}

function readInput(line: string): PipeInput {
  const input: unknown = parseJson(line)
  const isObject = typeof input === 'object' && input !== null && !Array.isArray(input)
  if (!isObject) throw new UsageError('A line must be one JSON object.')
  return input as PipeInput
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch (cause) {
    throw new UsageError(`The line is not JSON: ${(cause as Error).message}`, { cause })
  }
}

async function writeLine(out: Writable, answer: object): Promise<void> {
  if (!out.write(`${JSON.stringify(answer)}\n`)) await once(out, 'drain')
}
