import type { Clock } from '../../../support/clock.ts'

/** Remembers what was done already, so that what comes twice is done once. */
export type Seen = {
  /** Whether this is the first time within the last hour; from now on it counts as seen. */
  isNew(key: string): boolean
}

const rememberedMs = 3_600_000
/** Older keys go first, so that memory stays bounded. */
const mostKeys = 50_000

export function createSeen(clock: Clock): Seen {
  const seenAt = new Map<string, number>()
  return {
    isNew(key) {
      const now = clock.monotonicMs()
      const before = seenAt.get(key)
      if (before !== undefined && now - before < rememberedMs) return false
      seenAt.delete(key)
      seenAt.set(key, now)
      for (const [oldest, at] of seenAt) {
        if (seenAt.size <= mostKeys && now - at < rememberedMs) break
        seenAt.delete(oldest)
      }
      return true
    },
  }
}
