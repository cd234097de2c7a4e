import { kinOf } from '../text/senses.ts'
import { contentStems } from '../text/words.ts'
import type { Allowed } from './allowed.ts'
import type { Ground } from './ground.ts'

/** A statement shares at least this part of its words with the article that it is about. */
const leastShared = 0.7

/** Most of what it says, but for numbers and dates and that somebody says it, stands in the article in these or like words. */
export function isAbout(statement: string, ground: Ground, allowed: Allowed): boolean {
  const stems = contentStems(statement, ground.language).filter(
    (stem) => !/\p{N}/u.test(stem) && !allowed.words.has(stem) && !saying.has(stem),
  )
  const isSaid = (stem: string) => kinOf(stem).some((same) => ground.stems.has(same))
  return stems.filter(isSaid).length >= stems.length * leastShared
}

const saying = new Set(['accord', ...kinOf('said')])
