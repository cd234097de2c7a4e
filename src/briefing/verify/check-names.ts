import type { Allowed } from './allowed.ts'
import { type Ground, initialsIn } from './ground.ts'
import type { Issue } from './issue.ts'
import { bareName, type NameWord, nameWordsIn, otherNamesOf, rootOfName } from './names.ts'

/** The names of a statement that neither the ground nor what is known about it has. */
export function checkNames(statement: string, ground: Ground, allowed: Allowed): readonly Issue[] {
  const spelledOut = initialsIn(statement)
  const names = nameWordsIn(statement, ground.language)
  const isStrange = ({ text }: NameWord) =>
    !isKnownName(text, ground, allowed) && !isSpelledOut(text, statement, spelledOut, ground)
  return names.flatMap((name, i) => {
    if (!isStrange(name)) return []
    const next = names[i + 1]
    const isGiven = next?.goesOn === true && !isStrange(next)
    const why = `"${name.text}" does not stand in the article.`
    return [{ kind: isGiven ? 'added given name' : 'invented name', text: name.text, why }]
  })
}

/** The ground, or what is known about it, has this word of a name, in this or another of its forms. */
export function isKnownName(text: string, ground: Ground, allowed: Allowed): boolean {
  const name = bareName(text)
  const has = (word: string) => ground.words.has(word) || allowed.words.has(word)
  if (has(name) || has(name.replace(/s$/, '')) || has(`${name}s`)) return true
  if (otherNamesOf(name).some(has) || ground.nameRoots.has(rootOfName(name))) return true
  if (ground.initials.has(name) || isMisspelt(name, ground)) return true
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

/** So long a name with one letter other is the same name in another spelling. */
const spellingLength = 7

function isMisspelt(name: string, ground: Ground): boolean {
  if (name.length < spellingLength) return false
  for (const word of ground.words) if (isOneLetterOff(word, name)) return true
  return false
}

function isOneLetterOff(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || a[0] !== b[0]) return false
  let same = 0
  while (same < a.length && a[same] === b[same]) same++
  const [restA, restB] = [a.slice(same), b.slice(same)]
  return restA.slice(1) === restB.slice(1) || restA.slice(1) === restB || restA === restB.slice(1)
}
