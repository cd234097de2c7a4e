import { readDate } from '../parse/read-date.ts'

/** The best known places first; `undefined` where a page has nothing there. */
export type DaySources = {
  readonly marked: Iterable<string | undefined>
  readonly url: string | undefined
  /** Texts of elements that are named after dates; sought only where nothing else tells. */
  shown(): readonly string[]
}

/** ISO 8601 with a day, and an offset when it has a time. */
const iso = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2}))?$/

/** Pages that do not know their day say 0001 or 1970. */
const firstPlausibleAt = new Date('1990-01-01T00:00:00Z')

/** A four-digit year is asked of what is merely shown, so that "5 hours ago" and "1/2" say nothing. */
const fullYear = /\b(?:19|20)\d\d\b/
const longestShown = 60

/** When the page says it was published, as ISO 8601; the local day is kept where the page gives it. */
export function publishedAt(sources: DaySources): string | undefined {
  for (const text of sources.marked) {
    const found = text === undefined ? undefined : toIso(text)
    if (found) return found
  }
  return (
    dayInUrl(sources.url) ??
    sources
      .shown()
      .map(shownDay)
      .find((day) => day !== undefined)
  )
}

function toIso(text: string): string | undefined {
  const trimmed = text.trim()
  const at = readDate(trimmed)
  if (at === undefined || at < firstPlausibleAt) return undefined
  return iso.test(trimmed) ? trimmed : at.toISOString()
}

/** `/2026/03/04/` in an address is the day of publication by old custom. */
function dayInUrl(url: string | undefined): string | undefined {
  const found = /\/((?:19|20)\d\d)[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?=[/-])/.exec(
    url ?? '',
  )
  return found ? toIso(`${found[1]}-${found[2]}-${found[3]}`) : undefined
}

function shownDay(text: string): string | undefined {
  const line = text.replace(/\s+/g, ' ').trim()
  if (line.length > longestShown || !fullYear.test(line)) return undefined
  const bare = line.replace(
    /^(?:first )?(?:published|posted|updated|date)(?: on| at)?\s*:?\s*/i,
    '',
  )
  return toIso(bare)?.slice(0, 10)
}
