import type { Article } from '../../domain/article.ts'
import type { DigestId, FeedId, SlotId } from '../../domain/ids.ts'
import { inSlices } from '../slices.ts'
import type { Tx, WorkspaceTx } from '../transaction.ts'
import { toArticle } from './articles.ts'

/**
 * The articles that came into any of the feeds since then, or were changed since then; the newest first, each once, under
 * a feed of those asked for.
 */
export async function articlesSince(
  { db, engine }: Tx,
  feedIds: readonly FeedId[],
  since: Date,
  limit: number,
): Promise<readonly Article[]> {
  if (feedIds.length === 0) return []
  const rows = await db
    .selectFrom('articles')
    .innerJoin(
      (from) =>
        from
          .selectFrom('feed_articles')
          .select(({ fn }) => ['article_id', fn.min('feed_id').as('seen_in')])
          .where('feed_id', 'in', engine.among(feedIds))
          .where('seen_at_ms', '>=', since.getTime())
          .groupBy('article_id')
          .as('arrived'),
      (join) => join.onRef('arrived.article_id', '=', 'articles.id'),
    )
    .selectAll('articles')
    .select('arrived.seen_in')
    .orderBy('articles.first_seen_at_ms', 'desc')
    .orderBy('articles.number', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => toArticle({ ...row, feed_id: row.seen_in }))
}

/** The articles of `articlesSince` that the digest has not used, or not in this revision. */
export async function unseenArticles(
  tx: WorkspaceTx,
  digestId: DigestId,
  feedIds: readonly FeedId[],
  since: Date,
  limit: number,
): Promise<readonly Article[]> {
  const articles = await articlesSince(tx, feedIds, since, limit)
  if (articles.length === 0) return []
  const seen = await tx.db
    .selectFrom('seen')
    .select(['article_id', 'revision'])
    .where('workspace_id', '=', tx.workspaceId)
    .where('digest_id', '=', digestId)
    .where('at_ms', '>=', since.getTime())
    .execute()
  const revisions = new Map(seen.map((row) => [row.article_id, row.revision]))
  return articles.filter(({ id, revision }) => (revisions.get(id) ?? 0) < revision)
}

/** Marks what a digest has used, in the transaction that records the digest. */
export async function markSeen(
  { db, now, workspaceId }: WorkspaceTx,
  digestId: DigestId,
  slotId: SlotId,
  articles: readonly Pick<Article, 'id' | 'revision'>[],
): Promise<void> {
  const rows = articles.map(({ id, revision }) => ({
    workspace_id: workspaceId,
    digest_id: digestId,
    article_id: id,
    revision,
    slot_id: slotId,
    at_ms: now.getTime(),
  }))
  await inSlices(rows, (some) =>
    db
      .insertInto('seen')
      .values(some)
      .onConflict((conflict) =>
        conflict.columns(['workspace_id', 'digest_id', 'article_id']).doUpdateSet((row) => ({
          revision: row.ref('excluded.revision'),
          slot_id: row.ref('excluded.slot_id'),
          at_ms: row.ref('excluded.at_ms'),
        })),
      )
      .execute(),
  )
}
