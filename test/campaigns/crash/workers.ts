import { type Child, type ChildOptions, startChild } from './child.ts'
import type { Safeguard } from './plan.ts'

export type Worker = {
  /** The bot runs, and looks for what is due. */
  readonly running: Promise<void>
  kill(): Promise<void>
  freeze(): void
  thaw(): void
}

const mutations: Readonly<Record<Safeguard, string>> = {
  nonce: 'no-nonce.ts',
  fence: 'no-fence.ts',
  'own-retries': 'no-own-retries.ts',
}

/** `dateline run --roles deliver`, started ahead of its time and waiting for the word to go. */
export function createWorkers(
  options: ChildOptions,
  without: Safeguard | undefined,
  ahead: number,
) {
  const preloads = [...options.preloads, ...(without ? [mutations[without]] : []), 'warm.ts']
  const all: Child[] = []
  const prepare = () => {
    const child = startChild(['src/main.ts', 'run', '--roles', 'deliver'], { ...options, preloads })
    all.push(child)
    return child
  }
  const waiting = Array.from({ length: ahead }, prepare)
  return {
    next(): Worker {
      waiting.push(prepare())
      return begin(waiting.shift() as Child)
    },
    async stop(): Promise<void> {
      for (const { process } of all) process.kill('SIGKILL')
      await Promise.all(all.map(({ gone }) => gone))
    },
  }
}

function begin({ process: child, gone, line }: Child): Worker {
  const running = line('stderr', (text) => text.includes('"msg":"running"') || undefined).then(
    () => {},
  )
  // A worker that is killed while it starts never runs, and nobody may be waiting for it.
  running.catch(() => {})
  child.stdin?.end('\n')
  return {
    running,
    async kill() {
      child.kill('SIGKILL')
      await gone
    },
    freeze: () => void child.kill('SIGSTOP'),
    thaw: () => void child.kill('SIGCONT'),
  }
}
