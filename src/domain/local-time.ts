import { Cron } from 'croner'
import type { Schedule, SlotTime } from './schedule.ts'

/** A local date and time as milliseconds: what `Date.UTC` gives for the figures on the wall clock. */
type WallMs = number

const minuteMs = 60_000
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs

/** Half a day before and after: no zone is further from UTC than 14 hours. */
const farthestZoneMs = 15 * hourMs

/** No later than half the time to the next slot, and never later than this. */
const latestMs = dayMs

/** The first slot after the instant; undefined for a schedule that never comes. Two local times on one instant, as after a gap, are one slot. */
export function nextSlot(schedule: Schedule, after: Date): SlotTime | undefined {
  const { timezone } = schedule
  let wall = nextWall(schedule, wallOf(after, timezone))
  while (wall !== undefined) {
    const dueAt = instantOf(wall, timezone)
    // In an overlap the wall clock shows times that were due an hour ago; a day that the zone skipped has none.
    if (dueAt !== undefined && dueAt > after) return { key: keyOf(wall, timezone), dueAt }
    wall = nextWall(schedule, wall)
  }
  return undefined
}

/** The instant after which a slot's digest is no longer news: half its period, a day at most. */
export function tooLateAt(schedule: Schedule, slot: Pick<SlotTime, 'dueAt'>): Date {
  const next = nextSlot(schedule, slot.dueAt)
  const periodMs = next === undefined ? Infinity : next.dueAt.getTime() - slot.dueAt.getTime()
  return new Date(slot.dueAt.getTime() + Math.min(periodMs / 2, latestMs))
}

/** The instant that a slot's key falls on by the time-zone data of today; undefined when there is none or it is no key. */
export function dueAtOf(key: string): Date | undefined {
  const [, local, timezone] = /^(\d{4}-\d\d-\d\dT\d\d:\d\d) (\S+)$/.exec(key) ?? []
  if (local === undefined || timezone === undefined || !isTimeZone(timezone)) return undefined
  return instantOf(Date.parse(`${local}Z`), timezone)
}

/** Why a schedule cannot be kept, as a sentence; undefined for one that can. */
export function scheduleFault(schedule: Schedule, now: Date): string | undefined {
  if (!isTimeZone(schedule.timezone)) {
    return `There is no time zone "${schedule.timezone}"; write one such as Europe/Berlin.`
  }
  const wrong = patternsOf(schedule).map(patternFault).find(Boolean)
  if (wrong !== undefined) return wrong
  return nextSlot(schedule, now) === undefined
    ? 'This schedule never comes: no date fits it.'
    : undefined
}

/** Whether the name is one of the IANA time zones that this runtime knows. */
export function isTimeZone(name: string): boolean {
  // Plain offsets pass `Intl` and know no summer time.
  if (!/^[A-Za-z]/.test(name)) return false
  try {
    return wallClock(name) !== undefined
  } catch {
    return false
  }
}

/** One pattern per time of day. */
function patternsOf(schedule: Schedule): readonly string[] {
  if (schedule.kind === 'cron') return [schedule.cron]
  const days = schedule.days.join(',')
  return schedule.at.map((at) => {
    const [hour, minute] = at.split(':')
    return `${minute} ${hour} * * ${days}`
  })
}

function patternFault(pattern: string): string | undefined {
  try {
    calculator(pattern, 'UTC')
    return undefined
  } catch (error) {
    const why = error instanceof Error ? error.message.replace(/^CronPattern: /, '') : ''
    return `The times "${pattern}" cannot be read (${why}); write five cron fields such as 0 8 * * 1-5.`
  }
}

/** The next wall-clock time of the schedule; a wall clock in UTC has neither gaps nor overlaps. */
function nextWall(schedule: Schedule, after: WallMs): WallMs | undefined {
  const walls = patternsOf(schedule)
    .map((pattern) => calculator(pattern, 'UTC').nextRun(new Date(after))?.getTime())
    .filter((wall) => wall !== undefined)
  return walls.length === 0 ? undefined : Math.min(...walls)
}

/** When the wall clock first shows this time; in a gap, the first instant after it; undefined on a day that the zone leaves out. */
function instantOf(wall: WallMs, timezone: string): Date | undefined {
  const at = new Date(wall)
  // croner keeps these rules where hour and minute are single values, but for a gap that ends on the next day.
  const pattern = `${at.getUTCMinutes()} ${at.getUTCHours()} ${at.getUTCDate()} ${at.getUTCMonth() + 1} *`
  const earliest = new Date(wall - farthestZoneMs)
  const run = new Cron(pattern, { ...calculates, timezone }).nextRun(earliest)
  const isThatDay = run !== null && run.getTime() <= wall + farthestZoneMs
  return isThatDay ? run : endOfGapAcrossMidnight(wall, timezone)
}

function endOfGapAcrossMidnight(wall: WallMs, timezone: string): Date | undefined {
  let [before, after] = [wall - farthestZoneMs, wall + farthestZoneMs]
  while (after - before > minuteMs) {
    const middle = before + Math.round((after - before) / 2 / minuteMs) * minuteMs
    if (wallOf(new Date(middle), timezone) > wall) after = middle
    else before = middle
  }
  const lastShown = wallOf(new Date(before), timezone)
  const dayStarted = Math.floor(lastShown / dayMs) === Math.floor(wall / dayMs)
  return dayStarted ? new Date(after) : undefined
}

/** Never started as a timer. */
const calculates = { mode: '5-part', paused: true } as const

const calculators = new Map<string, Cron>()
const mostCalculators = 2_000

function calculator(pattern: string, timezone: string): Cron {
  const key = `${pattern} ${timezone}`
  const known = calculators.get(key)
  if (known) return known
  const made = new Cron(pattern, { ...calculates, timezone })
  if (calculators.size >= mostCalculators) calculators.clear()
  calculators.set(key, made)
  return made
}

const wallClocks = new Map<string, Intl.DateTimeFormat>()

function wallClock(timeZone: string): Intl.DateTimeFormat {
  const known = wallClocks.get(timeZone)
  if (known) return known
  const figures = { year: 'numeric', month: 'numeric', day: 'numeric' } as const
  const time = { hour: 'numeric', minute: 'numeric', second: 'numeric', hourCycle: 'h23' } as const
  const made = new Intl.DateTimeFormat('en-US', { ...figures, ...time, timeZone })
  wallClocks.set(timeZone, made)
  return made
}

function wallOf(at: Date, timezone: string): WallMs {
  const parts = wallClock(timezone).formatToParts(at)
  const figure = (type: string) => Number(parts.find((part) => part.type === type)?.value)
  const day = [figure('year'), figure('month') - 1, figure('day')] as const
  return Date.UTC(...day, figure('hour'), figure('minute'), figure('second'))
}

function keyOf(wall: WallMs, timezone: string): string {
  return `${new Date(wall).toISOString().slice(0, 16)} ${timezone}`
}
