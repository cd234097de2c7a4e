import { UsageError } from '../../domain/errors.ts'
import type { Weekday } from '../../domain/schedule.ts'
import { catalogues, type Wording } from '../../domain/wording/wording.ts'
import { short } from '../options.ts'

const week: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7]

const groups: Readonly<Record<string, readonly Weekday[]>> = {
  daily: week,
  'every day': week,
  everyday: week,
  täglich: week,
  quotidien: week,
  'tous les jours': week,
  diario: week,
  'todos los días': week,
  diariamente: week,
  'todos os dias': week,
  weekdays: [1, 2, 3, 4, 5],
  workdays: [1, 2, 3, 4, 5],
  werktags: [1, 2, 3, 4, 5],
  'en semaine': [1, 2, 3, 4, 5],
  'días laborables': [1, 2, 3, 4, 5],
  'dias úteis': [1, 2, 3, 4, 5],
  weekends: [6, 7],
  weekend: [6, 7],
  wochenende: [6, 7],
  'week-end': [6, 7],
  'fin de semana': [6, 7],
  'fim de semana': [6, 7],
}

/** 1 January 2024 was a Monday. */
const monday = Date.UTC(2024, 0, 1)
const dayMs = 86_400_000

/** The names of the days in every language of the catalogue, in small letters. */
const names: readonly { readonly day: Weekday; readonly name: string }[] = Object.keys(
  catalogues,
).flatMap((language) =>
  week.flatMap((day) => {
    const at = new Date(monday + (day - 1) * dayMs)
    const name = (weekday: 'long' | 'short') =>
      new Intl.DateTimeFormat(language, { weekday, timeZone: 'UTC' }).format(at).toLowerCase()
    return [name('long'), name('short').replace('.', '')].map((each) => ({ day, name: each }))
  }),
)

/** Days of the week: `daily`, `weekdays`, `mon, wed`, `Monday to Friday`, in any language of the catalogue. */
export function readDays(typed: string, wording: Wording): readonly Weekday[] {
  const parts = typed
    .toLowerCase()
    .split(/,|;|\band\b|\bund\b|\bet\b| y | e /)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  const days = parts.map((part) => groups[part] ?? readSpan(part) ?? [])
  if (parts.length === 0 || days.some((each) => each.length === 0)) {
    throw new UsageError(wording.say('fault.days', { value: short(typed) }), { option: 'days' })
  }
  return week.filter((day) => days.some((each) => each.includes(day)))
}

/** `mon-fri`, `sat to mon`, or one day. */
function readSpan(part: string): readonly Weekday[] | undefined {
  const whole = readDay(part)
  if (whole) return [whole]
  const [from, to, ...more] = part.split(/\s*[-–]\s*| to | bis | à | au | a /).map(readDay)
  if (!from || !to || more.length > 0) return undefined
  const length = ((to - from + 7) % 7) + 1
  return Array.from({ length }, (_, at) => week[(from - 1 + at) % 7] ?? from)
}

function readDay(typed: string): Weekday | undefined {
  const word = typed.trim().replace(/\.$/, '')
  const exact = names.find(({ name }) => name === word)
  const begun = word.length >= 3 ? names.find(({ name }) => name.startsWith(word)) : undefined
  return (exact ?? begun ?? names.find(({ name }) => `${name}s` === word))?.day
}
