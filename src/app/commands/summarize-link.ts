import type { LinkSummary, LinkSummaryRequest } from '../../commands/tools.ts'
import { UnusableError } from '../../domain/errors.ts'
import { type ArticleNowTools, fetchArticleNow } from '../read-article-now.ts'
import { summarizeNow } from '../summarize-now.ts'

/** One article's briefing for somebody who sent its link. */
export async function summarizeLink(
  { url, length, language, style, wording }: LinkSummaryRequest,
  tools: ArticleNowTools,
): Promise<LinkSummary> {
  try {
    const article = await fetchArticleNow(url, tools)
    const { briefing } = await summarizeNow(article, { length, language, now: tools.now() })
    // The built-in summarizer prints the article's own sentences, so that it cannot write them in another manner.
    const note = style === 'bullets' ? {} : { note: wording.say('summarize.styleNeedsModel') }
    return { kind: 'briefing', briefing, ...note }
  } catch (error) {
    if (error instanceof UnusableError) return { kind: 'failed', why: error.message }
    throw error
  }
}
