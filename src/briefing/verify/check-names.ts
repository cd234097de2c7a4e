import type { Allowed } from './allowed.ts'
import { type Ground, initialsIn } from './ground.ts'
import type { Issue } from './issue.ts'
import { bareName, nameWordsIn, otherNamesOf, rootOfName } from './names.ts'

/** The names of a statement that neither the ground nor what is known about it has. */
export function checkNames(statement: string, ground: Ground, allowed: Allowed): readonly Issue[] {
  const spelledOut = initialsIn(statement)
  return nameWordsIn(statement, ground.language)
    .filter(({ text }) => !isKnown(text, ground, allowed))
    .filter(({ text }) => !isSpelledOut(text, statement, spelledOut, ground))
    .map(({ text }) => ({
      kind: 'invented name',
      text,
      why: `"${text}" does not stand in the article.`,
    }))
}

function isKnown(text: string, ground: Ground, allowed: Allowed): boolean {
  const name = bareName(text)
  const has = (word: string) => ground.words.has(word) || allowed.words.has(word)
  if (has(name) || has(name.replace(/s$/, '')) || has(`${name}s`)) return true
  if (otherNamesOf(name).some(has) || ground.nameRoots.has(rootOfName(name))) return true
  if (ground.initials.has(name)) return true
  const parts = name.split(/[-'&/]/).filter((part) => part !== '')
  return (
    parts.length > 1 && parts.every((part) => has(part) || ground.nameRoots.has(rootOfName(part)))
  )
}

/** The ground has only the abbreviation: "IMF" for "International Monetary Fund". */
function isSpelledOut(
  text: string,
  statement: string,
  spelledOut: ReadonlySet<string>,
  ground: Ground,
): boolean {
  const initial = text[0]?.toLowerCase() ?? ''
  return [...spelledOut].some(
    (short) =>
      short.length >= 3 &&
      short.includes(initial) &&
      ground.words.has(short) &&
      standsInRunOf(short, text, statement),
  )
}

function standsInRunOf(short: string, text: string, statement: string): boolean {
  const words = statement.split(/[\s-]+/).filter((word) => /^\p{Lu}/u.test(word))
  for (let from = 0; from + short.length <= words.length; from++) {
    const run = words.slice(from, from + short.length)
    const initials = run.map((word) => word[0]?.toLowerCase()).join('')
    if (initials === short && run.some((word) => word.startsWith(text))) return true
  }
  return false
}
