import { nextSlot } from '../../src/domain/local-time.ts'
import type { Schedule } from '../../src/domain/schedule.ts'
import { firstInstant, type Transition, transitions, wallAt, wallFormatter } from './wall-clock.ts'

const dayMs = 86_400_000
const minuteMs = 60_000

type Zone = {
  readonly name: string
  readonly fromMs: number
  readonly toMs: number
  readonly steps: readonly Transition[]
  readonly firstMin: number
}

/** A zone with every step of its clock between two instants, as `Intl` alone shows them. */
export function readZone(name: string, from: string, to: string): Zone {
  const [fromMs, toMs] = [Date.parse(from), Date.parse(to)]
  const firstMin = (wallAt(fromMs, wallFormatter(name)) - fromMs) / minuteMs
  return { name, fromMs, toMs, firstMin, steps: transitions(name, fromMs, toMs) }
}

/** Times of day that lie in, at and beside the zone's steps, and one that lies anywhere. */
export function tryingTimes(zone: Zone, anywhere: number): readonly string[] {
  const walls = zone.steps.flatMap(({ atMs, beforeMin, afterMin }) => {
    const [first, last] = [beforeMin, afterMin]
      .map((minutes) => atMs + minutes * minuteMs)
      .sort((a, b) => a - b) as [number, number]
    return [first - minuteMs, first, (first + last) / 2, last - minuteMs, last]
  })
  return [...new Set([...walls, anywhere * minuteMs].map(timeOfDay))]
}

function timeOfDay(wall: number): string {
  return new Date(Math.round(wall / minuteMs) * minuteMs).toISOString().slice(11, 16)
}

/** Compares a daily digest's slots with the plain rule, day by day, within `aroundDays` of each of the zone's steps. */
export function disagreements(zone: Zone, at: string, aroundDays: number): readonly string[] {
  return windows(zone, aroundDays).flatMap(([from, to]) => {
    const [ours, theirs] = [slots(zone, at, from, to), rule(zone, at, from, to)]
    return ours.join() === theirs.join()
      ? []
      : [`${zone.name} at ${at}: ${ours.join(' ')} and not ${theirs.join(' ')}`]
  })
}

function windows(zone: Zone, aroundDays: number): readonly (readonly [number, number])[] {
  if (aroundDays === Infinity) return [[zone.fromMs + 2 * dayMs, zone.toMs - 2 * dayMs]]
  const days =
    zone.steps.length > 0 ? zone.steps.map(({ atMs }) => atMs) : [zone.fromMs + 9 * dayMs]
  return days.map((ms) => [ms - aroundDays * dayMs, ms + aroundDays * dayMs] as const)
}

function slots({ name }: Zone, at: string, from: number, to: number): readonly string[] {
  const schedule: Schedule = {
    kind: 'times',
    days: [1, 2, 3, 4, 5, 6, 7],
    at: [at],
    timezone: name,
    exact: false,
  }
  const found: string[] = []
  let slot = nextSlot(schedule, new Date(from))
  while (slot && slot.dueAt.getTime() < to) {
    found.push(`${slot.key.slice(0, 16)}=${slot.dueAt.toISOString()}`)
    slot = nextSlot(schedule, slot.dueAt)
  }
  return found
}

function rule(zone: Zone, at: string, from: number, to: number): readonly string[] {
  const found: string[] = []
  const timeMs = Date.parse(`1970-01-01T${at}Z`)
  const firstDay = Math.floor(from / dayMs) * dayMs - 2 * dayMs
  for (let day = firstDay; day < to + 2 * dayMs; day += dayMs) {
    const dueMs = firstInstant(day + timeMs, zone.steps, zone.firstMin)
    if (dueMs === undefined || dueMs <= from || dueMs >= to) continue
    found.push(
      `${new Date(day + timeMs).toISOString().slice(0, 16)}=${new Date(dueMs).toISOString()}`,
    )
  }
  return found
}
