import { type ArticleId, articleId, type FeedId, feedId } from '../../domain/ids.ts'
import type { Sighting } from '../../domain/sighting.ts'
import type { Tx } from '../transaction.ts'

/** What fits into one question to the database: SQLite takes 32,766 values at most (sqlite.org/limits.html). */
const mostAtOnce = 10_000

/** The sightings of a feed under these identities, by identity. */
export async function knownItems(
  { db }: Tx,
  id: FeedId,
  identities: readonly string[],
): Promise<ReadonlyMap<string, Sighting>> {
  const found = new Map<string, Sighting>()
  for (let from = 0; from < identities.length; from += mostAtOnce) {
    const rows = await db
      .selectFrom('sightings')
      .selectAll()
      .where('feed_id', '=', id)
      .where('identity', 'in', identities.slice(from, from + mostAtOnce))
      .execute()
    for (const row of rows) {
      found.set(row.identity, {
        feedId: feedId(row.feed_id),
        identity: row.identity,
        articleId: articleId(row.article_id),
        fingerprint: row.fingerprint,
      })
    }
  }
  return found
}

/** The feeds in which an article was seen. */
export async function feedsOfArticle({ db }: Tx, id: ArticleId): Promise<readonly FeedId[]> {
  const rows = await db
    .selectFrom('sightings')
    .select('feed_id')
    .distinct()
    .where('article_id', '=', id)
    .orderBy('feed_id')
    .execute()
  return rows.map((row) => feedId(row.feed_id))
}
