type Granularity = 'sentence' | 'word'

const made = new Map<string, Intl.Segmenter>()

/** The segmenter of a BCP 47 tag; the one of no language in particular where the tag cannot be read. */
export function segmenterOf(
  language: string | undefined,
  granularity: Granularity,
): Intl.Segmenter {
  const key = `${granularity} ${language ?? ''}`
  const known = made.get(key)
  if (known) return known
  const segmenter = new Intl.Segmenter(readable(language), { granularity })
  if (made.size < 100) made.set(key, segmenter)
  return segmenter
}

function readable(language: string | undefined): string | undefined {
  try {
    return Intl.getCanonicalLocales(language?.replaceAll('_', '-'))[0]
  } catch {
    return undefined
  }
}
