/** Discord asked to wait. Thrown before the SDK would wait by itself, so that the delivery's own queue can go on elsewhere. */
export class TooManyRequestsError extends Error {
  override readonly name = 'TooManyRequestsError'
  readonly retryAfterMs: number
  readonly scope: 'channel' | 'platform'

  constructor(retryAfterMs: number, scope: 'channel' | 'platform') {
    super(`Discord asked to wait ${retryAfterMs} ms`)
    this.retryAfterMs = retryAfterMs
    this.scope = scope
  }
}

const longestWaitMs = 3_600_000
/** What is waited when Discord asks to wait and does not say how long. */
const usualWaitMs = 5_000
/** A global limit, or Cloudflare's before it, is for the whole address: everybody waits at least this long. */
const shortestPlatformWaitMs = 60_000

/** Reads a 429: Cloudflare's own is HTML without `Retry-After`, Discord's says whether it is global. */
export function tooManyRequests(headers: Headers): TooManyRequestsError {
  const isDiscords = headers.get('content-type')?.startsWith('application/json') ?? false
  const isGlobal =
    headers.has('x-ratelimit-global') || headers.get('x-ratelimit-scope') === 'global'
  const waitMs = readWaitMs(headers.get('retry-after'))
  if (isDiscords && !isGlobal) return new TooManyRequestsError(waitMs, 'channel')
  return new TooManyRequestsError(Math.max(waitMs, shortestPlatformWaitMs), 'platform')
}

/** A wait as a timer can hold it, from seconds that may be absent or nonsense. */
export function readWaitMs(seconds: string | null): number {
  const value = Number(seconds ?? Number.NaN)
  if (!Number.isFinite(value) || value < 0 || seconds?.trim() === '') return usualWaitMs
  return Math.min(Math.ceil(value * 1000), longestWaitMs)
}
