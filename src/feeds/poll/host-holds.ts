import type { PollState } from '../../domain/poll-state.ts'
import { siteOf } from '../../support/http/pacing.ts'

/** Sites that asked us to slow down (429): none of their feeds is asked before the time is over. */
export type HostHolds = {
  hold(url: string, untilAt: Date): void
  /** Undefined when the site may be asked. */
  heldUntil(url: string, now: Date): Date | undefined
}

export function createHostHolds(): HostHolds {
  const holds = new Map<string, Date>()
  return {
    hold(url, untilAt) {
      const site = siteOf(url)
      const known = holds.get(site)
      if (known === undefined || known < untilAt) holds.set(site, untilAt)
    },
    heldUntil(url, now) {
      const site = siteOf(url)
      const untilAt = holds.get(site)
      if (untilAt === undefined || untilAt > now) return untilAt
      holds.delete(site)
      return undefined
    },
  }
}

/** Brings the holds back after a start, from what the feeds' own states remember. */
export function restoreHolds(
  holds: HostHolds,
  feeds: readonly { readonly url: string; readonly state: PollState }[],
  now: Date,
): void {
  for (const { url, state } of feeds) {
    const isHeld = state.failure?.fault === 'busy' && state.nextCheckAt > now
    if (isHeld) holds.hold(url, state.nextCheckAt)
  }
}
