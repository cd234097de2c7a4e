import type { Article } from '../../domain/article.ts'
import type { FeedId } from '../../domain/ids.ts'
import { searchWords } from '../search-index.ts'
import type { Tx } from '../transaction.ts'
import { toArticle } from './articles.ts'

export type ArticleQuery = {
  readonly words: string
  /** Only what came into these feeds. */
  readonly feedIds: readonly FeedId[]
  readonly since: Date | undefined
  readonly limit: number
}

/** More words than this say nothing more about what is wanted. */
const mostWords = 32

/** The index knows nothing of feeds, so more is asked of it than is wanted. */
const widerBy = 20

/** The articles that fit the words best, best first; none for a query without a word. */
export async function searchArticles(
  { db, engine }: Tx,
  { words, feedIds, since, limit }: ArticleQuery,
): Promise<readonly Article[]> {
  const asked = [...new Set(searchWords(words))].slice(0, mostWords)
  if (asked.length === 0 || feedIds.length === 0) return []
  const hits = await engine.searchIndex.find(db, asked, limit * widerBy)
  if (hits.length === 0) return []
  const places = new Map(hits.map(({ number }, place) => [number, place]))
  const rows = await db
    .selectFrom('articles')
    .selectAll()
    .where('number', 'in', [...places.keys()])
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('feed_articles')
          .select('feed_id')
          .whereRef('article_id', '=', 'articles.id')
          .where('feed_articles.feed_id', 'in', engine.among(feedIds)),
      ),
    )
    .$if(since !== undefined, (query) =>
      query.where('first_seen_at_ms', '>=', since?.getTime() ?? 0),
    )
    .execute()
  return rows
    .sort((a, b) => (places.get(a.number) ?? 0) - (places.get(b.number) ?? 0))
    .slice(0, limit)
    .map(toArticle)
}
