/** However long a server asks for: an hour later it is asked again. */
const longestMs = 60 * 60 * 1000

/** How long a server asks to be left alone: `retry-after-ms`, or `Retry-After` in seconds or as a date (RFC 9110, 10.2.3). */
export function retryAfterMs(
  headers: { get(name: string): string | null } | undefined,
  now: Date,
): number | undefined {
  const inMs = Number.parseFloat(headers?.get('retry-after-ms') ?? '')
  const waitMs = Number.isFinite(inMs) ? inMs : fromHeader(headers?.get('retry-after'), now)
  return waitMs !== undefined && waitMs > 0 ? Math.min(waitMs, longestMs) : undefined
}

function fromHeader(value: string | null | undefined, now: Date): number | undefined {
  if (value === null || value === undefined) return undefined
  if (/^\s*\d+(\.\d+)?\s*$/.test(value)) return Number(value) * 1000
  const at = Date.parse(value)
  return Number.isNaN(at) ? undefined : at - now.getTime()
}
