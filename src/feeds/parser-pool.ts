import type { Clock } from '../support/clock.ts'
import { createWorkerPool, type WorkOutcome } from '../support/worker-pool.ts'
import type { Headers } from './decode/decode-body.ts'
import type { FeedLinks } from './discover/feed-links.ts'
import type { ExtractedPage } from './extract/extract-page.ts'
import type { ParseOutcome } from './parse/parsed-feed.ts'
import type { ParserWork } from './parser-worker.ts'

export type ParserPoolOptions = {
  readonly workers: number
  readonly heapMb: number
  readonly deadlineMs: number
  readonly clock: Clock
}

/** A page that could not be read within its limits costs the article its full text, nothing else. */
export type ExtractOutcome =
  | { readonly kind: 'extracted'; readonly page: ExtractedPage }
  | { readonly kind: 'unreadable'; readonly message: string }

export type ParserPool = {
  parseFeed(body: Uint8Array, headers?: Headers, url?: string): Promise<ParseOutcome>
  extractPage(html: string, url?: string): Promise<ExtractOutcome>
  /** None where the page cannot be read within its limits. */
  findFeedLinks(html: string, url: string): Promise<FeedLinks>
  stop(): Promise<void>
}

/**
 * The parsers, each run in a thread that is killed when it takes too long or too much memory. A kill while the first
 * parser reads counts as its refusal: the second one is asked, in a thread of its own.
 */
export function createParserPool(options: ParserPoolOptions): ParserPool {
  const pool = createWorkerPool({
    ...options,
    script: new URL('parser-worker.ts', import.meta.url),
  })
  const ask = <Answer>(work: ParserWork) => pool.run<Answer>(work)
  return {
    async parseFeed(body, headers = {}, url) {
      const first = await ask<ParseOutcome>({ kind: 'feed', body, headers, url })
      if (first.kind === 'answered') return first.answer
      const second = await ask<ParseOutcome>({ kind: 'second-opinion', body, headers, url })
      if (second.kind === 'answered') return second.answer
      const message = `The feed could not be read within its limits: ${whatStopped(first)}, then ${whatStopped(second)}`
      return { kind: 'refused', why: 'killed', message }
    },
    async extractPage(html, url) {
      const outcome = await ask<ExtractedPage>({ kind: 'page', html, url })
      if (outcome.kind === 'answered') return { kind: 'extracted', page: outcome.answer }
      const message = `The page could not be read within its limits: ${whatStopped(outcome)}`
      return { kind: 'unreadable', message }
    },
    async findFeedLinks(html, url) {
      const outcome = await ask<FeedLinks>({ kind: 'links', html, url })
      return outcome.kind === 'answered' ? outcome.answer : { declared: [], linked: [] }
    },
    stop: () => pool.stop(),
  }
}

const stops = { time: 'it took too long', memory: 'it took too much memory', crash: 'it crashed' }

function whatStopped(outcome: Exclude<WorkOutcome<unknown>, { kind: 'answered' }>): string {
  return outcome.kind === 'failed' ? outcome.message : stops[outcome.why]
}
