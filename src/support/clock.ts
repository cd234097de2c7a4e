/** The time and the waiting of the whole program; tests hand over one that they move themselves. */
export type Clock = {
  now(): Date
  /** Milliseconds that never run backwards, for measuring durations. */
  monotonicMs(): number
  /** Resolves after `ms`, or at once when `signal` fires. Longer waits than a timer can hold are cut to that. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>
}

/** Node's timers overflow above this and then fire at once. */
const longestTimerMs = 2_147_483_647

export const systemClock: Clock = {
  now: () => new Date(),
  monotonicMs: () => performance.now(),
  sleep: (ms, signal) =>
    new Promise((resolve) => {
      if (signal?.aborted) return resolve()
      const timer = setTimeout(done, Math.min(Math.max(ms, 0), longestTimerMs))
      function done() {
        clearTimeout(timer)
        signal?.removeEventListener('abort', done)
        resolve()
      }
      signal?.addEventListener('abort', done, { once: true })
    }),
}
