import { wordsOf } from '../text/words.ts'
import { bareName } from './names.ts'
import { numbersIn } from './numbers.ts'
import { usableTag } from './same-language.ts'

/** What a statement may say although the text does not: who published it, who wrote it and when. */
export type Allowed = {
  readonly words: ReadonlySet<string>
  readonly numbers: ReadonlySet<number>
  /** The days around, as number and name: "3 march", "3 tuesday". */
  readonly days: ReadonlySet<string>
}

/** How many days around the day of publication "on Thursday" and "yesterday" can mean. */
const nearbyDays = 7
const dayMs = 24 * 60 * 60 * 1000

/** The words and numbers of an article's outlet, title, byline and day of publication, with the days around it by name. */
export function allowedBy(about: {
  readonly outlet?: string | undefined
  readonly title?: string | undefined
  readonly byline?: string | undefined
  readonly publishedAt?: Date | undefined
  readonly language?: string | undefined
}): Allowed {
  const words = new Set(
    wordsOf(`${about.outlet ?? ''} ${about.title ?? ''} ${about.byline ?? ''}`).map((word) =>
      bareName(word),
    ),
  )
  const numbers = new Set(numbersIn(about.title ?? '', about.language).map(({ value }) => value))
  const days = new Set<string>()
  for (let offset = -nearbyDays; about.publishedAt && offset <= nearbyDays; offset++) {
    const day = new Date(about.publishedAt.getTime() + offset * dayMs)
    numbers.add(day.getUTCFullYear())
    for (const language of new Set(['en', about.language ?? 'en'])) {
      for (const name of namesOfDay(day, language)) {
        words.add(name)
        days.add(`${day.getUTCDate()} ${name}`)
      }
    }
  }
  return { words, numbers, days }
}

function namesOfDay(day: Date, language: string): readonly string[] {
  const format = new Intl.DateTimeFormat(usableTag(language), {
    weekday: 'long',
    month: 'long',
    timeZone: 'UTC',
  })
  return format
    .formatToParts(day)
    .filter(({ type }) => type === 'weekday' || type === 'month')
    .map(({ value }) => value.toLowerCase())
}

export function allAllowed(parts: readonly Allowed[]): Allowed {
  return {
    words: new Set(parts.flatMap((part) => [...part.words])),
    numbers: new Set(parts.flatMap((part) => [...part.numbers])),
    days: new Set(parts.flatMap((part) => [...part.days])),
  }
}
