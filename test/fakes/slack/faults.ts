import { seededRandom } from '../../support/seeded-random.ts'

/** A fault as data: at which call it strikes, and what happens then. */
export type Fault = {
  /** `chat.postMessage`, or `*` for every method. */
  readonly method: string
  readonly channel?: string
  /** Calls that pass before it strikes. */
  readonly skip?: number
  /** How often it strikes; once when absent. */
  readonly times?: number
  /** Strikes each matching call with this chance, by a generator that repeats. */
  readonly chance?: number
  readonly act: FaultAct
}

export type FaultAct =
  /** Any answer; nothing is done. */
  | {
      readonly kind: 'answer'
      readonly status: number
      readonly body?: string
      readonly headers?: Readonly<Record<string, string>>
    }
  | { readonly kind: '429'; readonly retryAfter: string | undefined }
  /** `ok: false` with this code; nothing is done. */
  | { readonly kind: 'error'; readonly error: string }
  /** The connection breaks before anything is done. */
  | { readonly kind: 'reset' }
  /** Done as asked, but the answer says 500, or `ok: false` with this code. */
  | { readonly kind: 'accept-then-fail'; readonly error?: string }
  /** Done as asked, but the connection breaks in the middle of the answer. */
  | { readonly kind: 'accept-then-reset' }
  /** Done as asked, and no answer for this long. */
  | { readonly kind: 'accept-then-hang'; readonly ms: number }
  | { readonly kind: 'slow'; readonly ms: number }

type Armed = Fault & { left: number; toSkip: number }

export type Faults = {
  arm(fault: Fault): void
  clear(): void
  /** The fault that strikes this call, used up by it. */
  strike(method: string, channel: string | undefined): FaultAct | undefined
}

export function createFaults(seed = 1): Faults {
  const armed: Armed[] = []
  const random = seededRandom(seed)
  return {
    arm(fault) {
      const endless = fault.chance === undefined ? 1 : Number.POSITIVE_INFINITY
      armed.push({ ...fault, left: fault.times ?? endless, toSkip: fault.skip ?? 0 })
    },
    clear() {
      armed.length = 0
    },
    strike(method, channel) {
      const fault = armed.find(
        (each) =>
          (each.method === '*' || each.method === method) &&
          (each.channel === undefined || each.channel === channel) &&
          each.left > 0 &&
          each.toSkip-- <= 0 &&
          (each.chance === undefined || random() < each.chance),
      )
      if (!fault) return undefined
      fault.left -= 1
      return fault.act
    },
  }
}
