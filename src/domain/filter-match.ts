import { RE2JS, RE2JSException } from 're2js'
import type { Article } from './article.ts'
import { type ChannelRef, writeChannelRef } from './channel.ts'
import type { Filter } from './filter.ts'

/** What a filter looks at of one article; `source` is the outlet's name as the workspace knows it. */
export type FilterSubject = Pick<Article, 'title' | 'text' | 'byline' | 'url' | 'language'> & {
  readonly source: string
}

export type FilterMatch = (subject: FilterSubject) => boolean

/** Beyond this a text is a document, not news; it bounds what one article can cost. */
const longestText = 20_000

/** Whether the filter holds for a digest of that name in that channel. */
export function isInScope(
  { scope }: Filter,
  place: { readonly digest: string; readonly channel: ChannelRef },
): boolean {
  return scope === undefined || scope === place.digest || scope === writeChannelRef(place.channel)
}

/** What is wrong with the pattern of a filter, as the engine puts it; undefined when nothing is. */
export function patternFault({
  match,
  value,
}: Pick<Filter, 'match' | 'value'>): string | undefined {
  if (match !== 'regex') return undefined
  try {
    compile(value)
    return undefined
  } catch (error) {
    if (error instanceof RE2JSException) return error.message
    throw error
  }
}

/**
 * The filter as a question about articles, answered in time linear in the text (RE2 syntax, no back-references). Case
 * does not count. A filter whose pattern cannot be read holds for no article: a digest is not lost by a typing error.
 */
export function toFilterMatch(filter: Filter): FilterMatch {
  const matches = patternFault(filter) === undefined ? valueMatch(filter) : undefined
  if (matches === undefined) return () => false
  return (subject) => fieldsOf(filter, subject).some(matches) !== filter.not
}

function valueMatch({ match, value, field }: Filter): (text: string) => boolean {
  const wanted = folded(value)
  if (match === 'regex') {
    const pattern = compile(value)
    return (text) => pattern.matcher(text).find()
  }
  if (match === 'contains') return (text) => folded(text).includes(wanted)
  if (field === 'language') return (text) => isLanguage(folded(text), wanted)
  return (text) => folded(text) === wanted
}

function compile(value: string): RE2JS {
  return RE2JS.compile(value, RE2JS.CASE_INSENSITIVE | RE2JS.MULTILINE)
}

/** "de" is said of "de" and "de-AT"; "de-AT" of itself alone. */
function isLanguage(tag: string, wanted: string): boolean {
  return tag === wanted || tag.startsWith(`${wanted}-`)
}

function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase().trim()
}

function fieldsOf({ field }: Filter, subject: FilterSubject): readonly string[] {
  const text = subject.text.slice(0, longestText)
  const fields = {
    title: [subject.title],
    text: [text],
    any: [subject.title, text],
    source: [subject.source],
    author: [subject.byline ?? ''],
    url: [subject.url ?? ''],
    language: [subject.language ?? ''],
  }
  return fields[field]
}
