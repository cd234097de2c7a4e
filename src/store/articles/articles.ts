import type { Selectable } from 'kysely'
import type { Article } from '../../domain/article.ts'
import { type ArticleId, articleId, type FeedId, feedId } from '../../domain/ids.ts'
import { orNone, toBit, toDate, toDateOrNone, toMs } from '../columns.ts'
import { readJson, writeJson } from '../json.ts'
import type { Tables } from '../tables/tables.ts'
import type { Tx } from '../transaction.ts'

export function toArticle(row: Selectable<Tables['articles']>): Article {
  return {
    id: articleId(row.id),
    feedId: feedId(row.feed_id),
    publisher: row.publisher,
    url: orNone(row.url),
    title: row.title,
    text: row.text,
    headings: readJson(row.headings_json),
    publishedAt: toDateOrNone(row.published_at_ms),
    firstSeenAt: toDate(row.first_seen_at_ms),
    language: orNone(row.language),
    byline: orNone(row.byline),
    partial: row.partial === 1,
    revision: row.revision,
  }
}

/** What the publisher may change of an article. */
export function changeableColumns(article: Article) {
  return {
    publisher: article.publisher,
    url: article.url ?? null,
    title: article.title,
    text: article.text,
    headings_json: writeJson(article.headings),
    published_at_ms: toMs(article.publishedAt),
    language: article.language ?? null,
    byline: article.byline ?? null,
    partial: toBit(article.partial),
  }
}

/** Those of the articles that are still kept, in no order. */
export async function findArticles(
  { db, engine }: Tx,
  ids: readonly ArticleId[],
): Promise<readonly Article[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('articles')
    .selectAll()
    .where('id', 'in', engine.among(ids))
    .execute()
  return rows.map(toArticle)
}

export async function findArticleByUrl({ db }: Tx, url: string): Promise<Article | undefined> {
  const row = await db
    .selectFrom('articles')
    .selectAll()
    .where('url', '=', url)
    .orderBy('first_seen_at_ms', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && toArticle(row)
}

/** The newest articles of one feed. */
export async function newestArticles(
  { db }: Tx,
  id: FeedId,
  limit: number,
): Promise<readonly Article[]> {
  const rows = await db
    .selectFrom('articles')
    .selectAll()
    .where('feed_id', '=', id)
    .orderBy('first_seen_at_ms', 'desc')
    .orderBy('number', 'desc')
    .limit(limit)
    .execute()
  return rows.map(toArticle)
}
