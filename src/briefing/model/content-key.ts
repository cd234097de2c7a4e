import { createHash } from 'node:crypto'
import type { Article } from '../../domain/article.ts'

/** The same content asked for in the same way has the same key, whatever the time and the marks. */
export function contentKey(content: readonly unknown[], articles: readonly Article[]): string {
  const about = articles.map(({ id, title, publisher, publishedAt }) => [
    id,
    title,
    publisher,
    publishedAt,
  ])
  return createHash('sha256')
    .update(JSON.stringify([...content, about]))
    .digest('base64url')
}
