const dayMs = 86_400_000
const hourMs = 3_600_000
/** What happened this long ago counts a third of what happens now. */
const memoryDays = 7
/** As many of the newest items as the first estimate rests on. */
const sampled = 20

/** How many items a day a feed brings, guessed from the days of those that it lists; undefined without days. */
export function rhythmOf(
  publishedAt: readonly (Date | undefined)[],
  now: Date,
): number | undefined {
  const ages = publishedAt
    .flatMap((at) => (at === undefined ? [] : [now.getTime() - at.getTime()]))
    .filter((ageMs) => ageMs >= 0)
    .sort((a, b) => a - b)
    .slice(0, sampled)
  const oldestMs = ages.at(-1)
  return oldestMs === undefined ? undefined : (ages.length * dayMs) / Math.max(oldestMs, hourMs)
}

/** The rhythm after some new items came, or none, in the time since the feed was last read. */
export function nextRhythm(
  before: number | undefined,
  newItems: number,
  sinceMs: number,
): number | undefined {
  if (sinceMs <= 0) return before
  const days = sinceMs / dayMs
  if (before === undefined) return newItems === 0 ? undefined : newItems / days
  const weight = 1 - Math.exp(-days / memoryDays)
  return before * (1 - weight) + (newItems / days) * weight
}
