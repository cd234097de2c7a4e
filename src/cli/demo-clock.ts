import { type Clock, systemClock } from '../support/clock.ts'

/** A clock that shows the days of the sample wire; waits are real, so that time limits hold. */
export function demoClock(): Clock & {
  /** Shows this instant from now on. */
  set(at: Date): void
  /** Goes on from this instant as real clocks do. */
  runFrom(at: Date): void
} {
  let shown = new Date('2026-11-30T00:00:00Z')
  let startedMs: number | undefined
  return {
    now: () =>
      startedMs === undefined
        ? shown
        : new Date(shown.getTime() + systemClock.monotonicMs() - startedMs),
    monotonicMs: systemClock.monotonicMs,
    sleep: systemClock.sleep,
    set(at) {
      shown = at
      startedMs = undefined
    },
    runFrom(at) {
      shown = at
      startedMs = systemClock.monotonicMs()
    },
  }
}
