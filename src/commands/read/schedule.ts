import type { Caller } from '../../domain/command.ts'
import { UsageError } from '../../domain/errors.ts'
import { nextSlot, scheduleFault } from '../../domain/local-time.ts'
import type { Schedule, Weekday } from '../../domain/schedule.ts'
import type { Wording } from '../../domain/wording/wording.ts'
import { short } from '../options.ts'
import { readDays } from './days.ts'
import { readTimes } from './time.ts'
import { readTimezone } from './timezone.ts'

/** What a person gave of a schedule; what is missing comes from `before` or from the caller. */
export type ScheduleOptions = {
  readonly days?: string
  readonly time?: string
  readonly every?: string
  readonly cron?: string
  readonly timezone?: string
  readonly exact?: string
}

const allWeek: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7]

/** The schedule that a person asks for: at times of day, every few hours, or a cron line. */
export function readSchedule(
  options: ScheduleOptions,
  before: Schedule | undefined,
  caller: Caller,
  now: Date,
  wording: Wording,
): Schedule {
  const place = {
    timezone: timezoneOf(options.timezone, before, caller, wording),
    exact: options.exact === undefined ? (before?.exact ?? false) : options.exact === 'yes',
  }
  const schedule = planOf(options, before, place, wording)
  const fault = scheduleFault(schedule, now)
  if (fault !== undefined) {
    throw new UsageError(fault, { option: schedule.kind === 'cron' ? 'cron' : 'time' })
  }
  return schedule
}

type Place = Pick<Schedule, 'timezone' | 'exact'>

function planOf(
  { days, time, every, cron }: ScheduleOptions,
  before: Schedule | undefined,
  place: Place,
  wording: Wording,
): Schedule {
  const repeated = every ?? (time && /^\s*every\b/i.test(time) ? time : undefined)
  if (cron !== undefined) return { kind: 'cron', cron: fiveFields(cron, wording), ...place }
  if (repeated !== undefined) return everyHours(repeated, days, place, wording)
  const at = time === undefined ? timesOf(before) : readTimes(time, wording)
  if (at === undefined && before?.kind === 'cron' && days === undefined)
    return { ...before, ...place }
  if (at === undefined) throw new UsageError(wording.say('fault.noTime'), { option: 'time' })
  const kept = before?.kind === 'times' ? before.days : allWeek
  return { kind: 'times', days: days === undefined ? kept : readDays(days, wording), at, ...place }
}

function timesOf(before: Schedule | undefined): readonly string[] | undefined {
  return before?.kind === 'times' ? before.at : undefined
}

function timezoneOf(
  typed: string | undefined,
  before: Schedule | undefined,
  caller: Caller,
  wording: Wording,
): string {
  if (typed !== undefined) return readTimezone(typed, wording)
  const known = before?.timezone ?? caller.timezone
  if (known === undefined)
    throw new UsageError(wording.say('fault.noTimezone'), { option: 'timezone' })
  return known
}

function fiveFields(cron: string, wording: Wording): string {
  const parts = cron.trim().split(/\s+/)
  if (parts.length !== 5) {
    throw new UsageError(wording.say('fault.cron', { value: short(cron), count: parts.length }), {
      option: 'cron',
    })
  }
  return parts.join(' ')
}

/** Divisors of a day: anything else would jump at midnight. */
const hourSteps = [1, 2, 3, 4, 6, 8, 12]

function everyHours(
  typed: string,
  days: string | undefined,
  place: Place,
  wording: Wording,
): Schedule {
  const [, count = '1', unit = ''] =
    /^\s*(?:every\s+)?(\d{1,3})?\s*(h|hrs?|hours?)\s*$/i.exec(typed) ?? []
  const hours = Number(count)
  if (unit === '' || !hourSteps.includes(hours)) {
    throw new UsageError(
      wording.say('fault.every', { value: short(typed), steps: hourSteps.join(', ') }),
      { option: 'every' },
    )
  }
  const on =
    days === undefined
      ? '*'
      : readDays(days, wording)
          .map((day) => day % 7)
          .join(',')
  return { kind: 'cron', cron: `0 ${hours === 1 ? '*' : `*/${hours}`} * * ${on}`, ...place }
}

/** The next instants of a schedule, as many as asked for. */
export function nextRuns(schedule: Schedule, after: Date, count: number): readonly Date[] {
  const runs: Date[] = []
  while (runs.length < count) {
    const slot = nextSlot(schedule, runs.at(-1) ?? after)
    if (!slot) break
    runs.push(slot.dueAt)
  }
  return runs
}
