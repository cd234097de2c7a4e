import type { DatabaseAddress } from '../../../src/store/open-store.ts'

/** What one crash campaign does. Everything random in it comes from the seed; only the machine's own pace does not. */
export type CrashPlan = {
  /** Random SIGKILLs, each of one worker that is then replaced. */
  readonly kills: number
  /** Workers that are stopped for longer than others wait for them, and then go on. */
  readonly freezes: number
  /** How long at least and at most; others wait ten seconds for a sign of life, and a minute before they believe an absence. */
  readonly freezeMs: readonly [number, number]
  /** Messages that are promised; each digest is a parent and four stories. */
  readonly deliveries: number
  readonly seed: number
  readonly database: DatabaseAddress
  readonly workers: number
  /** Of a hundred messages so many meet a broken connection, silence, an HTTP 500 or 503, or a wait. */
  readonly faultyPercent: number
  /** No blow falls later than this after the start; what was promised till then is seen through. */
  readonly longestMs: number
  /** How long is waited in the end for everything that is on its way. */
  readonly patienceMs: number
  /** How many times faster than the world's clock everything runs. */
  readonly speed: number
  /** A safeguard taken out, to see that the campaign notices. */
  readonly without: Safeguard | undefined
  /** Where logs are kept. */
  readonly folder: string
}

export const safeguards = ['nonce', 'fence', 'own-retries'] as const
export type Safeguard = (typeof safeguards)[number]

/** A worker was killed, frozen, or goes on after a freeze: what it has in its hands at this moment has an unknown fate. */
export type Blow = { readonly kind: 'kill' | 'freeze' | 'thaw'; readonly atMs: number }
