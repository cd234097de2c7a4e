import { DiscordAPIError, HTTPError } from 'discord.js'
import type { PostOutcome } from '../../../domain/platform.ts'
import { rowOf } from './discord-errors.ts'
import { ParentDeletedError } from './parent-deleted.ts'
import { TooManyRequestsError } from './too-many-requests.ts'

export type Failure =
  | Exclude<PostOutcome, { kind: 'posted' }>
  /** The nonce belongs to a message that stood there and was deleted. */
  | { readonly kind: 'deleted' }

/** What is waited where a channel takes no message for the moment and does not say how long. */
const slowModeMs = 10_000

/** What a failed call says of the message: certainly not sent, refused, or perhaps standing there. */
export function outcomeOfError(error: unknown): Failure {
  if (error instanceof TooManyRequestsError) {
    return { kind: 'busy', retryAfterMs: error.retryAfterMs, scope: error.scope }
  }
  if (error instanceof ParentDeletedError) {
    return { kind: 'malformed', code: 'parent-deleted', why: error.message }
  }
  if (error instanceof DiscordAPIError) return ofRefusal(error)
  if (error instanceof HTTPError) {
    return { kind: 'unknown', why: `Discord answered with HTTP ${error.status}.` }
  }
  return ofConnection(error)
}

/** Discord's own code; undefined for anything but a refusal. */
export function codeOf(error: unknown): number | undefined {
  return error instanceof DiscordAPIError ? Number(error.code) : undefined
}

function ofRefusal(error: DiscordAPIError): Failure {
  const code = error.code === undefined ? `HTTP ${error.status}` : String(error.code)
  if (error.status === 408) return { kind: 'unknown', why: 'Discord took too long to answer.' }
  const { is, why } = rowOf(code, error.status)
  switch (is) {
    case 'busy':
      return { kind: 'busy', retryAfterMs: slowModeMs, scope: 'channel' }
    case 'deleted':
      return { kind: 'deleted' }
    case 'malformed':
      return { kind: 'malformed', code, why }
    case 'channel':
    case 'workspace':
      return { kind: 'refused', scope: is, code, why }
  }
}

/** Failures of a connection that was never made: not one byte of the message has left. */
const neverConnected =
  /^(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL|UND_ERR_CONNECT_TIMEOUT|ERR_TLS_.*|ERR_SSL_.*|CERT_.*|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_.*)$/

function ofConnection(error: unknown): Failure {
  const code = codeIn(error)
  if (code !== undefined && neverConnected.test(code)) {
    return { kind: 'not-sent', why: `Discord cannot be reached (${code}).`, unreachable: true }
  }
  return { kind: 'unknown', why: `The connection to Discord broke${code ? ` (${code})` : ''}.` }
}

/** The code of an error or of what caused it. */
function codeIn(error: unknown): string | undefined {
  for (
    let each = error, depth = 0;
    each instanceof Error && depth < 5;
    each = each.cause, depth++
  ) {
    const { code } = each as { code?: unknown }
    if (typeof code === 'string') return code
    if (each instanceof AggregateError) return codeIn(each.errors[0])
  }
  return undefined
}
