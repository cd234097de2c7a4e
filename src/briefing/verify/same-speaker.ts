import type { Range } from '../../domain/passage.ts'
import type { Speaker } from '../../domain/quote.ts'
import { wordsOf } from '../text/words.ts'
import { bareName } from './names.ts'

const address = new Set(
  'mr mrs ms miss dr prof professor sir dame lord lady the a an der die das le la el il o herr frau'.split(
    ' ',
  ),
)

/** Both names can be of one person: the surname is the same and no other name stands against it. */
export function isSameSpeaker(claimed: Speaker, named: Speaker): boolean {
  const a = namesOf(claimed.name)
  const b = namesOf(named.name)
  const [lastA, lastB] = [a.at(-1), b.at(-1)]
  if (lastA === undefined || lastB === undefined) return false
  if (lastA === lastB) return a.length < 2 || b.length < 2 || agree(a[0], b[0]) || shares(a, b)
  const roles = namesOf(`${named.name} ${named.role ?? ''}`)
  return a.every((word) => roles.includes(word))
}

function namesOf(name: string): readonly string[] {
  return wordsOf(name)
    .map(bareName)
    .filter((word) => !address.has(word))
}

/** "J" and "Joseph", "Joe" and "Joseph": initials and short forms begin alike. */
function agree(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && b !== undefined && a[0] === b[0]
}

function shares(a: readonly string[], b: readonly string[]): boolean {
  return a.slice(0, -1).some((word) => b.slice(0, -1).includes(word))
}

/** Nobody's name. */
const pronouns = new Set(
  'i he she it they we you who him her them us me er sie es ich wir il elle ils elles él ella ellos lui lei ele ela hij zij ze'.split(
    ' ',
  ),
)

/** How far from a quotation its speaker is looked for where the article does not tie them. */
const nearUnits = 400

/** The speaker's last name stands near the quotation, outside it. */
export function speaksNear(claimed: Speaker, place: Range, text: string): boolean {
  const last = namesOf(claimed.name).at(-1)
  if (last === undefined || pronouns.has(last)) return false
  const before = text.slice(Math.max(0, place.start - nearUnits), place.start)
  const after = text.slice(place.end, place.end + nearUnits)
  return wordsOf(`${before} ${after}`).some((word) => bareName(word) === last)
}
