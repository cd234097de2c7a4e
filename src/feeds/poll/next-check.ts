import type { PollState } from '../../domain/poll-state.ts'
import type { Random } from '../../support/random.ts'
import { hasValidators } from './header-hints.ts'

const minuteMs = 60_000
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs

export type PollPace = {
  /** For feeds that can say "not modified". */
  readonly floorMs: number
  /** For feeds that send everything each time. */
  readonly fullFloorMs: number
  /** Until a feed's own rhythm is known. */
  readonly usualMs: number
  readonly slowestMs: number
}

/** Publishers ask for no more than one request an hour where the feed gives no reason for more. */
export const usualPace: PollPace = {
  floorMs: 15 * minuteMs,
  fullFloorMs: hourMs,
  usualMs: hourMs,
  slowestMs: dayMs,
}

/** Looks per new item: an item waits an eighth of the usual gap between two items on average. */
const looksPerItem = 4

/** The longest of what the feed's rhythm and its own hints ask for, between the floor and a day. */
export function intervalMs(state: PollState, pace: PollPace): number {
  const floorMs = hasValidators(state.validators)
    ? pace.floorMs
    : Math.max(pace.floorMs, pace.fullFloorMs)
  const hints = [state.freshForMs, state.askedEveryMs].map((ms) =>
    ms !== undefined && Number.isFinite(ms) ? ms : 0,
  )
  return clamp(Math.max(rhythmMs(state, pace), ...hints), floorMs, pace.slowestMs)
}

function rhythmMs({ itemsPerDay }: PollState, { usualMs, slowestMs }: PollPace): number {
  if (itemsPerDay === undefined) return usualMs
  return Math.min(dayMs / (itemsPerDay * looksPerItem), slowestMs)
}

/** Up to a tenth later, never earlier, so that feeds do not march in step; then out of the hours the feed asks for. */
export function checkAt(
  now: Date,
  waitMs: number,
  { skipHours, skipDays }: Pick<PollState, 'skipHours' | 'skipDays'>,
  random: Random,
): Date {
  const atMs = now.getTime() + waitMs * (1 + 0.1 * random.number())
  const latestMs = now.getTime() + Math.max(waitMs, dayMs)
  const isSkipped = (ms: number) =>
    skipHours.includes(new Date(ms).getUTCHours()) || skipDays.includes(dayName(ms))
  if (!isSkipped(atMs)) return new Date(Math.min(atMs, latestMs))
  for (let hour = startOfHour(atMs) + hourMs; hour <= latestMs; hour += hourMs) {
    if (!isSkipped(hour)) return new Date(Math.min(hour + random.number() * 0.5 * hourMs, latestMs))
  }
  return new Date(latestMs)
}

const startOfHour = (ms: number) => Math.floor(ms / hourMs) * hourMs

const dayNames = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
const dayName = (ms: number) => dayNames[new Date(ms).getUTCDay()] ?? ''

export function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most)
}

/**
 * When to look first after a start at a feed whose time passed while nobody looked: somewhere within its interval, so
 * that a start does not send all requests at once. Feeds that are not late keep their time.
 */
export function checkAfterStart(state: PollState, now: Date, random: Random): Date {
  if (state.nextCheckAt > now || state.lastCheckedAt === undefined) return state.nextCheckAt
  const spreadMs = Math.min(state.intervalMs, hourMs)
  return new Date(now.getTime() + random.number() * spreadMs)
}
