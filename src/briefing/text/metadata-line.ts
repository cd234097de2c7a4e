/** What stands before a text's first sentence and is about the text: how long it is, and the date that it gives. */
export type MetadataPrefix = { readonly length: number; readonly date: string | undefined }

const isoDate = String.raw`(?<date>\d{4}-\d{2}-\d{2})(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?`
const label = String.raw`(?:date|published|publish(?:ed)? (?:on|at)|posted|updated|last updated|datum|fecha|data|stand)`

/** " date 2021-12-02 ", "Published: 2021-12-02T08:00Z ", "2021-12-02 · ". */
const prefix = new RegExp(String.raw`^\s*(?:${label}\s*:?\s*)?${isoDate}(?:\s*[|·•:–—-])?\s+`, 'i')

/** The metadata that an extractor or a feed has left on the line of the first sentence; undefined where there is none. */
export function metadataPrefixOf(text: string): MetadataPrefix | undefined {
  const found = prefix.exec(text)
  if (!found) return undefined
  const date = found.groups?.date
  return { length: found[0].length, date: date && isRealDay(date) ? date : undefined }
}

function isRealDay(day: string): boolean {
  const at = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day)
}
