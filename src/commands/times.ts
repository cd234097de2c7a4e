import type { Span } from '../domain/document.ts'
import type { ReadyCall } from './command.ts'

/** Where a person is, as far as the platform tells. */
export function timezoneOf({ caller }: Pick<ReadyCall, 'caller'>): string {
  return caller.timezone ?? 'UTC'
}

/** An instant, shown in the reader's own time where the platform can. */
export function timeSpan(at: Date, call: Pick<ReadyCall, 'caller' | 'wording'>): Span {
  return { kind: 'time', at, style: 'date-time', fallback: timeWords(at, call) }
}

/** "Tue 2 Dec, 08:00", with the zone where it is not the reader's own. */
export function timeWords(
  at: Date,
  call: Pick<ReadyCall, 'caller' | 'wording'>,
  timeZone = timezoneOf(call),
): string {
  const words = new Intl.DateTimeFormat(localeOf(call), {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone,
  }).format(at)
  return timeZone === call.caller.timezone ? words : `${words} (${timeZone})`
}

export function dayWords(at: Date, call: Pick<ReadyCall, 'caller' | 'wording'>): string {
  const style = { day: 'numeric', month: 'short', timeZone: timezoneOf(call) } as const
  return new Intl.DateTimeFormat(localeOf(call), style).format(at)
}

/** British order of day and month for English, as digests have it. */
export function localeOf({ wording }: Pick<ReadyCall, 'wording'>): string {
  return wording.language === 'en' ? 'en-GB' : wording.language
}
