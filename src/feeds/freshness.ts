const hourMs = 3_600_000
const dayMs = 24 * hourMs

/** Clocks differ; a date this far ahead is still believed. */
const believableFutureMs = hourMs
/** What an implausibly old date is taken for: 1970 means "unknown" in many systems. */
const oldestMs = 30 * dayMs
/** The web had no news before; a date this old is a fault of the publisher's software. */
const firstPlausibleAt = new Date('1995-01-01T00:00:00Z')
/** An item that says it is older than this when it first appears is from an archive. */
const newsAgeMs = 7 * dayMs

/** The day of publication, clamped to the plausible: never ahead of the clock, never before the web had news. */
export function plausibleDate(date: Date | undefined, now: Date): Date | undefined {
  if (date === undefined || Number.isNaN(date.getTime())) return undefined
  if (date.getTime() > now.getTime() + believableFutureMs) return now
  return date < firstPlausibleAt ? new Date(now.getTime() - oldestMs) : date
}

/** How the fetch that brought an item stood to those before it. */
export type FetchKind = 'first' | 'usual' | 'reset'

/**
 * Whether an item that was not known before is news. Nothing of a first fetch is, nor of one in which a feed brought all
 * its items anew and without days; an old date is from an archive; without a date it is news because it just appeared.
 */
export function isNews(publishedAt: Date | undefined, fetch: FetchKind, now: Date): boolean {
  if (fetch === 'first') return false
  if (publishedAt === undefined) return fetch === 'usual'
  return now.getTime() - publishedAt.getTime() <= newsAgeMs
}
