import type { Terminal } from './program.ts'

export type Progress = {
  /** `done` of `all` steps; `what` is the present one. */
  step(done: number, all: number, what: string): void
  /** Takes the bar away. */
  end(): void
}

const patienceMs = 1000
const barWidth = 24

/** A bar on stderr, once the work has taken a second; nothing where stderr is no terminal. */
export function createProgress(terminal: Terminal, monotonicMs: () => number): Progress {
  const startedMs = monotonicMs()
  const { stderr } = terminal
  let shown = false
  return {
    step(done, all, what) {
      if (!stderr.isTTY || monotonicMs() - startedMs < patienceMs) return
      const filled = Math.round((barWidth * done) / Math.max(all, 1))
      const bar = `${'█'.repeat(filled)}${'░'.repeat(barWidth - filled)}`
      stderr.write(`\r\u001B[2K${bar} ${done}/${all} ${what}`.slice(0, (stderr.columns ?? 80) + 5))
      shown = true
    },
    end() {
      if (shown) stderr.write('\r\u001B[2K')
      shown = false
    },
  }
}
