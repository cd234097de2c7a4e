import type { Validators } from './feed.ts'

/** What kind of trouble a poll met; what follows from it depends on the kind. */
export type PollFault =
  /** The name in the address is not known. */
  | 'no-such-name'
  /** No answer: refused, timed out, broken connection or certificate. */
  | 'unreachable'
  /** 404. */
  | 'not-found'
  /** 401 or 403. */
  | 'forbidden'
  /** 410: the publisher says that it will not come back. */
  | 'gone'
  /** 429: the whole site asks us to come less often. */
  | 'busy'
  /** 503: this address cannot be served at the moment. */
  | 'unavailable'
  /** Any other answer that is not a feed's: a server error, too large, a redirect that leads nowhere. */
  | 'bad-answer'
  /** An answer that no parser can read as a feed. */
  | 'not-a-feed'
  /** The address must not be fetched: a private network, a forbidden port or scheme. */
  | 'refused'

/** A run of failed polls without a success between them. */
export type Failure = {
  readonly fault: PollFault
  /** The last error in words for the person who chose the feed. */
  readonly sentence: string
  /** How many polls in a row have failed, 1 or more. */
  readonly streak: number
  readonly sinceAt: Date
  /** Since when polls have failed with this fault and no other. */
  readonly faultSinceAt: Date
}

/** A permanent redirect (301, 308) that is adopted only after it was answered alike several times. */
export type Move = {
  readonly toUrl: string
  readonly answers: number
  readonly firstAt: Date
}

/**
 * Everything that one poll of a feed leaves for the next. Plain data: a store may keep it as one JSON text, in which
 * every key that ends in `At` is a time.
 */
export type PollState = {
  readonly validators: Validators
  /** SHA-256 of the last full body, so that a feed without validators is still seen to be unchanged. */
  readonly bodyHash: string | undefined
  /** Not before this instant; kept so that no restart asks early. */
  readonly nextCheckAt: Date
  readonly lastCheckedAt: Date | undefined
  /** The last poll that brought the feed or the word that it has not changed; undefined until the first. */
  readonly lastSuccessAt: Date | undefined
  /** When a poll last brought an item that was not known. */
  readonly lastNewAt: Date | undefined
  readonly failure: Failure | undefined
  /** The wait that the last poll ended with, before any jitter. */
  readonly intervalMs: number
  /** How long the last answer that said so may be taken for fresh (max-age, Expires). */
  readonly freshForMs: number | undefined
  /** The pace that the feed itself asks for (ttl, sy:updatePeriod), in milliseconds. */
  readonly askedEveryMs: number | undefined
  /** Hours (0 to 23, GMT) and days (`Monday`) in which the feed asks not to be read. */
  readonly skipHours: readonly number[]
  readonly skipDays: readonly string[]
  readonly move: Move | undefined
  /** Set when the feed is no longer polled until an admin asks for it. */
  readonly disabled: { readonly sentence: string; readonly sinceAt: Date } | undefined
  /** New items a day, the more recent days counting more; undefined until it can be told. */
  readonly itemsPerDay: number | undefined
  /** Bytes on the wire of the last full answer: what each "not modified" saves. */
  readonly fullAnswerBytes: number
  readonly bytesSaved: number
}

/** The state of a feed that was never polled; it may be polled from `nextCheckAt` on. */
export function newPollState(nextCheckAt: Date): PollState {
  return {
    validators: { etag: undefined, lastModified: undefined },
    bodyHash: undefined,
    nextCheckAt,
    lastCheckedAt: undefined,
    lastSuccessAt: undefined,
    lastNewAt: undefined,
    failure: undefined,
    intervalMs: 3_600_000,
    freshForMs: undefined,
    askedEveryMs: undefined,
    skipHours: [],
    skipDays: [],
    move: undefined,
    disabled: undefined,
    itemsPerDay: undefined,
    fullAnswerBytes: 0,
    bytesSaved: 0,
  }
}
