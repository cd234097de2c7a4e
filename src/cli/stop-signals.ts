/** Why a program that runs on and on shall end. */
export type StopWord = { readonly why: string; readonly isFault: boolean; readonly error?: unknown }

const signals = ['SIGTERM', 'SIGINT'] as const

/** Resolves at the first signal to stop, or at a fault that nobody caught: then too, what is under way is seen through. */
export function untilStopped(): Promise<StopWord> {
  return new Promise((resolve) => {
    // A second signal finds no listener any more and ends the process at once.
    for (const signal of signals)
      process.once(signal, () => resolve({ why: signal, isFault: false }))
    process.once('unhandledRejection', (error) =>
      resolve({ why: 'unhandled rejection', isFault: true, error }),
    )
  })
}
