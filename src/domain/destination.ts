import { assertNever } from './errors.ts'

/** How posting to a channel goes; kept only while it goes badly. */
export type Destination = {
  /** No message goes there before. */
  readonly pausedUntil: Date
  readonly failuresInRow: number
  /** The days in UTC on which it failed since the last success, `2026-11-24`. */
  readonly failureDays: readonly string[]
  /** Nobody may post there before an admin acts; undefined while it is open. */
  readonly suspendedAt: Date | undefined
  readonly suspendedWords: string
}

export const soundDestination: Destination = {
  pausedUntil: new Date(0),
  failuresInRow: 0,
  failureDays: [],
  suspendedAt: undefined,
  suspendedWords: '',
}

/** What a try says about the channel it went to. */
export type ChannelNews =
  | { readonly kind: 'success' }
  | { readonly kind: 'failure'; readonly why: string }
  | { readonly kind: 'busy'; readonly until: Date }
  | {
      readonly kind: 'suspended'
      readonly scope: 'channel' | 'workspace'
      readonly words: string
    }

const minuteMs = 60_000
const failuresBeforePause = 3
const longestPauseMs = 60 * minuteMs

/** Mastodon's rule: failures on so many days without a success between them. */
const mostFailureDays = 7

/** How posting goes after news of it. */
export function afterNews(destination: Destination, news: ChannelNews, now: Date): Destination {
  switch (news.kind) {
    case 'success':
      return soundDestination
    case 'busy':
      return { ...destination, pausedUntil: news.until }
    case 'failure':
      return afterFailure(destination, news.why, now)
    case 'suspended':
      return suspended(destination, news.words, now)
    default:
      return assertNever(news)
  }
}

/** From the third failure in a row a channel rests, each time twice as long. */
function afterFailure(destination: Destination, why: string, now: Date): Destination {
  const failuresInRow = destination.failuresInRow + 1
  const day = now.toISOString().slice(0, 10)
  const failureDays = [...new Set([...destination.failureDays, day])]
  const doublings = failuresInRow - failuresBeforePause
  const pauseMs = doublings < 0 ? 0 : Math.min(minuteMs * 2 ** doublings, longestPauseMs)
  const failed = {
    ...destination,
    failuresInRow,
    failureDays,
    pausedUntil: new Date(now.getTime() + pauseMs),
  }
  if (failureDays.length < mostFailureDays) return failed
  return suspended(failed, `Posting there failed on ${failureDays.length} days. ${why}`, now)
}

function suspended(destination: Destination, words: string, now: Date): Destination {
  return { ...destination, suspendedAt: now, suspendedWords: words }
}
