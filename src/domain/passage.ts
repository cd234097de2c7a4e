import type { ArticleId } from './ids.ts'

/** A stretch of a text, as UTF-16 offsets; `end` is exclusive. */
export type Range = { readonly start: number; readonly end: number }

/** Where in an article a printed sentence or quote stands; offsets refer to `Article.text`. */
export type Passage = Range & { readonly articleId: ArticleId }
