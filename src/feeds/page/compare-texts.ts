const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' })

/** The words of a text as they are written, punctuation left out. */
export function wordsIn(text: string): readonly string[] {
  return [...segmenter.segment(text)].filter(({ isWordLike }) => isWordLike).map(lowerCase)
}

const lowerCase = ({ segment }: Intl.SegmentData) => segment.toLowerCase()

/** Short words are the same everywhere and tell nothing. */
function tellingWords(text: string): ReadonlySet<string> {
  const words = wordsIn(text)
  return new Set(words.filter((word) => word.length > 3 || /\p{N}|[^\p{Script=Latin}]/u.test(word)))
}

/** The share of the telling words of `part` that `whole` has too, 0 to 1; 1 where `part` has none. */
export function shareFoundIn(part: string, whole: string): number {
  const words = [...tellingWords(part)]
  if (words.length === 0) return 1
  const found = tellingWords(whole)
  return words.filter((word) => found.has(word)).length / words.length
}

/** Whether every number of `part` stands in `whole` as well. */
export function hasNumbersOf(part: string, whole: string): boolean {
  const known = new Set(numbersIn(whole))
  return numbersIn(part).every((number) => known.has(number))
}

function numbersIn(text: string): readonly string[] {
  return text.match(/\p{N}+(?:[.,:]\p{N}+)*/gu) ?? []
}
