import {
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
} from '@slack/web-api'
import type { PostOutcome } from '../../../domain/platform.ts'
import { classOf, whyOf } from './slack-errors.ts'

export type Failure = Exclude<PostOutcome, { kind: 'posted' }> | { readonly kind: 'token-expired' }

/** What is waited when Slack asks to wait and does not say how long. */
const usualWaitMs = 30_000
const longestWaitMs = 3_600_000

/** What a failed call says of the message: certainly not sent, refused, or perhaps standing there. */
export function outcomeOfError(error: unknown): Failure {
  if (error instanceof WebAPIRateLimitedError) return busy(error.retryAfter)
  if (error instanceof WebAPIPlatformError) return refusalOf(error.data.error)
  if (error instanceof WebAPIHTTPError) return ofStatus(error.statusCode)
  if (error instanceof WebAPIRequestError) return ofConnection(error.original)
  return isWaitWithoutTime(error) ? busy(undefined) : ofConnection(error)
}

function busy(seconds: number | undefined): Failure {
  return { kind: 'busy', retryAfterMs: waitMs(seconds), scope: 'channel' }
}

/** A wait as a timer can hold it: never negative, an hour at most. */
export function waitMs(seconds: number | undefined): number {
  if (seconds === undefined || !Number.isFinite(seconds) || seconds < 0) return usualWaitMs
  return Math.min(Math.max(seconds * 1000, 1000), longestWaitMs)
}

/** A 429 without a readable `Retry-After` is no error of its own in the SDK, only these words. */
function isWaitWithoutTime(error: unknown): boolean {
  return error instanceof Error && error.message.startsWith('Retry header did not contain')
}

/** An answer that is not Slack's own JSON becomes a "code" in the SDK; it says nothing of the message. */
const codeShape = /^[a-z][a-z0-9_:.-]{0,100}$/

function refusalOf(code: unknown): Failure {
  if (typeof code !== 'string' || !codeShape.test(code)) {
    return { kind: 'unknown', why: 'Slack’s answer could not be read.' }
  }
  const why = whyOf(code)
  const is = classOf(code)
  switch (is) {
    case 'busy':
      return busy(undefined)
    case 'unknown':
      return { kind: 'unknown', why: `Slack answered "${code}".` }
    case 'malformed':
      return { kind: 'malformed', code, why }
    case 'token-expired':
      return { kind: 'token-expired' }
    case 'channel':
    case 'workspace':
      return { kind: 'refused', scope: is, code, why }
  }
}

function ofStatus(status: number): Failure {
  const why = `Slack answered with HTTP ${status}.`
  if (status >= 500 || status === 408) return { kind: 'unknown', why }
  return { kind: 'not-sent', why, unreachable: true }
}

/** Failures of a connection that was never made: not one byte of the message has left. */
const neverConnected =
  /^(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL|UND_ERR_CONNECT_TIMEOUT|ERR_TLS_.*|ERR_SSL_.*|CERT_.*|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_.*)$/

function ofConnection(error: unknown): Failure {
  const code = codeIn(error)
  if (code !== undefined && neverConnected.test(code)) {
    return { kind: 'not-sent', why: `Slack cannot be reached (${code}).`, unreachable: true }
  }
  return { kind: 'unknown', why: `The connection to Slack broke${code ? ` (${code})` : ''}.` }
}

/** The code of an error or of what caused it. */
function codeIn(error: unknown): string | undefined {
  for (
    let each = error, depth = 0;
    each instanceof Error && depth < 5;
    each = each.cause, depth++
  ) {
    const { code } = each as { code?: unknown }
    if (typeof code === 'string' && !code.startsWith('slack_')) return code
    if (each instanceof AggregateError) return codeIn(each.errors[0])
  }
  return undefined
}
