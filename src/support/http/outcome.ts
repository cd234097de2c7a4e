/** Response headers by lower-case name; repeated ones joined by a comma. */
export type ResponseHeaders = Readonly<Record<string, string>>

/** One step of a redirect, as the server gave it. */
export type Redirect = { readonly status: number; readonly from: string; readonly to: string }

type Answered = {
  readonly headers: ResponseHeaders
  /** Where the answer came from, after redirects. */
  readonly url: string
  readonly redirects: readonly Redirect[]
  readonly bytesOnWire: number
}

/** Why an address was not even asked. */
export type RefusalReason =
  | 'address'
  | 'scheme'
  | 'credentials'
  | 'port'
  | 'name'
  /** It leads into a private network. */
  | 'network'
  | 'too many redirects'
  | 'redirect loop'
  /** From https to http. */
  | 'downgrade'

/** Why there is no answer that could be used. */
export type FailureReason =
  | 'name'
  | 'connection'
  | 'certificate'
  | 'timeout'
  | 'too large'
  | 'encoding'
  | 'protocol'
  /** The caller gave up. */
  | 'aborted'

/** What became of a request. The sentences say nothing of private networks that their reader could not know. */
export type FetchOutcome =
  | (Answered & { readonly kind: 'ok'; readonly status: number; readonly body: Uint8Array })
  | (Answered & { readonly kind: 'not-modified' })
  /** An answer that is neither the document nor the word that it is unchanged; its body was not read. */
  | (Answered & { readonly kind: 'bad-status'; readonly status: number })
  | {
      readonly kind: 'refused'
      readonly why: RefusalReason
      readonly sentence: string
      readonly redirects: readonly Redirect[]
    }
  | {
      readonly kind: 'failed'
      readonly why: FailureReason
      readonly sentence: string
      readonly redirects: readonly Redirect[]
    }

/** The same words for a refused network and for one that does not answer, so that nobody learns what stands behind. */
export const unreachable = 'The address could not be reached.'

export const refusalSentences: Readonly<Record<RefusalReason, string>> = {
  address: 'This is not an address that can be fetched.',
  scheme: 'Only http and https addresses can be fetched.',
  credentials: 'An address with a user name or password in it is not fetched.',
  port: 'Addresses on this port are not fetched.',
  name: unreachable,
  network: unreachable,
  'too many redirects': 'The address redirects too many times.',
  'redirect loop': 'The address redirects to itself.',
  downgrade: 'The address redirects from https to http, which is not followed.',
}
