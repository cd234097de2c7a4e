import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { appendFileSync } from 'node:fs'
import { createInterface } from 'node:readline'

const root = `${import.meta.dirname}/../../..`

/** A program of ours as a process of its own. */
export type Child = {
  readonly process: ChildProcess
  /** The first line for which `read` gives something. */
  line<Found>(from: 'stdout' | 'stderr', read: (line: string) => Found | undefined): Promise<Found>
  /** Ends when the process has, however it did. */
  readonly gone: Promise<unknown>
}

export type ChildOptions = {
  /** Files of `preloads/`, loaded before the program. */
  readonly preloads: readonly string[]
  readonly env: Readonly<Record<string, string>>
  /** Everything it says on standard error is kept here. */
  readonly log: string
}

export function startChild(args: readonly string[], options: ChildOptions): Child {
  const preloads = options.preloads.flatMap((file) => [
    '--import',
    `${import.meta.dirname}/preloads/${file}`,
  ])
  const child = spawn(process.execPath, [...preloads, ...args], {
    cwd: root,
    env: options.env,
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  child.stdin.on('error', () => {})
  // Whatever ends us, nothing of ours is left running.
  const takeAlong = () => void child.kill('SIGKILL')
  process.once('exit', takeAlong)
  child.once('exit', () => process.removeListener('exit', takeAlong))
  const lines = {
    stdout: createInterface({ input: child.stdout }),
    stderr: createInterface({ input: child.stderr }),
  }
  const said: string[] = []
  lines.stderr.on('line', (line) => {
    said.splice(0, said.length - 20)
    said.push(line)
    appendFileSync(options.log, `${child.pid} ${line}\n`)
  })
  lines.stdout.on('line', () => {})
  const gone = once(child, 'exit')
  return {
    process: child,
    gone,
    line: (from, read) =>
      new Promise((resolve, reject) => {
        lines[from].on('line', (line) => {
          const found = read(line)
          if (found !== undefined) resolve(found)
        })
        void gone.then(() => reject(new Error(`${args[0]} ended too early:\n${said.join('\n')}`)))
      }),
  }
}
