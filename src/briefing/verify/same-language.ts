/** Both tags are of one language; an unknown one can be any. */
export function isSameLanguage(a: string | undefined, b: string | undefined): boolean {
  const primary = (tag: string) => tag.toLowerCase().split(/[-_]/)[0]
  return a === undefined || b === undefined || primary(a) === primary(b)
}

/** A tag that `Intl` takes; English for what is none. */
export function usableTag(tag: string | undefined): string {
  try {
    return Intl.getCanonicalLocales(tag ?? 'en')[0] ?? 'en'
  } catch {
    return 'en'
  }
}
