import { expect, onTestFinished, test, vi } from 'vitest'
import { startScheduler, type Tick } from '../src/scheduler.ts'
import { systemClock } from '../src/support/clock.ts'
import { type Log, silentLog } from '../src/support/log.ts'
import { movedClock } from './support/moved-clock.ts'

const everySecond = '* * * * * *'
const once = '0 0 1 1 *'

function tick(run: Tick['run'], more: Partial<Tick> = {}): Tick {
  return { name: 'look', every: once, deadlineMs: 60_000, run, ...more }
}

function started(
  ticks: readonly Tick[],
  clock = movedClock('2026-11-25T06:00:00Z'),
  log = silentLog,
) {
  const scheduler = startScheduler(ticks, clock, log)
  onTestFinished(() => scheduler.stop())
  return { scheduler, clock }
}

test('looks at once, and tells when every tick has looked', async () => {
  const looked: string[] = []
  const { scheduler } = started([
    tick(async () => void looked.push('poll')),
    tick(async () => void looked.push('deliver')),
  ])
  await scheduler.firstLook
  expect(looked).toEqual(['poll', 'deliver'])
})

test('looks again in its rhythm', async () => {
  const run = vi.fn(async () => {})
  const scheduler = startScheduler([tick(run, { every: everySecond })], systemClock, silentLog)
  onTestFinished(() => scheduler.stop())
  await vi.waitFor(() => expect(run.mock.calls.length).toBeGreaterThan(1), 4_000)
})

test('a tick never overlaps itself, however long its first look takes', async () => {
  const run = vi.fn((signal: AbortSignal) => ended(signal))
  const scheduler = startScheduler([tick(run, { every: everySecond })], systemClock, silentLog)
  await systemClock.sleep(2_200)
  expect(run).toHaveBeenCalledTimes(1)
  await scheduler.stop()
})

test('a fault in one tick is logged with its name and ends only that one', async () => {
  const faults: unknown[] = []
  const log: Log = { ...silentLog, error: (event, fields) => faults.push([event, fields?.tick]) }
  const other = vi.fn(async () => {})
  const broken = tick(() => Promise.reject(new Error('the disk is gone')), { name: 'poll' })
  const { scheduler } = started([broken, tick(other)], undefined, log)
  await scheduler.firstLook
  expect(faults).toEqual([['tick failed', 'poll']])
  expect(other).toHaveBeenCalledOnce()
})

test('a tick that hangs is told to stop at its deadline', async () => {
  const { scheduler, clock } = started([tick(() => new Promise(() => {}), { deadlineMs: 5_000 })])
  const end = vi.fn()
  void scheduler.firstLook.then(end)
  await clock.advance(4_999)
  expect(end).not.toHaveBeenCalled()
  await clock.advance(1)
  await scheduler.firstLook
})

test('stopping tells what is under way to stop, and waits for it', async () => {
  let isOver = false
  const { scheduler } = started([
    tick(async (signal) => {
      await ended(signal)
      isOver = true
    }),
  ])
  await scheduler.stop()
  expect(isOver).toBe(true)
})

function ended(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve()
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }))
}
