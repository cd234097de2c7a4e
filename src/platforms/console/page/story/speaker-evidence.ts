import type { Range } from '../../../../domain/passage.ts'
import type { Quote } from '../../../../domain/quote.ts'

type Said = Pick<Quote, 'start' | 'end' | 'speaker'>

/** Letters and figures of a word go on; "Lee" does not stand in "Leeds". */
const letter = /[\p{L}\p{N}]/u

/**
 * Where the article says whose words these are: the speaker's name and role nearest to the quote, and their family name in
 * the quote's own paragraph. In the order of the text; none inside the quote.
 */
export function speakerEvidence(text: string, quote: Said): readonly Range[] {
  const { name, role } = quote.speaker
  const named = nearest(placesOf(text, name), quote) ?? nearest(placesOf(text, bare(name)), quote)
  const office = role === undefined ? undefined : nearest(placesOf(text, role), named ?? quote)
  const paragraph = paragraphAround(text, quote)
  const again = placesOf(text, familyName(name)).filter(
    ({ start, end }) => start >= paragraph.start && end <= paragraph.end,
  )
  return merged([named, office, ...again].filter((each) => each && !meets(each, quote)) as Range[])
}

function placesOf(text: string, words: string): readonly Range[] {
  const places: Range[] = []
  if (words === '') return places
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    const end = at + words.length
    if (!letter.test(text.charAt(at - 1)) && !letter.test(text.charAt(end)))
      places.push({ start: at, end })
  }
  return places
}

/** "a senior official" is also "the senior official" elsewhere. */
function bare(name: string): string {
  return name.replace(/^(?:an?|the|one|some) /i, '')
}

/** The last word of a name; nothing for an unnamed source, whose last word may be any noun. */
function familyName(name: string): string {
  const last = name.split(/\s+/).at(-1) ?? ''
  return /^\p{Lu}/u.test(last) && last.length > 2 ? last : ''
}

function nearest(places: readonly Range[], to: Range): Range | undefined {
  const apart = (place: Range) => Math.max(place.start - to.end, to.start - place.end)
  return places
    .filter((place) => !meets(place, to))
    .reduce<Range | undefined>(
      (best, place) => (best === undefined || apart(place) < apart(best) ? place : best),
      undefined,
    )
}

function meets(one: Range, other: Range): boolean {
  return one.start < other.end && other.start < one.end
}

function paragraphAround(text: string, { start, end }: Range): Range {
  const before = text.lastIndexOf('\n\n', start)
  const after = text.indexOf('\n\n', end)
  return { start: Math.max(before, 0), end: after < 0 ? text.length : after }
}

function merged(ranges: readonly Range[]): readonly Range[] {
  const found: Range[] = []
  for (const range of ranges.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = found.at(-1)
    if (last === undefined || range.start >= last.end) found.push(range)
  }
  return found
}
