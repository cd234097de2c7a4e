import { afterEach, expect, test } from 'vitest'
import { systemClock } from '../../src/support/clock.ts'
import { createWorkerPool, type WorkerPool } from '../../src/support/worker-pool.ts'

const pools: WorkerPool[] = []

function pool(workers = 1, deadlineMs = 2_000): WorkerPool {
  const script = new URL('work-of-many-kinds.ts', import.meta.url)
  const made = createWorkerPool({ script, workers, heapMb: 32, deadlineMs, clock: systemClock })
  pools.push(made)
  return made
}

afterEach(async () => {
  for (const made of pools.splice(0)) await made.stop()
})

test('answers work in order, each its own', async () => {
  const { run } = pool(2, 20_000)
  const outcomes = await Promise.all(['a', 'b', 'c', 'd', 'e'].map((work) => run<string>(work)))
  expect(outcomes.map((outcome) => outcome.kind === 'answered' && outcome.answer)).toEqual([
    'A',
    'B',
    'C',
    'D',
    'E',
  ])
})

test('a worker that takes too long is killed and replaced', async () => {
  const { run } = pool()
  expect(await run('loop')).toEqual({ kind: 'killed', why: 'time' })
  expect(await run('a')).toEqual({ kind: 'answered', answer: 'A' })
})

test('a worker that takes too much memory is killed and replaced', async () => {
  const { run } = pool(1, 20_000)
  expect(await run('fill')).toEqual({ kind: 'killed', why: 'memory' })
  expect(await run('a')).toEqual({ kind: 'answered', answer: 'A' })
})

test('a worker that ends by itself is told as a crash', async () => {
  const { run } = pool()
  expect(await run('leave')).toEqual({ kind: 'killed', why: 'crash' })
})

test('failing work tells its message and keeps the worker', async () => {
  expect(await pool().run('fail')).toEqual({ kind: 'failed', message: 'no such work' })
})

test('a stopped pool tells waiting work that it was killed', async () => {
  const stopped = pool(1, 20_000)
  const running = stopped.run('loop')
  const waiting = stopped.run('a')
  await stopped.stop()
  expect(await running).toEqual({ kind: 'killed', why: 'crash' })
  expect(await waiting).toEqual({ kind: 'killed', why: 'crash' })
})
