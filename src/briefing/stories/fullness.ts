import type { Article } from '../../domain/article.ts'

/** A text of this length tells a story in full; more is background. */
const fullChars = 4000

/** Compares tellings of one story: the fullest first, among those about as full the earliest. */
export function byFullness(a: Article, b: Article): number {
  return fullness(b) - fullness(a) || appearedAt(a) - appearedAt(b) || (a.id < b.id ? -1 : 1)
}

/** In steps of double length, so that a few words more do not outweigh an hour. */
function fullness({ text, partial }: Article): number {
  const steps = Math.floor(Math.log2(Math.min(Math.max(text.length, 1), fullChars)))
  return partial ? steps - 2 : steps
}

function appearedAt({ publishedAt, firstSeenAt }: Article): number {
  return (publishedAt ?? firstSeenAt).getTime()
}
