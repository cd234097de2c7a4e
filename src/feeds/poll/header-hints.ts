import type { Validators } from '../../domain/feed.ts'
import type { ResponseHeaders } from '../../support/http/outcome.ts'

/** A validator longer than this is not kept: it would travel with every request. */
const maxValidatorLength = 1024
/** What may stand in a header and comes back from it byte for byte. */
const legalHeader = /^[\x21-\x7e]+(?: +[\x21-\x7e]+)*$/

/** ETag and Last-Modified as they stand; never parsed, never invented, always both from one answer. */
export function validatorsOf(headers: ResponseHeaders): Validators {
  return { etag: keepable(headers.etag), lastModified: keepable(headers['last-modified']) }
}

export function hasValidators({ etag, lastModified }: Validators): boolean {
  return etag !== undefined || lastModified !== undefined
}

/** The headers that ask "only if it has changed" (RFC 9110 13.1). */
export function conditionalHeaders({ etag, lastModified }: Validators): Record<string, string> {
  return {
    ...(etag === undefined ? {} : { 'if-none-match': etag }),
    ...(lastModified === undefined ? {} : { 'if-modified-since': lastModified }),
  }
}

function keepable(value: string | undefined): string | undefined {
  if (value === undefined || value.length > maxValidatorLength) return undefined
  return legalHeader.test(value) ? value : undefined
}

/** How long the answer says that it stays fresh (RFC 9111 5.2.2.1, 5.3); undefined when it says nothing of use. */
export function freshForMs(headers: ResponseHeaders, now: Date): number | undefined {
  const control = headers['cache-control'] ?? ''
  if (/(?:^|[\s,])no-(?:store|cache)\b/i.test(control)) return undefined
  const maxAge = /(?:^|[\s,])max-age\s*=\s*"?(\d+)"?\s*(?:,|$)/i.exec(control)?.[1]
  if (maxAge !== undefined) return toMs(Number(maxAge))
  const expiresAtMs = Date.parse(headers.expires ?? '')
  const askedAtMs = Date.parse(headers.date ?? '') || now.getTime()
  return expiresAtMs > askedAtMs ? expiresAtMs - askedAtMs : undefined
}

/** How long the server asks us to stay away (RFC 9110 10.2.3); undefined when it does not, or not in a readable way. */
export function retryAfterMs(headers: ResponseHeaders, now: Date): number | undefined {
  const value = headers['retry-after']?.trim() ?? ''
  if (/^\d+$/.test(value)) return toMs(Number(value))
  const atMs = /[a-z]/i.test(value) ? Date.parse(value) : Number.NaN
  return Number.isNaN(atMs) ? undefined : Math.max(atMs - now.getTime(), 0)
}

/** Seconds beyond all sense are cut to a year, which every caller cuts further. */
function toMs(seconds: number): number {
  return Math.min(seconds, 31_536_000) * 1000
}
