import type { Account } from './account.ts'

/** The most that the model is shown for one digest. */
const digestTokens = 24_000

/** Digests remembered at once; the oldest is forgotten. */
const mostDigests = 200

/** Counts what the stories of one digest, composed at one moment, show to the model together. */
export function createDigestRoom() {
  const taken = new Map<string, number>()
  const keyOf = ({ workspaceId, digestId }: Account, now: Date) =>
    JSON.stringify([workspaceId, digestId, now.getTime()])
  return {
    left(account: Account, now: Date): number {
      return digestTokens - (taken.get(keyOf(account, now)) ?? 0)
    },
    take(account: Account, now: Date, tokens: number): void {
      const key = keyOf(account, now)
      taken.set(key, (taken.get(key) ?? 0) + tokens)
      const [oldest] = taken.keys()
      if (taken.size > mostDigests && oldest !== undefined) taken.delete(oldest)
    },
  }
}
