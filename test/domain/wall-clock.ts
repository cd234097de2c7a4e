/** What a wall clock in the zone shows at an instant, as `Date.UTC` counts; by `Intl` alone, apart from the code under test. */
export function wallAt(instantMs: number, formatter: Intl.DateTimeFormat): number {
  const text = formatter.format(instantMs)
  const [, month, day, year, hour, minute] =
    /^(\d+)\/(\d+)\/(\d+), (\d+):(\d+)/.exec(text)?.map(Number) ?? []
  if (minute === undefined) throw new Error(`"${text}" is not read`)
  return Date.UTC(year ?? 0, (month ?? 0) - 1, day, hour, minute)
}

export function wallFormatter(timeZone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-US', {
    timeZone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
}

const minuteMs = 60_000
const dayMs = 86_400_000

/** A step of a zone's wall clock: until `atMs` it is `before` minutes ahead of UTC, from then on `after`. */
export type Transition = {
  readonly atMs: number
  readonly beforeMin: number
  readonly afterMin: number
}

/** Every step of the clock in the zone between two instants, found by halving. */
export function transitions(timeZone: string, fromMs: number, toMs: number): readonly Transition[] {
  const formatter = wallFormatter(timeZone)
  const offset = (ms: number) => (wallAt(ms, formatter) - ms) / minuteMs
  const found: Transition[] = []
  let before = offset(fromMs)
  for (let day = fromMs; day < toMs; day += dayMs) {
    const after = offset(day + dayMs)
    if (after === before) continue
    let [low, high] = [day, day + dayMs]
    while (high - low > minuteMs) {
      const middle = low + Math.floor((high - low) / 2 / minuteMs) * minuteMs
      if (offset(middle) === before) low = middle
      else high = middle
    }
    found.push({ atMs: high, beforeMin: before, afterMin: after })
    before = after
  }
  return found
}

/** The offset in minutes that holds at an instant. */
function offsetAt(steps: readonly Transition[], firstMin: number, ms: number): number {
  return steps.findLast(({ atMs }) => atMs <= ms)?.afterMin ?? firstMin
}

/**
 * When the wall clock first shows `wall`; after a gap, the first instant behind it; undefined when the zone has no such day.
 * The rule in its plainest form: try every offset that the zone has had.
 */
export function firstInstant(
  wall: number,
  steps: readonly Transition[],
  firstMin: number,
): number | undefined {
  const offsets = [firstMin, ...steps.flatMap((step) => [step.beforeMin, step.afterMin])]
  const shown = [...new Set(offsets)]
    .map((minutes) => ({ ms: wall - minutes * minuteMs, minutes }))
    .filter(({ ms, minutes }) => offsetAt(steps, firstMin, ms) === minutes)
    .map(({ ms }) => ms)
  if (shown.length > 0) return Math.min(...shown)
  const gap = steps.find(
    ({ atMs, beforeMin, afterMin }) =>
      wall >= atMs + beforeMin * minuteMs && wall < atMs + afterMin * minuteMs,
  )
  if (gap === undefined) throw new Error('neither shown nor in a gap')
  const dayStart = Math.floor(wall / dayMs) * dayMs
  const isWholeDayGone =
    gap.atMs + gap.beforeMin * minuteMs <= dayStart &&
    gap.atMs + gap.afterMin * minuteMs >= dayStart + dayMs
  return isWholeDayGone ? undefined : gap.atMs
}
