import type { Clock } from '../../../support/clock.ts'

/** Answers that are still being worked on. */
export type InWork = {
  follow(work: Promise<unknown>): void
  /** Waits for them, but not for ever: a stop has ten seconds in all. */
  finish(): Promise<void>
}

const patienceMs = 6_000

export function createInWork(clock: Clock): InWork {
  const running = new Set<Promise<unknown>>()
  return {
    follow(work) {
      running.add(work)
      const done = () => running.delete(work)
      work.then(done, done)
    },
    async finish() {
      const waiting = new AbortController()
      await Promise.race([Promise.allSettled(running), clock.sleep(patienceMs, waiting.signal)])
      waiting.abort()
    },
  }
}
