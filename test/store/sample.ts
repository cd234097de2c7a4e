import type { Article } from '../../src/domain/article.ts'
import { articleId, feedId, workspaceId } from '../../src/domain/ids.ts'
import type { SeenItem } from '../../src/store/articles/remember.ts'

/** Two workspaces that must never see each other's rows. */
export const ours = workspaceId('slack:TOURS')
export const theirs = workspaceId('slack:TTHEIRS')

export function anArticle(name: string, over: Partial<Article> = {}): Article {
  return {
    id: articleId(name),
    feedId: feedId('feed'),
    publisher: 'Harbour Post',
    url: `https://harbour.example/${name}`,
    title: `Title of ${name}`,
    text: `Text of ${name}.`,
    headings: [{ start: 0, end: 4 }],
    publishedAt: new Date('2026-03-01T06:00:00Z'),
    firstSeenAt: new Date('2026-03-01T07:00:00Z'),
    language: 'en',
    byline: undefined,
    partial: false,
    revision: 1,
    ...over,
  }
}

/** An article as its feed brings it, under one identity. */
export function anItem(article: Article, fingerprint = article.text): SeenItem {
  const identity = `guid:${article.id}`
  const sighting = { feedId: article.feedId, identity, articleId: article.id, fingerprint }
  return { article, sightings: [sighting], isNews: true }
}
