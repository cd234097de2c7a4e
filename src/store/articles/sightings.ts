import { type ArticleId, articleId, type FeedId, feedId } from '../../domain/ids.ts'
import type { Sighting } from '../../domain/sighting.ts'
import type { Tx } from '../transaction.ts'

/** The sightings of a feed under these identities, by identity. */
export async function knownItems(
  { db, engine }: Tx,
  id: FeedId,
  identities: readonly string[],
): Promise<ReadonlyMap<string, Sighting>> {
  if (identities.length === 0) return new Map()
  const rows = await db
    .selectFrom('sightings')
    .selectAll()
    .where('feed_id', '=', id)
    .where('identity', 'in', engine.among(identities))
    .execute()
  return new Map(
    rows.map((row) => [
      row.identity,
      {
        feedId: feedId(row.feed_id),
        identity: row.identity,
        articleId: articleId(row.article_id),
        fingerprint: row.fingerprint,
      },
    ]),
  )
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
