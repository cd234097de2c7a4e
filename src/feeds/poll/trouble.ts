import type { FetchOutcome } from '../../support/http/outcome.ts'
import type { Refusal } from '../parse/parsed-feed.ts'
import type { Trouble } from './after-failure.ts'
import { retryAfterMs } from './header-hints.ts'

type Unanswered = Exclude<FetchOutcome, { kind: 'ok' | 'not-modified' }>

/** What an outcome that is no feed means for the feed, in words for the person who chose it. */
export function troubleOf(outcome: Unanswered, now: Date): Trouble {
  switch (outcome.kind) {
    case 'refused':
      return { fault: 'refused', sentence: outcome.sentence }
    case 'failed':
      return { fault: faultOf(outcome.why), sentence: outcome.sentence }
    case 'bad-status':
      return { ...statusTrouble(outcome.status), retryAfterMs: askedMs(outcome, now) }
  }
}

function faultOf(why: Extract<FetchOutcome, { kind: 'failed' }>['why']): Trouble['fault'] {
  if (why === 'name') return 'no-such-name'
  return ['too large', 'encoding', 'protocol'].includes(why) ? 'bad-answer' : 'unreachable'
}

/** Only where the standard gives it this meaning (RFC 6585 4, RFC 9110 15.6.4). */
function askedMs(
  { status, headers }: Extract<Unanswered, { kind: 'bad-status' }>,
  now: Date,
): number | undefined {
  return status === 429 || status === 503 ? retryAfterMs(headers, now) : undefined
}

function statusTrouble(status: number): Trouble {
  switch (status) {
    case 401:
    case 403:
      return { fault: 'forbidden', sentence: `The publisher does not let us read it (${status}).` }
    case 404:
      return { fault: 'not-found', sentence: 'There is nothing at this address (404).' }
    case 410:
      return { fault: 'gone', sentence: 'The publisher says that the feed is gone for good (410).' }
    case 429:
      return { fault: 'busy', sentence: 'The publisher asks us to come less often (429).' }
    case 503:
      return { fault: 'unavailable', sentence: 'The server is not available at the moment (503).' }
    default:
      return { fault: 'bad-answer', sentence: `The server answered with an error (${status}).` }
  }
}

const refusalSentences: Readonly<Record<Refusal, string>> = {
  empty: 'The answer is empty.',
  dtd: 'The feed declares a document type of its own (DTD), which is not read.',
  html: 'The address answers with a web page, not with a feed.',
  'too-deep': 'The feed is nested too deeply to be read.',
  'not-a-feed': 'The answer is not a feed that can be read.',
  killed: 'The feed takes too long or too much memory to be read.',
}

export function unreadable(why: Refusal): Trouble {
  return { fault: 'not-a-feed', sentence: refusalSentences[why] }
}
