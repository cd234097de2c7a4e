import { UsageError } from '../../domain/errors.ts'
import type { Wording } from '../../domain/wording/wording.ts'
import { short } from '../options.ts'

const minuteMs = 60_000
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs

const units: readonly (readonly [RegExp, number])[] = [
  [/^(m|min|mins|minutes?|minuten?|minutos?)$/, minuteMs],
  [/^(h|hrs?|hours?|stunden?|std|heures?|horas?)$/, hourMs],
  [/^(d|days?|t|tage?n?|j|jours?|d[ií]as?)$/, dayMs],
  [/^(w|weeks?|wochen?|semaines?|semanas?)$/, 7 * dayMs],
  [/^(mo|months?|monate?n?|mois|mes|meses|mês)$/, 30 * dayMs],
]

/** Longer than this nobody can mean. */
const longestMs = 366 * dayMs

/** A length of time in milliseconds: `24h`, `3d`, `2 weeks`; undefined for anything else. */
function toMs(typed: string): number | undefined {
  const [, count = '', unit = ''] = /^(\d{1,4})\s*(\p{L}+)$/u.exec(typed.trim().toLowerCase()) ?? []
  const length = units.find(([names]) => names.test(unit))?.[1]
  const ms = length === undefined ? 0 : Number(count) * length
  return ms > 0 && ms <= longestMs ? ms : undefined
}

export function readDuration(option: string, typed: string, wording: Wording): number {
  const ms = toMs(typed)
  if (ms === undefined) {
    throw new UsageError(wording.say('fault.duration', { option, value: short(typed) }), { option })
  }
  return ms
}

/** The instant that something is asked for since: `24h`, `3d`, `today`, `yesterday`, `2027-03-01`. */
export function readSince(typed: string, now: Date, wording: Wording): Date {
  const ms = toMs(typed)
  if (ms !== undefined) return new Date(now.getTime() - ms)
  const said = typed.trim().toLowerCase()
  const days = new Map([
    ['today', 1],
    ['yesterday', 2],
    ['heute', 1],
    ['gestern', 2],
    ["aujourd'hui", 1],
    ['hier', 2],
    ['hoy', 1],
    ['ayer', 2],
    ['hoje', 1],
    ['ontem', 2],
  ]).get(said)
  if (days !== undefined) return new Date(now.getTime() - days * dayMs)
  const date = /^\d{4}-\d\d-\d\d$/.test(said) ? new Date(`${said}T00:00:00Z`) : undefined
  const isPast = date && date <= now && date.getTime() >= now.getTime() - longestMs
  if (!isPast) {
    throw new UsageError(wording.say('fault.since', { value: short(typed) }), { option: 'since' })
  }
  return date
}
