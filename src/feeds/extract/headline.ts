import { plainTitle, titleText } from '../parse/title-text.ts'

/** Where a page's headline may stand, each as written; the best known place first. */
export type HeadlineSources = {
  readonly marked: readonly (string | undefined)[]
  readonly headings: readonly string[]
  readonly documentTitle: string | undefined
  /** Names of the site, which titles carry at their end. */
  readonly siteNames: readonly string[]
}

/** The share of words that a heading must have in common with the marked title to be the same headline. */
const sameHeadline = 0.5

const separator = /\s+(?:[|–—·•»:-]|::|\/\/)\s+/

/** The headline as readers of the page see it: without the site's name, and as its heading has it. */
export function headlineOf(sources: HeadlineSources): string | undefined {
  const marked = [...sources.marked, sources.documentTitle]
    .map((title) => withoutSite(titleText(title), sources.siteNames))
    .find((title) => title !== undefined)
  const headings = sources.headings.map(plainTitle).filter((text) => text !== undefined)
  if (marked === undefined) return headings[0]
  return headings.find((text) => overlap(text, marked) >= sameHeadline) ?? marked
}

function withoutSite(title: string | undefined, siteNames: readonly string[]): string | undefined {
  if (title === undefined || siteNames.some((name) => isSame(name, title))) return undefined
  const parts = title.split(separator)
  if (parts.length < 2) return title
  const last = parts.at(-1) ?? ''
  if (!siteNames.some((name) => isSame(name, last))) return title
  return withoutSite(
    title.slice(0, title.lastIndexOf(last)).replace(/\s+\S{1,2}\s*$/, ''),
    siteNames,
  )
}

function isSame(name: string, other: string): boolean {
  return letters(name) !== '' && letters(name) === letters(other)
}

const letters = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')

/** Words in common, as a share of the words of the longer text. */
function overlap(one: string, other: string): number {
  const words = (text: string) => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])
  const [a, b] = [words(one), words(other)]
  const common = [...a].filter((word) => b.has(word)).length
  return common / Math.max(a.size, b.size, 1)
}
