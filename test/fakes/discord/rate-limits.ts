/** What an answer says of the limit it counted against, and how long to wait when it is used up. */
export type Taken = {
  readonly headers: Readonly<Record<string, string>>
  readonly retryAfterS: number | undefined
  readonly isGlobal: boolean
}

type Window = { count: number; untilMs: number }

/** Observed on real servers; Discord states no figures and asks clients to read the headers. */
const perBucket = { count: 5, ms: 5_000 }
const perSecond = 50

/** Buckets per route and channel, and 50 requests a second in all; calls that were refused do not count again. */
export function createRateLimits(nowMs: () => number): (bucket: string) => Taken {
  const windows = new Map<string, Window>()
  const all: Window = { count: 0, untilMs: 0 }
  return (bucket) => {
    const at = nowMs()
    if (at >= all.untilMs) Object.assign(all, { count: 0, untilMs: at + 1000 })
    const window = current(windows, bucket, at)
    const globalWait = all.count >= perSecond ? (all.untilMs - at) / 1000 : undefined
    const ownWait = window.count >= perBucket.count ? (window.untilMs - at) / 1000 : undefined
    if (globalWait === undefined && ownWait === undefined) {
      all.count += 1
      window.count += 1
    }
    const headers = {
      'x-ratelimit-limit': String(perBucket.count),
      'x-ratelimit-remaining': String(perBucket.count - window.count),
      'x-ratelimit-reset-after': ((window.untilMs - at) / 1000).toFixed(3),
      'x-ratelimit-bucket': bucket.replace(/\d{15,}/g, ''),
    }
    return { headers, retryAfterS: globalWait ?? ownWait, isGlobal: globalWait !== undefined }
  }
}

function current(windows: Map<string, Window>, bucket: string, at: number): Window {
  const window = windows.get(bucket)
  if (window && at < window.untilMs) return window
  const fresh = { count: 0, untilMs: at + perBucket.ms }
  windows.set(bucket, fresh)
  return fresh
}
