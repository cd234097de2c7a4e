import { dayInUrl } from './day-in-url.ts'
import type { Overlap } from './overlap.ts'
import type { Groupable } from './vectors.ts'

/** From this many characters on a text speaks for itself; below it only the title and a stub can be compared. */
const fullTextChars = 300

/** The cosine from which two items are alike, by what there is of them. */
const alikeFrom = { fullTexts: 0.15, stubs: 0.8, bareTitles: 0.16, titleAndText: 0.5 }

/** Items that share fewer words than this are often alike by chance; each one missing raises what is needed. */
const fewestShared = 3
const chancePerMissing = 0.3

/** Further apart than this, items must be the more alike the longer it is; titles alone sooner than full texts. */
const calmHours = 24
const driftPerDay = { fullTexts: 0.05, stubs: 1.5 }

/** How much of the likeness that all items of a window have does not count. */
const topicShare = 0.5

const hourMs = 3_600_000

/** What likeness depends on besides the words. */
export type Facts = {
  /** The mean cosine with all items of the window: in a window full of one topic, more is needed. */ readonly chars: number
  readonly atMs: number | undefined
  readonly commonness: number
}

export function toFacts(item: Groupable, commonness: number): Facts {
  const at = item.publishedAt ?? dayInUrl(item.url)
  return { chars: item.text.length, atMs: at?.getTime(), commonness }
}

/** How alike two items are, as a share of what is needed to be told as one: the needed cosine follows text length and time. */
export function likenessOf({ cosine, shared }: Overlap, a: Facts, b: Facts): number {
  const chance = 1 + chancePerMissing * Math.max(0, fewestShared - shared)
  const needed = neededCosine(a.chars, b.chars) + (topicShare * (a.commonness + b.commonness)) / 2
  return cosine / (needed * chance * drift(a, b))
}

function neededCosine(charsOfA: number, charsOfB: number): number {
  const fewer = Math.min(charsOfA, charsOfB)
  if (fewer >= fullTextChars) return alikeFrom.fullTexts
  if (Math.max(charsOfA, charsOfB) === 0) return alikeFrom.bareTitles
  if (fewer === 0) return alikeFrom.titleAndText
  const share = fewer / fullTextChars
  return alikeFrom.stubs + (alikeFrom.fullTexts - alikeFrom.stubs) * share
}

function drift(a: Facts, b: Facts): number {
  if (a.atMs === undefined || b.atMs === undefined) return 1
  const hoursApart = Math.abs(a.atMs - b.atMs) / hourMs
  if (hoursApart <= calmHours) return 1
  const areFull = Math.min(a.chars, b.chars) >= fullTextChars
  const perDay = areFull ? driftPerDay.fullTexts : driftPerDay.stubs
  return 1 + (perDay * (hoursApart - calmHours)) / 24
}
