/** Zones by name as RFC 822 and common practice have them, in minutes east of Greenwich. */
const zones: Readonly<Record<string, number>> = {
  ut: 0,
  utc: 0,
  gmt: 0,
  z: 0,
  wet: 0,
  west: 60,
  bst: 60,
  ist: 330,
  cet: 60,
  met: 60,
  mez: 60,
  cest: 120,
  mesz: 120,
  eet: 120,
  eest: 180,
  msk: 180,
  est: -300,
  edt: -240,
  et: -300,
  cst: -360,
  cdt: -300,
  ct: -360,
  mst: -420,
  mdt: -360,
  mt: -420,
  pst: -480,
  pdt: -420,
  pt: -480,
  akst: -540,
  akdt: -480,
  hst: -600,
  ast: -240,
  adt: -180,
  nst: -210,
  ndt: -150,
  brt: -180,
  jst: 540,
  kst: 540,
  hkt: 480,
  sgt: 480,
  awst: 480,
  aest: 600,
  aedt: 660,
  acst: 570,
  nzst: 720,
  nzdt: 780,
}

const languages = 'en de fr es it pt nl sv da nb fi pl cs sk hu ro tr ru uk el id ca hr'.split(' ')

let monthTable: ReadonlyMap<string, number> | undefined

const letters = (text: string) => text.toLowerCase().replace(/[^\p{L}]/gu, '')

/** Month names, long and short, of the languages that feeds are written in; built when first asked for. */
function months(): ReadonlyMap<string, number> {
  if (monthTable) return monthTable
  const table = new Map<string, number>()
  const add = (name: string, month: number) => {
    const word = letters(name)
    if (word && !table.has(word)) table.set(word, month)
  }
  for (const language of languages) {
    for (const style of ['long', 'short'] as const) {
      const alone = new Intl.DateTimeFormat(language, { month: style, timeZone: 'UTC' })
      const inSentence = new Intl.DateTimeFormat(language, {
        month: style,
        day: 'numeric',
        timeZone: 'UTC',
      })
      for (let month = 0; month < 12; month++) {
        const day = new Date(Date.UTC(2024, month, 15))
        add(alone.format(day), month)
        for (const part of inSentence.formatToParts(day))
          if (part.type === 'month') add(part.value, month)
      }
    }
  }
  table.set('sept', 8)
  monthTable = table
  return table
}

type Parts = {
  year: number
  month: number
  day: number
  time: string | undefined
  zone: string | undefined
}

const iso =
  /^([+-]?\d{4})-?(\d{2})?-?(\d{2})?(?:[T ]+(\d{1,2}:?\d{2}(?::?\d{2}(?:[.,]\d+)?)?))?\s*(.*)$/i
const dayFirst =
  /^(?:\p{L}+\.?,?\s+)?(\d{1,2})(?:st|nd|rd|th|\.)?[\s-]+(?:de\s+)?(\p{L}+)\.?,?[\s-]+(?:de\s+)?(\d{2,4})(.*)$/iu
const monthFirst = /^(?:\p{L}+\.?,?\s+)?(\p{L}+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(.*)$/iu
/** asctime: "Thu Jan  1 19:48:21 2004" */
const yearLast =
  /^\p{L}+,?\s+(\p{L}+)\s+(\d{1,2})\s+(\d{1,2}:\d{2}(?::\d{2})?)\s*(\S*)\s+(\d{4})$/iu
const slashed = /^(\d{1,4})[/.](\d{1,2})[/.](\d{1,4})(.*)$/

/**
 * A day and time as feeds and pages write them: RFC 822 and 2822, ISO 8601, asctime, month names of many languages,
 * epoch seconds. No zone means UTC. Undefined for what names no day of the calendar.
 */
export function readDate(text: string): Date | undefined {
  const trimmed = text.trim().slice(0, 100).replace(/\s+/g, ' ')
  if (/^\d{10}$/.test(trimmed)) return new Date(Number(trimmed) * 1000)
  if (/^\d{13}$/.test(trimmed)) return new Date(Number(trimmed))
  const parts = readIso(trimmed) ?? readWords(trimmed) ?? readSlashed(trimmed)
  return parts && toDate(parts)
}

function readIso(text: string): Parts | undefined {
  const found = iso.exec(text)
  if (!found) return undefined
  const [, year, month, day, time, rest] = found
  const zone = rest?.trim() || undefined
  return { year: Number(year), month: Number(month ?? 1) - 1, day: Number(day ?? 1), time, zone }
}

function readWords(text: string): Parts | undefined {
  const asctime = yearLast.exec(text)
  if (asctime) {
    const [, month = '', day, time, zone, year] = asctime
    return named(month, day, year, `${time} ${zone}`)
  }
  const first = dayFirst.exec(text)
  if (first) return named(first[2] ?? '', first[1], first[3], first[4])
  const second = monthFirst.exec(text)
  return second ? named(second[1] ?? '', second[2], second[3], second[4]) : undefined
}

function named(month: string, day = '', year = '', rest = ''): Parts | undefined {
  const index = months().get(letters(month)) ?? months().get(letters(month).slice(0, 3))
  if (index === undefined) return undefined
  return { year: fullYear(year), month: index, day: Number(day), ...timeAndZone(rest) }
}

/** RFC 2822 §4.3: two-digit years below 50 are of this century. */
function fullYear(year: string): number {
  const number = Number(year)
  if (year.length > 2) return year.length === 3 ? number + 1900 : number
  return number < 50 ? 2000 + number : 1900 + number
}

/** `2004/01/31`, `31.01.2004`; with slashes and the year last the month comes first unless it cannot. */
function readSlashed(text: string): Parts | undefined {
  const found = slashed.exec(text)
  if (!found) return undefined
  const [, a = '', b = '', c = '', rest = ''] = found
  const more = timeAndZone(rest)
  if (a.length === 4) return { year: Number(a), month: Number(b) - 1, day: Number(c), ...more }
  if (c.length !== 4 && c.length !== 2) return undefined
  const dayLeads = text.includes('.') || Number(a) > 12
  const [day, month] = dayLeads ? [a, b] : [b, a]
  return { year: fullYear(c), month: Number(month) - 1, day: Number(day), ...more }
}

function timeAndZone(rest: string): Pick<Parts, 'time' | 'zone'> {
  const found = /(\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)\s*([ap]\.?m\.?)?\s*(.*)$/i.exec(rest)
  if (!found) return { time: undefined, zone: undefined }
  const [, time = '', half, zone] = found
  return { time: half ? `${time} ${half}` : time, zone: zone?.trim() || undefined }
}

function toDate({ year, month, day, time, zone }: Parts): Date | undefined {
  const at = time === undefined ? 0 : milliseconds(time)
  if (at === undefined || !(month >= 0 && month < 12) || day < 1 || day > daysIn(year, month))
    return undefined
  const date = new Date(0)
  date.setUTCFullYear(year, month, day)
  const result = new Date(date.getTime() + at - offsetMinutes(zone) * 60_000)
  return Number.isNaN(result.getTime()) ? undefined : result
}

function daysIn(year: number, month: number): number {
  const last = new Date(0)
  last.setUTCFullYear(year, month + 1, 0)
  return last.getUTCDate()
}

function milliseconds(time: string): number | undefined {
  const found = /^(\d{1,2}):?(\d{2})(?::?(\d{2}(?:[.,]\d+)?))?(?:\s*([ap]))?/i.exec(time)
  if (!found) return undefined
  const [, hours = '', minutes, seconds = '0', half] = found
  const hour = half ? (Number(hours) % 12) + (half.toLowerCase() === 'p' ? 12 : 0) : Number(hours)
  if (hour > 24 || Number(minutes) > 59) return undefined
  return Math.round((hour * 3600 + Number(minutes) * 60 + Number(seconds.replace(',', '.'))) * 1000)
}

function offsetMinutes(zone: string | undefined): number {
  if (!zone) return 0
  const found = /^(?:GMT|UTC)?\s*([+-])\s*(\d{1,2}):?(\d{2})?/i.exec(zone)
  if (!found) return zones[letters(zone.split(/[ (]/)[0] ?? '')] ?? 0
  const [, sign, hours, minutes = '0'] = found
  return (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1)
}
