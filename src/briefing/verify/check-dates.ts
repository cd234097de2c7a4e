import type { Allowed } from './allowed.ts'
import type { Ground } from './ground.ts'
import type { Issue } from './issue.ts'

const weekdays = 'monday tuesday wednesday thursday friday saturday sunday'.split(' ')
const months =
  'january february march april may june july august september october november december'.split(' ')
const shortened = new Map([...weekdays, ...months].map((name) => [name.slice(0, 3), name]))

const pattern =
  /\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December)s?\b/gu

/** The weekdays and months of a statement that neither the ground nor the days around its publication have. */
export function checkDates(statement: string, ground: Ground, allowed: Allowed): readonly Issue[] {
  const said = [...statement.matchAll(pattern)].map((match) => match[0])
  return said
    .filter((name) => !isSaid(name.toLowerCase().replace(/s$/, ''), ground, allowed))
    .map((name) => ({
      kind: 'invented date',
      text: name,
      why: `The article does not say "${name}".`,
    }))
}

function isSaid(name: string, ground: Ground, allowed: Allowed): boolean {
  if (ground.words.has(name) || ground.words.has(`${name}s`) || allowed.words.has(name)) return true
  return [...shortened].some(
    ([short, full]) =>
      full === name && (ground.words.has(short) || ground.words.has(name.slice(0, 4))),
  )
}
