import { contentStems } from './words.ts'

/** From this share of common words on the shorter text says nothing of its own. */
const sameShare = 0.5

/** What a text is about, each word once. */
export function gistOf(text: string, language?: string): ReadonlySet<string> {
  return new Set(contentStems(text, language))
}

/** Most words of content of the shorter text stand in the other. */
export function saysSame(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const [short, long] = a.size <= b.size ? [a, b] : [b, a]
  let shared = 0
  for (const stem of short) if (long.has(stem)) shared++
  return shared > sameShare * Math.max(1, short.size)
}
