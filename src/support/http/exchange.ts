import type { Dispatcher } from 'undici'
import { isNetworkRefusal, timedOut, toFailure } from './failures.ts'
import {
  type FetchOutcome,
  type Redirect,
  type ResponseHeaders,
  refusalSentences,
} from './outcome.ts'
import { acceptEncoding, readBody } from './read-body.ts'

/** One request to one address, redirects left to the caller. */
export type ExchangeRequest = {
  readonly url: URL
  readonly accept?: string | undefined
  readonly headers?: Readonly<Record<string, string>> | undefined
  /** Sent as the body of a POST; a GET without it. */
  readonly json?: string
  readonly maxBytes: number
  readonly signal: AbortSignal
  readonly redirects: readonly Redirect[]
}

export type ExchangeSettings = {
  readonly userAgent: string
  readonly guards: { readonly maxEncodings: number; readonly isSizeKept: boolean }
}

/** Room for the short body that comes with an error or a redirect, so that the connection can be kept. */
const dumpedBytes = 16_384

/** Sends one request and reads the whole answer, or says in words why there is none. */
export async function exchange(
  dispatcher: Dispatcher,
  settings: ExchangeSettings,
  request: ExchangeRequest,
): Promise<FetchOutcome> {
  try {
    return await ask(dispatcher, settings, request)
  } catch (error) {
    return toOutcome(error, request)
  }
}

async function ask(
  dispatcher: Dispatcher,
  { userAgent, guards }: ExchangeSettings,
  request: ExchangeRequest,
): Promise<FetchOutcome> {
  const { url, json, redirects, signal } = request
  const response = await dispatcher.request({
    origin: url.origin,
    path: `${url.pathname}${url.search}`,
    method: json === undefined ? 'GET' : 'POST',
    headers: {
      'user-agent': userAgent,
      accept: request.accept ?? '*/*',
      'accept-encoding': acceptEncoding,
      ...(json === undefined ? {} : { 'content-type': 'application/json' }),
      ...request.headers,
    },
    body: json ?? null,
    signal,
  })
  const headers = toHeaders(response.headers)
  const answered = { headers, url: url.href, redirects, bytesOnWire: 0 }
  const status = response.statusCode
  if (status !== 200 && status !== 203) {
    await response.body.dump({ limit: dumpedBytes, signal })
    return status === 304
      ? { kind: 'not-modified', ...answered }
      : { kind: 'bad-status', status, ...answered }
  }
  const maxBytes = guards.isSizeKept ? request.maxBytes : Number.POSITIVE_INFINITY
  const limits = { maxBytes, maxEncodings: guards.maxEncodings }
  const read = await readBody(response.body, headers['content-encoding'], limits)
  return { kind: 'ok', status, ...answered, ...read }
}

function toOutcome(error: unknown, { signal, redirects }: ExchangeRequest): FetchOutcome {
  if (isNetworkRefusal(error)) {
    return { kind: 'refused', why: 'network', sentence: refusalSentences.network, redirects }
  }
  if (!signal.aborted) return { kind: 'failed', ...toFailure(error), redirects }
  if (signal.reason === 'timeout') return { kind: 'failed', ...timedOut, redirects }
  return { kind: 'failed', why: 'aborted', sentence: 'The request was given up.', redirects }
}

function toHeaders(raw: Readonly<Record<string, string | string[] | undefined>>): ResponseHeaders {
  const entries = Object.entries(raw).map(([name, value]) => [
    name.toLowerCase(),
    Array.isArray(value) ? value.join(', ') : (value ?? ''),
  ])
  return Object.fromEntries(entries)
}
