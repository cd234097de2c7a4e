import type { Clock } from '../../src/support/clock.ts'

export type MovedClock = Clock & {
  /** Moves the time on, waking everyone whose wait is over, in order. */
  advance(ms: number): Promise<void>
  /** Sets the wall clock to another time, as an operator does; the monotonic clock and the waits go on as before. */
  set(to: Date): void
  /** The instant of the next waker; undefined when nobody waits. */
  nextWakeMs(): number | undefined
}

type Sleeper = { readonly atMs: number; readonly wake: () => void }

/** A clock that stands still until it is moved. */
export function movedClock(startAt: string | Date): MovedClock {
  const startMs = new Date(startAt).getTime()
  let nowMs = startMs
  let offsetMs = 0
  const sleepers = new Set<Sleeper>()
  const earliest = () => [...sleepers].sort((a, b) => a.atMs - b.atMs)[0]
  return {
    now: () => new Date(nowMs + offsetMs),
    monotonicMs: () => nowMs - startMs,
    sleep: (ms, signal) =>
      new Promise((resolve) => {
        const sleeper = { atMs: nowMs + Math.max(ms, 0), wake: () => leave() }
        const leave = () => {
          sleepers.delete(sleeper)
          resolve()
        }
        if (ms <= 0 || signal?.aborted) return resolve()
        sleepers.add(sleeper)
        signal?.addEventListener('abort', leave, { once: true })
      }),
    set: (to) => {
      offsetMs = to.getTime() - nowMs
    },
    nextWakeMs: () => earliest()?.atMs,
    async advance(ms) {
      const untilMs = nowMs + ms
      await new Promise((resolve) => setImmediate(resolve))
      for (let next = earliest(); next && next.atMs <= untilMs; next = earliest()) {
        nowMs = next.atMs
        next.wake()
        await new Promise((resolve) => setImmediate(resolve))
      }
      nowMs = untilMs
      await new Promise((resolve) => setImmediate(resolve))
    },
  }
}
