import type { Allowed } from './allowed.ts'
import type { Ground } from './ground.ts'
import type { Issue } from './issue.ts'
import { isSameNumber, numbersIn, type SaidNumber } from './numbers.ts'

/** A rounded number is this close to the exact one. */
const roundingShare = 0.06

/** The numbers of a statement that the ground does not say, and those that it says more exactly. */
export function checkNumbers(
  statement: string,
  ground: Ground,
  allowed: Allowed,
  language = ground.language,
): readonly Issue[] {
  return numbersIn(statement, language).flatMap((said) =>
    checkNumber(said, statement, ground, allowed),
  )
}

function checkNumber(
  said: SaidNumber,
  statement: string,
  ground: Ground,
  allowed: Allowed,
): readonly Issue[] {
  if (said.value <= 1 || allowed.numbers.has(said.value)) return []
  if (isNearbyDay(said, statement, allowed)) return []
  const known = ground.sentences.flatMap((sentence) => sentence.numbers)
  const same = known.filter((number) => isSameNumber(number, said))
  if (same.length > 0) return sharpened(said, statement, ground)
  const isRough = boundBefore(statement, said.start) !== 'none'
  const near = known.find((number) => isNear(number.value, said.value) && number.kind === said.kind)
  if (near && isRough) return [softened(said, near)]
  return [
    {
      kind: 'invented number',
      text: said.text,
      why: near
        ? `The article says ${near.text}.`
        : `The number ${said.text} does not stand in the article.`,
    },
  ]
}

/** "On 3 March", "Tuesday the 3rd", "am 3. März": the day of publication or one around it. */
function isNearbyDay(
  { value, start, end }: SaidNumber,
  statement: string,
  { days }: Allowed,
): boolean {
  const before = /(\p{L}+)\.?,?\s*(?:the\s*)?$/u.exec(statement.slice(0, start))?.[1]
  const after = /^(?:st|nd|rd|th|er|\.|º)?\s*(?:(?:of|de|di)\s+)?(\p{L}+)/u.exec(
    statement.slice(end),
  )?.[1]
  return [before, after].some((word) => days.has(`${value} ${word?.toLowerCase()}`))
}

function isNear(a: number, b: number): boolean {
  return Math.abs(a - b) <= roundingShare * Math.max(a, b) && Math.max(a, b) >= 10
}

function softened(said: SaidNumber, exact: SaidNumber): Issue {
  return {
    kind: 'softened',
    text: said.text,
    why: `The article says ${exact.text} where the summary says about ${said.text}.`,
  }
}

/** "About 90,000" where the article says "more than 90,000", or the other way round. */
function sharpened(said: SaidNumber, statement: string, ground: Ground): readonly Issue[] {
  const bound = boundBefore(statement, said.start)
  if (bound === 'none') return []
  const known = ground.sentences.flatMap((sentence) =>
    sentence.numbers
      .filter((number) => isSameNumber(number, said))
      .map((number) => ({ number, bound: boundBefore(sentence.text, number.start) })),
  )
  const [first] = known
  if (!first || known.some((place) => place.bound === bound)) return []
  const isOpposite = known.every((place) => opposite[place.bound] === bound)
  const words = first.bound === 'none' ? first.number.text : `${first.bound} ${first.number.text}`
  const why = `The article says "${words}".`
  return [{ kind: isOpposite ? 'invented number' : 'softened', text: said.text, why }]
}

type Bound = 'none' | 'about' | 'more than' | 'less than'

const bounds: readonly (readonly [Bound, RegExp])[] = [
  [
    'more than',
    /\b(?:more than|over|at least|above|exceeding|mehr als|über|mindestens|plus de|más de|oltre|mais de|meer dan)\s*[£$€]?\s*$/iu,
  ],
  [
    'less than',
    /\b(?:less than|fewer than|under|below|up to|at most|nearly|almost|close to|weniger als|unter|knapp|fast|moins de|près de|menos de|casi|quasi|quase|minder dan|bijna)\s*[£$€]?\s*$/iu,
  ],
  [
    'about',
    /\b(?:about|around|roughly|approximately|some|rund|etwa|ungefähr|environ|unos|unas|cerca de|circa|ongeveer)\s*[£$€]?\s*$/iu,
  ],
]

function boundBefore(text: string, at: number): Bound {
  const before = text.slice(Math.max(0, at - 24), at)
  return bounds.find(([, pattern]) => pattern.test(before))?.[0] ?? 'none'
}

const opposite: Readonly<Record<Bound, Bound | undefined>> = {
  none: undefined,
  about: undefined,
  'more than': 'less than',
  'less than': 'more than',
}
