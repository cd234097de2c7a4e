import { farthestBackMs } from '../delivery/window-start.ts'
import type { EverywhereTx } from '../transaction.ts'

const dayMs = 86_400_000
/** So long a channel's stories are corrected, and matched with new ones. */
const memoryMs = 15 * dayMs

/**
 * Deletes some of the articles that came before `before`, with their place in the search index and their revisions. One
 * that a channel was told of lately stays, and so do one that just came into another feed and each feed's newest.
 */
export async function forgetArticles(
  { db, engine, now }: EverywhereTx,
  before: Date,
  limit: number,
): Promise<number> {
  const rows = await db
    .selectFrom('articles')
    .select(['id', 'number'])
    .where('first_seen_at_ms', '<', before.getTime())
    .where('revised_at_ms', '<', before.getTime())
    .where(({ and, not, exists, selectFrom }) =>
      and([
        not(
          exists(
            selectFrom('told_articles')
              .select('story_id')
              .whereRef('told_articles.article_id', '=', 'articles.id')
              .where('told_articles.at_ms', '>=', now.getTime() - memoryMs),
          ),
        ),
        not(
          exists(
            selectFrom('feed_articles')
              .select('feed_articles.article_id')
              .whereRef('feed_articles.article_id', '=', 'articles.id')
              .where('feed_articles.seen_at_ms', '>=', now.getTime() - farthestBackMs - dayMs),
          ),
        ),
        exists(
          selectFrom('articles as newer')
            .select('newer.id')
            .whereRef('newer.feed_id', '=', 'articles.feed_id')
            .whereRef('newer.first_seen_at_ms', '>', 'articles.first_seen_at_ms'),
        ),
      ]),
    )
    .orderBy('first_seen_at_ms')
    .limit(limit)
    .execute()
  if (rows.length === 0) return 0
  const ids = engine.among(rows.map(({ id }) => id))
  await engine.searchIndex.remove(
    db,
    rows.map(({ number }) => number),
  )
  await db.deleteFrom('feed_articles').where('article_id', 'in', ids).execute()
  await db.deleteFrom('revisions').where('article_id', 'in', ids).execute()
  await db.deleteFrom('articles').where('id', 'in', ids).execute()
  return rows.length
}
