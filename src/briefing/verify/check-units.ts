import { contentStems } from '../text/words.ts'
import type { Ground } from './ground.ts'
import type { Issue } from './issue.ts'
import { isSameNumber, numbersIn, type SaidNumber } from './numbers.ts'

/** How far after a number the thing that it counts is looked for. */
const reachUnits = 32

/** Numbers that the ground says of other things, while it says another number of this thing. */
export function checkUnits(statement: string, ground: Ground): readonly Issue[] {
  return numbersIn(statement, ground.language).flatMap((said) => {
    const counted = countedBy(said, statement, ground.language)
    if (said.value <= 1 || counted.length === 0) return []
    const rivals = ground.sentences.flatMap((sentence) =>
      sentence.numbers
        .map((number) => ({ number, counted: countedBy(number, sentence.text, ground.language) }))
        .filter((other) => other.counted[0] !== undefined && counted[0] === other.counted[0]),
    )
    const [first] = rivals
    if (!first || rivals.some(({ number }) => isSameNumber(number, said))) return []
    if (!isSaidSomewhere(said, ground) || isSaidOf(counted[0], said, ground)) return []
    const why = `The article says ${said.text} of something else, and here ${first.number.text}.`
    return [{ kind: 'misplaced' as const, text: said.text, why }]
  })
}

function isSaidSomewhere(said: SaidNumber, ground: Ground): boolean {
  return ground.sentences.some(({ numbers }) =>
    numbers.some((number) => isSameNumber(number, said)),
  )
}

function isSaidOf(stem: string | undefined, said: SaidNumber, ground: Ground): boolean {
  return ground.sentences.some(
    ({ numbers, content }) =>
      stem !== undefined &&
      content.has(stem) &&
      numbers.some((number) => isSameNumber(number, said)),
  )
}

/** What the words after a number are about, as stems. */
function countedBy(number: SaidNumber, text: string, language?: string): readonly string[] {
  if (number.kind === 'ordinal' || isYear(number)) return []
  const after = text.slice(number.end, number.end + reachUnits).split(/[,.;:()]|\s[–-]\s/u)[0] ?? ''
  const whole = after.length < reachUnits ? after : after.replace(/\S+$/, '')
  return contentStems(whole, language).slice(0, 2)
}

function isYear({ value, text }: SaidNumber): boolean {
  return /^\d{4}$/.test(text) && value >= 1000 && value < 2200
}
