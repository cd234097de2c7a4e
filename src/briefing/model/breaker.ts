import type { Clock } from '../../support/clock.ts'

/** So many failures in a row, or this share of the last calls, and the model is left alone. */
const failuresInRow = 3
const lastCalls = 20
const failedShare = 0.5
const restMs = 60_000

/** Keeps a model that fails from being asked again and again. */
export type Breaker = {
  /** May the model be asked now? After a rest one call tries whether it works again. */
  mayTry(): boolean
  succeeded(): void
  /** The call failed; the server may have said how long it wants to be left alone. */
  failed(retryAfterMs?: number): void
  /** The call said nothing of the model's health. */
  left(): void
}

export function createBreaker(clock: Clock): Breaker {
  let outcomes: readonly boolean[] = []
  let closedUntilMs = Number.NEGATIVE_INFINITY
  let isTripped = false
  let isProbing = false
  const note = (wasGood: boolean) => {
    outcomes = [...outcomes, wasGood].slice(-lastCalls)
    isProbing = false
  }
  const rest = (ms: number) => {
    closedUntilMs = Math.max(closedUntilMs, clock.monotonicMs() + ms)
    isTripped = true
  }
  return {
    mayTry() {
      if (!isTripped) return true
      if (clock.monotonicMs() < closedUntilMs || isProbing) return false
      isProbing = true
      return true
    },
    succeeded() {
      if (isTripped) outcomes = []
      isTripped = false
      note(true)
    },
    failed(retryAfterMs) {
      const wasTripped = isTripped
      note(false)
      if (retryAfterMs !== undefined) rest(Math.max(retryAfterMs, restMs))
      else if (wasTripped || hasFailedTooOften(outcomes)) rest(restMs)
    },
    left() {
      isProbing = false
    },
  }
}

function hasFailedTooOften(outcomes: readonly boolean[]): boolean {
  const lastOnes = outcomes.slice(-failuresInRow)
  if (lastOnes.length === failuresInRow && lastOnes.every((wasGood) => !wasGood)) return true
  const bad = outcomes.filter((wasGood) => !wasGood).length
  return outcomes.length === lastCalls && bad >= lastCalls * failedShare
}
