import type { Clock } from '../../../support/clock.ts'

/** Discord resets a token that identifies 1,000 times a day; a bot in trouble must not come near it. */
const mostAnHour = 5
const hourMs = 3_600_000
/** Discord lets one shard identify every five seconds. */
const spacingMs = 5_000

export type IdentifyBudget = {
  waitForIdentify(shardId: number, signal: AbortSignal): Promise<void>
}

/** Lets each shard identify at most five times within any hour, and no two of them at once. */
export function createIdentifyBudget(clock: Clock): IdentifyBudget {
  const identifiedAt = new Map<number, readonly number[]>()
  let nextAtMs = 0
  return {
    async waitForIdentify(shardId, signal) {
      const now = clock.monotonicMs()
      const recent = (identifiedAt.get(shardId) ?? []).filter((at) => at > now - hourMs)
      const [oldest = now] = recent.slice(-mostAnHour)
      const free = recent.length < mostAnHour ? now : oldest + hourMs
      const at = Math.max(free, nextAtMs)
      nextAtMs = at + spacingMs
      identifiedAt.set(shardId, [...recent, at])
      if (at > now) await clock.sleep(at - now, signal)
      signal.throwIfAborted()
    },
  }
}
