import { Worker } from 'node:worker_threads'
import type { Clock } from './clock.ts'

/** What became of a piece of work given to a worker. */
export type WorkOutcome<Answer> =
  | { readonly kind: 'answered'; readonly answer: Answer }
  /** The work itself failed; the worker lives on. */
  | { readonly kind: 'failed'; readonly message: string }
  /** It took too long or too much memory, or brought its worker down; the same work must not be tried again. */
  | { readonly kind: 'killed'; readonly why: 'time' | 'memory' | 'crash' }

export type WorkerPoolOptions = {
  /** The module that every worker runs; it calls `answerWork`. */
  readonly script: URL
  readonly workers: number
  /** Limit of each worker's heap, in megabytes. */
  readonly heapMb: number
  /** Longest time for one piece of work, from the moment a worker takes it. */
  readonly deadlineMs: number
  readonly clock: Clock
}

export type WorkerPool = {
  run<Answer>(work: unknown): Promise<WorkOutcome<Answer>>
  /** Ends all workers; work under way is told that it was killed. */
  stop(): Promise<void>
}

type Reply = { readonly answer: unknown } | { readonly message: string }
type Settle = (outcome: WorkOutcome<unknown>) => void

/**
 * A few threads that may be killed at any moment. They start when first needed, are kept while idle without keeping the
 * process alive, and are replaced after a kill; work waits in order of arrival.
 */
export function createWorkerPool(options: WorkerPoolOptions): WorkerPool {
  const idle: Worker[] = []
  const busy = new Map<Worker, Settle>()
  const waiting: (() => void)[] = []
  let stopped = false

  const start = (): Worker => {
    const worker = new Worker(options.script, {
      resourceLimits: { maxOldGenerationSizeMb: options.heapMb, maxYoungGenerationSizeMb: 16 },
    })
    const settle = (outcome: WorkOutcome<unknown>) => busy.get(worker)?.(outcome)
    worker.on('message', (reply: Reply) => settle(toOutcome(reply)))
    worker.on('error', (error: NodeJS.ErrnoException) => {
      const isMemory = error.code === 'ERR_WORKER_OUT_OF_MEMORY'
      settle({ kind: 'killed', why: isMemory ? 'memory' : 'crash' })
    })
    worker.on('exit', () => {
      remove(idle, worker)
      settle({ kind: 'killed', why: 'crash' })
    })
    return worker
  }

  const put = (worker: Worker, outcome: WorkOutcome<unknown>) => {
    busy.delete(worker)
    if (outcome.kind === 'killed' || stopped) void worker.terminate()
    else {
      worker.unref()
      idle.push(worker)
    }
    waiting.shift()?.()
  }

  const runOn = (worker: Worker, work: unknown) =>
    new Promise<WorkOutcome<unknown>>((resolve) => {
      const done = new AbortController()
      busy.set(worker, (outcome) => {
        // With a reason, as the one that is made where none is given costs more than the rest of this.
        done.abort('done')
        put(worker, outcome)
        resolve(outcome)
      })
      worker.ref()
      worker.postMessage(work)
      void options.clock.sleep(options.deadlineMs, done.signal).then(() => {
        if (!done.signal.aborted) busy.get(worker)?.({ kind: 'killed', why: 'time' })
      })
    })

  return {
    async run<Answer>(work: unknown) {
      while (!stopped && idle.length === 0 && busy.size >= options.workers) {
        await new Promise<void>((resolve) => waiting.push(resolve))
      }
      if (stopped) return { kind: 'killed', why: 'crash' }
      return (await runOn(idle.pop() ?? start(), work)) as WorkOutcome<Answer>
    },
    async stop() {
      stopped = true
      for (const settle of [...busy.values()]) settle({ kind: 'killed', why: 'crash' })
      for (const wake of waiting.splice(0)) wake()
      await Promise.all(idle.splice(0).map((worker) => worker.terminate()))
    },
  }
}

function toOutcome(reply: Reply): WorkOutcome<unknown> {
  if ('message' in reply) return { kind: 'failed', message: reply.message }
  return { kind: 'answered', answer: reply.answer }
}

function remove<T>(list: T[], one: T): void {
  const at = list.indexOf(one)
  if (at >= 0) list.splice(at, 1)
}
