import { type FailureReason, unreachable } from './outcome.ts'

/** Thrown in the dialler, where only an error can say it: the address leads where it must not. */
export class NetworkRefusedError extends Error {
  override readonly name = 'NetworkRefusedError'

  constructor() {
    super('The address leads into a network that is not fetched from')
  }
}

/** Thrown while a body is read: more came out of it than was asked for. */
export class BodyTooLargeError extends Error {
  override readonly name = 'BodyTooLargeError'

  constructor(maxBytes: number) {
    super(`The answer is larger than ${megabytes(maxBytes)}.`)
  }
}

/** Thrown while a body is read: it is not packed as its header says. */
export class BodyEncodingError extends Error {
  override readonly name = 'BodyEncodingError'
}

type Failure = { readonly why: FailureReason; readonly sentence: string }

/** OpenSSL's words (`X509_V_ERR_…` as Node names them) for the person who chose the address. */
const certificateSentences: Readonly<Record<string, string>> = {
  CERT_HAS_EXPIRED: 'The certificate of the server has expired.',
  CERT_NOT_YET_VALID: 'The certificate of the server is not valid yet.',
  ERR_TLS_CERT_ALTNAME_INVALID: 'The certificate of the server is for another name.',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'The certificate of the server is self-signed.',
  SELF_SIGNED_CERT_IN_CHAIN: 'The certificate of the server rests on a self-signed one.',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'The server does not send the whole chain of its certificate.',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'The certificate of the server is from an unknown issuer.',
  CERT_REVOKED: 'The certificate of the server has been revoked.',
}

const protocolSentence = 'The server offers no encryption that is still safe.'

/** What an error of the connection means, in words that carry no address and nothing that the server said. */
export function toFailure(error: unknown): Failure {
  if (error instanceof BodyTooLargeError) return { why: 'too large', sentence: error.message }
  if (error instanceof BodyEncodingError) return { why: 'encoding', sentence: error.message }
  const code = codeOf(error)
  const certificate = certificateSentences[code]
  if (certificate) return { why: 'certificate', sentence: certificate }
  if (/^ERR_(?:SSL|TLS)|^EPROTO$/.test(code)) {
    return { why: 'certificate', sentence: protocolSentence }
  }
  if (/TIMEOUT|^ETIMEDOUT$/.test(code)) return timedOut
  if (/^(?:ENOTFOUND|EAI_\w+|ENODATA|ESERVFAIL)$/.test(code)) {
    return { why: 'name', sentence: unreachable }
  }
  if (code === 'UND_ERR_HEADERS_OVERFLOW') {
    return { why: 'protocol', sentence: 'The headers of the answer are too large.' }
  }
  if (isParserError(error) || /^UND_ERR_(?:RES|INVALID|BODY)/.test(code)) {
    return { why: 'protocol', sentence: 'The answer is not proper HTTP.' }
  }
  if (/^Z_|^ERR_(?:BROTLI|ZSTD|PADDING|ZLIB|_)|^ZSTD|BROTLI/.test(code)) {
    return { why: 'encoding', sentence: 'The answer could not be unpacked.' }
  }
  return { why: 'connection', sentence: unreachable }
}

export const timedOut: Failure = {
  why: 'timeout',
  sentence: 'The address did not answer in time.',
}

/** Whether the dialler refused, however deep undici has wrapped its word. */
export function isNetworkRefusal(error: unknown): boolean {
  if (error instanceof NetworkRefusedError) return true
  if (error instanceof AggregateError) return error.errors.some(isNetworkRefusal)
  return error instanceof Error && error.cause !== undefined && isNetworkRefusal(error.cause)
}

/** undici gives its parser's errors a name, and a code only at times. */
function isParserError(error: unknown): boolean {
  return error instanceof Error && error.name === 'HTTPParserError'
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return ''
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  return code !== '' && code !== 'UND_ERR_SOCKET' ? code : codeOf(error.cause) || code
}

function megabytes(bytes: number): string {
  return bytes >= 1_000_000 ? `${bytes / 1_000_000} MB` : `${Math.round(bytes / 1000)} KB`
}
