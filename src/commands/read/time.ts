import { UsageError } from '../../domain/errors.ts'
import type { Wording } from '../../domain/wording/wording.ts'
import { short } from '../options.ts'

const words: Readonly<Record<string, string>> = {
  noon: '12:00',
  midday: '12:00',
  midnight: '00:00',
  mittag: '12:00',
  mitternacht: '00:00',
  midi: '12:00',
  minuit: '00:00',
  mediodía: '12:00',
  medianoche: '00:00',
  'meio-dia': '12:00',
  'meia-noite': '00:00',
}

/** Times of day as `HH:MM`: `8am`, `08:00`, `8.30 pm`, `8h30`, `0800`, `noon`; several with commas or "and". */
export function readTimes(typed: string, wording: Wording): readonly string[] {
  const parts = typed
    .split(/,|;|\band\b|\bund\b|\bet\b|(?<=\d\s*|m\s*)\by\b|(?<=\d\s*|m\s*)\be\b/i)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  if (parts.length === 0) throw fault(typed, wording)
  return [...new Set(parts.map((part) => readTime(part, wording)))].sort()
}

function readTime(typed: string, wording: Wording): string {
  const said = typed.toLowerCase().replace(/\s+/g, ' ')
  const known = words[said]
  if (known) return known
  const [, hours = '', minutes = '', half = ''] =
    /^(?:at |um |à |a las |às )?(\d{1,2})(?:[:.h]? ?(\d{2})|h)? ?(am|pm|a\.m\.|p\.m\.|uhr)?$/.exec(
      said,
    ) ?? []
  if (hours === '') throw fault(typed, wording)
  const hour = toHour(Number(hours), half)
  const minute = Number(minutes || 0)
  if (hour > 23 || minute > 59) throw fault(typed, wording)
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}

/** An hour beyond the clock for what cannot be, such as 13 pm. */
function toHour(hour: number, half: string): number {
  if (!/^[ap]/.test(half)) return hour
  if (hour < 1 || hour > 12) return Number.POSITIVE_INFINITY
  return (hour % 12) + (half.startsWith('p') ? 12 : 0)
}

function fault(typed: string, wording: Wording): UsageError {
  return new UsageError(wording.say('fault.time', { value: short(typed) }), { option: 'time' })
}
