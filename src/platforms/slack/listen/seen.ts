import type { Clock } from '../../../support/clock.ts'

/** Remembers what was done already, so that what Slack sends again is done once. */
export type Seen = {
  /** Whether this is the first time within `withinMs`; from now on it counts as seen. */
  isNew(key: string, withinMs?: number): boolean
  /** It was not done after all, and may be asked for again. */
  forget(key: string): void
}

/** Slack repeats an event within minutes; an hour is the promise. */
const usualMs = 3_600_000

/** About what an hour of the busiest workspace brings; older keys go first. */
const mostKeys = 50_000

export function createSeen(clock: Clock): Seen {
  const seenAt = new Map<string, number>()
  return {
    isNew(key, withinMs = usualMs) {
      const now = clock.monotonicMs()
      const before = seenAt.get(key)
      if (before !== undefined && now - before < withinMs) return false
      seenAt.delete(key)
      seenAt.set(key, now)
      for (const [oldest, at] of seenAt) {
        if (seenAt.size <= mostKeys && now - at < usualMs) break
        seenAt.delete(oldest)
      }
      return true
    },
    forget(key) {
      seenAt.delete(key)
    },
  }
}
