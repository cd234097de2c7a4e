const dayMs = 86_400_000

/** So many days are drawn. */
const daysShown = 30

/** The days in UTC, `2026-11-24`, of which the last is today. */
export function lastDays(now: Date, count = daysShown): readonly string[] {
  return Array.from({ length: count }, (_, at) =>
    new Date(now.getTime() - (count - 1 - at) * dayMs).toISOString().slice(0, 10),
  )
}

/** The beginning of the first of the days shown. */
export function firstDay(now: Date): Date {
  return new Date(`${lastDays(now)[0]}T00:00:00Z`)
}
