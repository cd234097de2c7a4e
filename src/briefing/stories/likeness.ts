import { dayInUrl } from './day-in-url.ts'
import type { Overlap } from './overlap.ts'
import type { Groupable } from './vectors.ts'

/** From this many characters on a text speaks for itself; below it only the title and a stub can be compared. */
const fullTextChars = 300

/** The cosine from which two items are alike, by what there is of them. */
const alikeFrom = { fullTexts: 0.15, stubs: 0.8, bareTitles: 0.16, titleAndText: 0.5 }

/** Items that share fewer words than this are often alike by chance; each one missing raises what is needed. */
const fewestShared = 3
const chancePerMissing = 0.27

/** Further apart than this, items must be the more alike the longer it is; titles alone sooner than full texts. */
const calmHours = { fullTexts: 24, stubs: 12 }
const driftPerDay = { fullTexts: 0.02, stubs: 1.5 }

/** How much of the likeness that all items of a window have does not count. */
const topicShare = 0.47

/** One site puts two headlines above two things: between stubs, this much more is needed. */
const sameSiteFactor = 4

const hourMs = 3_600_000

/** What likeness depends on besides the words. */
export type Facts = {
  readonly chars: number
  readonly atMs: number | undefined
  /** The host of the address. */
  readonly site: string | undefined
  /** The mean cosine with all items of the window: in a window full of one topic, more is needed. */
  readonly commonness: number
}

export function toFacts(item: Groupable, commonness: number): Facts {
  const at = item.publishedAt ?? dayInUrl(item.url)
  const site = /^https?:\/\/(?:www\.)?([^/?#]+)/i.exec(item.url ?? '')?.[1]?.toLowerCase()
  return { chars: item.text.length, atMs: at?.getTime(), site, commonness }
}

/** How alike two items are, as a share of what is needed to be told as one: the needed cosine follows text length and time. */
export function likenessOf({ cosine, shared }: Overlap, a: Facts, b: Facts): number {
  const chance = 1 + chancePerMissing * Math.max(0, fewestShared - shared)
  const needed = neededCosine(a.chars, b.chars) + (topicShare * (a.commonness + b.commonness)) / 2
  return cosine / (needed * chance * ofOneSite(a, b) * drift(a, b))
}

function neededCosine(charsOfA: number, charsOfB: number): number {
  const fewer = Math.min(charsOfA, charsOfB)
  if (fewer >= fullTextChars) return alikeFrom.fullTexts
  if (Math.max(charsOfA, charsOfB) === 0) return alikeFrom.bareTitles
  if (fewer === 0) return alikeFrom.titleAndText
  const share = fewer / fullTextChars
  return alikeFrom.stubs + (alikeFrom.fullTexts - alikeFrom.stubs) * share
}

function ofOneSite(a: Facts, b: Facts): number {
  const areStubs = Math.min(a.chars, b.chars) < fullTextChars
  return areStubs && a.site !== undefined && a.site === b.site ? sameSiteFactor : 1
}

function drift(a: Facts, b: Facts): number {
  if (a.atMs === undefined || b.atMs === undefined) return 1
  const kind = Math.min(a.chars, b.chars) >= fullTextChars ? 'fullTexts' : 'stubs'
  const hoursBeyond = Math.abs(a.atMs - b.atMs) / hourMs - calmHours[kind]
  return hoursBeyond <= 0 ? 1 : 1 + (driftPerDay[kind] * hoursBeyond) / 24
}
