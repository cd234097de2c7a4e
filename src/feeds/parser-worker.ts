import { answerWork } from '../support/answer-work.ts'
import type { Headers } from './decode/decode-body.ts'
import { findFeedLinks } from './discover/feed-links.ts'
import { extractPage } from './extract/extract-page.ts'
import { parseFeed, secondOpinion } from './parse/parse-feed.ts'

/** What a parser worker can be asked. */
export type ParserWork =
  | {
      readonly kind: 'feed' | 'second-opinion'
      readonly body: Uint8Array
      readonly headers: Headers
      readonly url: string | undefined
    }
  | { readonly kind: 'page'; readonly html: string; readonly url: string | undefined }
  | { readonly kind: 'links'; readonly html: string; readonly url: string }

answerWork((work: ParserWork) => {
  switch (work.kind) {
    case 'feed':
      return parseFeed(work.body, work.headers, work.url)
    case 'second-opinion':
      return secondOpinion(work.body, work.headers, work.url)
    case 'page':
      return extractPage(work.html, work.url)
    case 'links':
      return findFeedLinks(work.html, work.url)
  }
})
