import type { Wording } from './wording.ts'

/** When something is looked at: "yesterday" depends on it, and on the zone of the readers. */
export type Today = { readonly now: Date; readonly timezone: string }

const dayMs = 86_400_000

/** "Tuesday 2 December": the day names the digest, so that the year is left out. */
export function longDate(at: Date, timeZone: string, { language }: Wording): string {
  const style = { weekday: 'long', day: 'numeric', month: 'long', timeZone } as const
  return new Intl.DateTimeFormat(locale(language), style).format(at)
}

/** "2 Dec". */
export function shortDate(at: Date, timeZone: string, { language }: Wording): string {
  const style = { day: 'numeric', month: 'short', timeZone } as const
  return new Intl.DateTimeFormat(locale(language), style).format(at)
}

/** "08:00". */
export function clockTime(at: Date, timeZone: string, { language }: Wording): string {
  const style = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone } as const
  return new Intl.DateTimeFormat(locale(language), style).format(at)
}

/** "07:00" of today, "yesterday", "28 Apr": as much as a reader needs. */
export function dayWords(at: Date, today: Today, wording: Wording): string {
  const days = daysFrom(today, at)
  if (days === 0) return clockTime(at, today.timezone, wording)
  return neighbouringDay(days, wording) ?? shortDate(at, today.timezone, wording)
}

/** "tomorrow 08:00", "3 Dec, 08:00". */
export function dayAndTime(at: Date, today: Today, wording: Wording): string {
  const time = clockTime(at, today.timezone, wording)
  const days = daysFrom(today, at)
  const day = days === 0 ? '' : neighbouringDay(days, wording)
  return day === undefined
    ? `${shortDate(at, today.timezone, wording)}, ${time}`
    : `${day} ${time}`.trim()
}

function neighbouringDay(days: number, { language }: Wording): string | undefined {
  if (Math.abs(days) !== 1) return undefined
  return new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(days, 'day')
}

/** How many midnights lie between today and that day, in the readers' zone. */
function daysFrom({ now, timezone }: Today, at: Date): number {
  return Math.round((dayMsOf(at, timezone) - dayMsOf(now, timezone)) / dayMs)
}

function dayMsOf(at: Date, timeZone: string): number {
  const style = { year: 'numeric', month: '2-digit', day: '2-digit', timeZone } as const
  return Date.parse(new Intl.DateTimeFormat('en-CA', style).format(at))
}

/** British order of day and month for English: a digest's readers are spread over the world. */
function locale(language: string): string {
  return language === 'en' ? 'en-GB' : language
}
