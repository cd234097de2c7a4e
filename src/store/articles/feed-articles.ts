import type { Article } from '../../domain/article.ts'
import { type ArticleId, type FeedId, feedId } from '../../domain/ids.ts'
import { inSlices } from '../slices.ts'
import type { Tx } from '../transaction.ts'

/** Notes that feeds brought these articles as news; an article that came before keeps its time. */
export async function bringToFeeds(
  { db, now }: Tx,
  articles: readonly Pick<Article, 'id' | 'feedId'>[],
): Promise<void> {
  const rows = articles.map((article) => ({
    feed_id: article.feedId,
    article_id: article.id,
    seen_at_ms: now.getTime(),
  }))
  await inSlices(rows, (some) =>
    db
      .insertInto('feed_articles')
      .values(some)
      .onConflict((conflict) => conflict.doNothing())
      .execute(),
  )
}

/** A changed article counts as come in again, in every feed that brought it. */
export async function bringAgain({ db, now }: Tx, id: ArticleId): Promise<void> {
  await db
    .updateTable('feed_articles')
    .set({ seen_at_ms: now.getTime() })
    .where('article_id', '=', id)
    .execute()
}

/** The feeds that brought an article as news. */
export async function feedsOfArticle({ db }: Tx, id: ArticleId): Promise<readonly FeedId[]> {
  const rows = await db
    .selectFrom('feed_articles')
    .select('feed_id')
    .where('article_id', '=', id)
    .orderBy('feed_id')
    .execute()
  return rows.map((row) => feedId(row.feed_id))
}
