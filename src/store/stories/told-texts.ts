import type { Article } from '../../domain/article.ts'
import type { ArticleId } from '../../domain/ids.ts'
import type { Tx } from '../transaction.ts'

/** An article that a channel was told of, in the revision of which it was told. */
export type ToldArticle = {
  readonly channel: string
  readonly story: string
  readonly articleId: ArticleId
  readonly revision: number
}

/** The texts as they stood when they were told: an article that was changed since has its old text among its revisions. */
export async function toldTexts(
  { db, engine }: Tx,
  told: readonly ToldArticle[],
  articles: readonly Article[],
): Promise<ReadonlyMap<ToldArticle, string>> {
  const now = new Map(articles.map((article) => [article.id, article]))
  const changed = told.filter((each) => (now.get(each.articleId)?.revision ?? 0) > each.revision)
  const rows =
    changed.length === 0
      ? []
      : await db
          .selectFrom('revisions')
          .select(['article_id', 'revision', 'text'])
          .where('article_id', 'in', engine.among(changed.map(({ articleId }) => articleId)))
          .execute()
  const old = new Map(rows.map((row) => [`${row.revision} ${row.article_id}`, row.text]))
  const textOf = ({ articleId, revision }: ToldArticle) => {
    const current = now.get(articleId)
    return current?.revision === revision ? current.text : old.get(`${revision} ${articleId}`)
  }
  return new Map(
    told.flatMap((each) => {
      const text = textOf(each)
      return text === undefined ? [] : [[each, text] as const]
    }),
  )
}
