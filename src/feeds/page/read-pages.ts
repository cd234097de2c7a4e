import type { Article } from '../../domain/article.ts'
import type { ArticleId } from '../../domain/ids.ts'
import { isNews } from '../freshness.ts'
import type { FeedItem } from '../to-articles.ts'
import { type PageTools, readArticlePage, revisedText } from './read-article-page.ts'

export type PagesTools = PageTools & {
  /** Those of the articles that are kept already, through whatever feed. */
  storedArticles(ids: readonly ArticleId[]): Promise<readonly Article[]>
}

/** A feed that brings more at once keeps its own text for the rest, so that no site is asked for page after page. */
const mostPagesAtOnce = 25

/**
 * The items of one poll with the text that they are to be kept with: the pages of those that are new are read, one after
 * another; no page that was read before, through this feed or another, is asked for again.
 */
export async function readPages(
  items: readonly FeedItem[],
  tools: PagesTools,
  signal?: AbortSignal,
): Promise<readonly FeedItem[]> {
  const worth = items.filter((item) => item.isNews || item.kind === 'revised')
  if (worth.length === 0) return items
  const stored = await tools.storedArticles(worth.map(({ article }) => article.id))
  const known = new Map(stored.map((article) => [article.id, article]))
  const read: FeedItem[] = []
  let pages = 0
  for (const item of items) {
    const before = known.get(item.article.id)
    if (before) read.push({ ...item, article: keptText(before, item) })
    else if (!item.isNews || pages >= mostPagesAtOnce || signal?.aborted) read.push(item)
    else {
      pages += 1
      read.push(await readPage(item, tools))
    }
  }
  return read
}

/** A text that its own feed has changed; another feed's telling of the article changes nothing. */
function keptText(stored: Article, { article, kind }: FeedItem): Article {
  return kind === 'revised' && stored.feedId === article.feedId
    ? revisedText(stored, article)
    : article
}

/** A page may give the day that the feed left out, and with it show that the article is old. */
async function readPage(item: FeedItem, tools: PagesTools): Promise<FeedItem> {
  const { article } = await readArticlePage(item.article, tools)
  return { ...item, article, isNews: isNews(article.publishedAt, 'usual', tools.now()) }
}
