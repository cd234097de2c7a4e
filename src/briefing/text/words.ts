import { scanWords } from './scan-words.ts'
import { segmenterOf } from './segmenter.ts'
import { stopWords } from './stop-words.ts'

/** The words of a text as written, without punctuation. */
export function wordsOf(text: string): readonly string[] {
  return scanWords(text) ?? segmented(text)
}

export function countWords(text: string): number {
  return wordsOf(text).length
}

/** What a text is about: its words but for stop words, lower case, cut to their stems; repeated as often as they stand there. */
export function contentStems(text: string, language?: string): readonly string[] {
  const stops = stopWords(language)
  const known = knownStems(stops)
  const stems: string[] = []
  for (const word of wordsOf(text)) {
    const before = known.get(word)
    const stem = before ?? contentStem(word, stops)
    if (before === undefined) known.set(word, stem)
    if (stem !== '') stems.push(stem)
  }
  return stems
}

/** Nothing for a word that says nothing. */
function contentStem(word: string, stops: ReadonlySet<string>): string {
  const lower = word.toLowerCase().replace(/’/g, "'")
  if (stops.has(lower)) return ''
  const stem = stemOf(lower)
  return stem.length > 1 || /\p{N}|\P{ASCII}/u.test(stem) ? stem : ''
}

/** News says the same words again and again: the stems found before are kept, by the language's stop words. */
const stemsByStops = new WeakMap<ReadonlySet<string>, Map<string, string>>()
const mostKnown = 20_000

function knownStems(stops: ReadonlySet<string>): Map<string, string> {
  const kept = stemsByStops.get(stops)
  if (kept && kept.size < mostKnown) return kept
  const fresh = new Map<string, string>()
  stemsByStops.set(stops, fresh)
  return fresh
}

/** Takes off the commonest endings of English and of its neighbours, so that "strikes" meets "striking". */
export function stemOf(lower: string): string {
  const word = lower.replace(/'s?$/, '')
  if (word.length <= 3 || /\p{N}/u.test(word)) return word
  const bare = withoutPlural(word)
  const cut = /^(.*[aeiouy].*[^aeiou])(?:ing|ed)$/.exec(bare)?.[1] ?? bare
  if (cut.length < 3) return bare
  const single = cut !== bare ? cut.replace(/([bdfgmnprt])\1$/, '$1') : cut
  return single.length > 4 ? single.replace(/e$/, '') : single
}

function withoutPlural(word: string): string {
  if (word.endsWith('sses')) return word.slice(0, -2)
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`
  if (/[^s]s$/.test(word) && !/(us|is)$/.test(word)) return word.slice(0, -1)
  return word
}

function segmented(text: string): readonly string[] {
  return [...segmenterOf(undefined, 'word').segment(text)]
    .filter((part) => part.isWordLike)
    .map((part) => part.segment)
}

/** How often each word stands in a list. */
export function countEach(words: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

/** The cosine of two bags of words, 0 to 1. */
export function cosine(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a]
  let product = 0
  for (const [word, count] of small) product += count * (large.get(word) ?? 0)
  return product === 0 ? 0 : product / (norm(a) * norm(b))
}

function norm(counts: ReadonlyMap<string, number>): number {
  let sum = 0
  for (const count of counts.values()) sum += count * count
  return Math.sqrt(sum)
}
