import type { Article } from '../../domain/article.ts'
import type { Filter } from '../../domain/filter.ts'
import { isInScope, toFilterMatch } from '../../domain/filter-match.ts'
import type { ReaderWishes } from './wishes.ts'

/** A filter of the channel, ready to be asked about articles. */
export type FilterRule = {
  readonly matches: (article: Article) => boolean
  /** The rule as a person wrote it: `title contains "horoscope"`. */
  readonly words: string
}

export function createFilterRules(
  { filters, digest, channel, feeds }: ReaderWishes,
  action: Filter['action'],
): readonly FilterRule[] {
  const names = new Map(feeds.map(({ feedId, name }) => [feedId, name]))
  return filters
    .filter((filter) => filter.action === action && isInScope(filter, { digest, channel }))
    .map((filter) => {
      const matches = toFilterMatch(filter)
      return {
        matches: (article) =>
          matches({ ...article, source: names.get(article.feedId) ?? article.publisher }),
        words: filterWords(filter),
      }
    })
}

function filterWords({ field, match, value, not }: Filter): string {
  return `${field} ${not ? 'not ' : ''}${match} "${value}"`
}
