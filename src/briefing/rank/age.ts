import type { Article } from '../../domain/article.ts'
import type { Story } from '../../domain/story.ts'
import { dayInUrl } from '../stories/day-in-url.ts'
import type { Objection } from './sieve.ts'
import type { ReaderWishes } from './wishes.ts'

const dayMs = 86_400_000

/** News is at most two days old, or as old as the window of the digest. */
const freshDays = 2

/**
 * Why an article is too old to be news; undefined when it is not. An article without a date counts from the day in its
 * address, else from when it was first seen. A changed article of a story told before is never too old.
 */
export function ageObjection(
  article: Article,
  { told }: Story,
  { now, since, wording }: ReaderWishes,
): Objection | undefined {
  if (article.revision > 1 && told?.articleIds.includes(article.id)) return undefined
  const oldestMs = Math.min(now.getTime() - freshDays * dayMs, since.getTime())
  const dated = article.publishedAt ?? dayInUrl(article.url)
  const at = dated ?? article.firstSeenAt
  if (at.getTime() >= oldestMs) return undefined
  const days = Math.floor((now.getTime() - at.getTime()) / dayMs)
  return dated === undefined
    ? { reason: 'undated', words: wording.say('why.undated', { days }) }
    : { reason: 'old', words: wording.say('why.old', { days }) }
}
