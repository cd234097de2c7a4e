import type { Allowed } from './allowed.ts'
import { isKnownName } from './check-names.ts'
import type { Ground } from './ground.ts'
import type { Issue } from './issue.ts'
import { bareName, type NameWord, nameWordsIn } from './names.ts'

/** Names of places begin alike in most languages: "London" and "Londres". */
const alikeUnits = 3

/**
 * The names of a statement in another language than the ground's that cannot be a name of the ground in translation: no
 * country's name, and no word that begins as a name of the ground does.
 */
export function checkForeignNames(
  statement: string,
  ground: Ground,
  allowed: Allowed,
  language: string,
): readonly Issue[] {
  const names = nameWordsIn(statement, language)
  const countries = countriesIn(ground, language)
  const isStrange = ({ text }: NameWord) => !isKnown(text, ground, allowed, countries)
  return runsOf(names)
    .filter((run) => run.every(isStrange))
    .map((run) => run.map(({ text }) => text).join(' '))
    .map((text) => ({
      kind: 'invented name',
      text,
      why: `"${text}" does not stand in the article.`,
    }))
}

function runsOf(names: readonly NameWord[]): readonly (readonly NameWord[])[] {
  const runs: NameWord[][] = []
  for (const name of names) {
    const last = runs.at(-1)
    if (name.goesOn && last) last.push(name)
    else runs.push([name])
  }
  return runs
}

function isKnown(
  text: string,
  ground: Ground,
  allowed: Allowed,
  countries: ReadonlySet<string>,
): boolean {
  const name = bareName(text)
  if (isKnownName(text, ground, allowed) || countries.has(name)) return true
  const start = plainLetters(name).slice(0, alikeUnits)
  return startsOf(ground).has(start)
}

const starts = new WeakMap<Ground, ReadonlySet<string>>()

function startsOf(ground: Ground): ReadonlySet<string> {
  const known = starts.get(ground)
  if (known) return known
  const names = nameWordsIn(ground.text, ground.language)
  const found = new Set(names.map(({ text }) => plainLetters(bareName(text)).slice(0, alikeUnits)))
  starts.set(ground, found)
  return found
}

function plainLetters(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '')
}

/** The words of the names that a language has for the countries that the ground speaks of. */
function countriesIn(ground: Ground, language: string): ReadonlySet<string> {
  const theirs = countryNames(language)
  const found = new Set<string>()
  for (const [code, name] of countryNames(ground.language ?? 'en')) {
    const words = name.toLowerCase().split(/\s+/)
    if (!words.every((word) => ground.words.has(word))) continue
    for (const word of (theirs.get(code) ?? '').toLowerCase().split(/[\s-]+/)) found.add(word)
  }
  return found
}

const byLanguage = new Map<string, ReadonlyMap<string, string>>()
const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']

function countryNames(language: string): ReadonlyMap<string, string> {
  const known = byLanguage.get(language)
  if (known) return known
  const names = new Map<string, string>()
  const display = new Intl.DisplayNames([language, 'en'], { type: 'region', fallback: 'none' })
  for (const code of letters.flatMap((first) => letters.map((second) => first + second))) {
    const name = display.of(code)
    if (name !== undefined) names.set(code, name)
  }
  byLanguage.set(language, names)
  return names
}
