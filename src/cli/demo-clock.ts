import { type Clock, systemClock } from '../support/clock.ts'

/** A clock that shows the days of the sample wire; waits are real, so that time limits hold. */
export function demoClock(): Clock & { set(at: Date): void } {
  let shown = new Date('2026-11-30T00:00:00Z')
  return {
    now: () => shown,
    monotonicMs: systemClock.monotonicMs,
    sleep: systemClock.sleep,
    set(at) {
      shown = at
    },
  }
}
