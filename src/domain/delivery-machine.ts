import type { Delivery, Verdict } from './delivery.ts'
import { assertNever } from './errors.ts'
import type { FindOutcome, MessageRef, PostOutcome, RenderedMessage } from './platform.ts'

const secondMs = 1_000
const minuteMs = 60 * secondMs
const hourMs = 60 * minuteMs

/** Waits before the retries; after them a delivery is dead. */
const retryWaitsMs = [
  secondMs,
  5 * secondMs,
  30 * secondMs,
  2 * minuteMs,
  10 * minuteMs,
  hourMs,
] as const

/** While a platform is down it is asked again this often at least. */
const outageWaitMs = 2 * minuteMs

/** The longest wait that a platform is granted for one try. */
const longestBusyMs = hourMs

/** A platform may show a message only some seconds after it took it. */
const firstLookMs = 10 * secondMs

/**
 * A listing without the message is believed only this long after the attempt. Where nobody can look, it is sent again no
 * sooner either: the attempt may be on its way still, and crashes in quick succession must not use up all tries.
 */
const absenceMs = minuteMs

const nextLookMs = minuteMs
const mostReconciliations = 3

/** When it happened, and where between 0 and 1 its wait falls, so that many do not come back at once. */
export type Moment = { readonly now: Date; readonly chance: number }

/** What is to be done after a look: nothing more for now, or post again. */
export type LookVerdict =
  | { readonly kind: 'settled'; readonly verdict: Verdict }
  /** As a new attempt: the earlier one certainly failed, or its risk is taken because nobody can look. */
  | { readonly kind: 'post-anew'; readonly verdict: Verdict; readonly isRisked: boolean }
  /** The same attempt again: the platform keeps it from standing there twice. */
  | { readonly kind: 'repeat' }

/** What a delivery in `sending` becomes. `isRepeat`: an earlier try of the same attempt is still of unknown fate. */
export function afterPost(
  delivery: Delivery,
  outcome: Exclude<PostOutcome, { kind: 'malformed' }>,
  moment: Moment & { readonly isRepeat: boolean },
): Verdict {
  const { now } = moment
  switch (outcome.kind) {
    case 'posted':
      return sent(delivery, outcome.message, now)
    case 'busy': {
      const waitMs = Math.min(Math.max(outcome.retryAfterMs, secondMs), longestBusyMs)
      const attempts = delivery.attempts - 1
      return again({ ...delivery, attempts }, waitMs, 'The platform asked to wait.', moment)
    }
    case 'not-sent':
      return afterFailure(delivery, outcome, moment)
    case 'unknown':
      return {
        ...same(delivery),
        state: 'unknown',
        words: outcome.why,
        dueAt: later(firstLookMs, now),
      }
    case 'refused':
      // Once the channel is open again, an earlier try of unknown fate is looked for first.
      return moment.isRepeat
        ? { ...same(delivery), state: 'unknown', words: outcome.why }
        : { ...settled(delivery, now), state: 'suspended', words: outcome.why }
    default:
      return assertNever(outcome)
  }
}

/** What a message becomes that the platform will not take: its smaller form, or nothing when there is none left. */
export function afterMalformed(
  delivery: Delivery,
  why: string,
  smaller: RenderedMessage | undefined,
  now: Date,
): Verdict {
  const words = `The platform does not take this message: ${why}`
  const base = { ...settled(delivery, now), words }
  if (smaller) return { ...base, state: 'retry_at', message: smaller }
  return { ...base, state: delivery.part === 0 ? 'dead' : 'skipped' }
}

/** What a delivery in `unknown` becomes. */
export function afterLook(delivery: Delivery, outcome: FindOutcome, moment: Moment): LookVerdict {
  const { now } = moment
  const startedAt = delivery.attemptStartedAt ?? now
  switch (outcome.kind) {
    case 'found':
      return { kind: 'settled', verdict: sent(delivery, outcome.message, now) }
    case 'repeatable':
      return isTooLate(delivery, now)
        ? lookLater(delivery, nextLookMs, 'Its fate is not known.', now)
        : { kind: 'repeat' }
    case 'absent':
    case 'cannot-look': {
      const isRisked = outcome.kind === 'cannot-look'
      const words = isRisked ? outcome.why : 'It is not there.'
      const waitMs = startedAt.getTime() + absenceMs - now.getTime()
      return waitMs > 0
        ? lookLater(delivery, waitMs, words, now)
        : postAnew(delivery, words, now, isRisked)
    }
    case 'failed': {
      const waitMs = Math.min(outcome.retryAfterMs ?? nextLookMs, longestBusyMs)
      return lookLater(delivery, waitMs, outcome.why, now)
    }
    default:
      return assertNever(outcome)
  }
}

/** What a delivery becomes whose time is over before it was sent. */
export function afterTooLate(delivery: Delivery, now: Date): Verdict {
  const words = 'It could not be posted before it was too late to be news.'
  return { ...settled(delivery, now), state: 'dead', words }
}

/** A claim given back without a try. */
export function afterRelease(delivery: Delivery, now: Date): Verdict {
  const attempts = Math.max(delivery.attempts - 1, 0)
  const state = attempts === 0 ? 'ready' : 'retry_at'
  return { ...settled({ ...delivery, attempts }, now), state, words: '' }
}

export function isTooLate({ tooLateAt }: Pick<Delivery, 'tooLateAt'>, now: Date): boolean {
  return now > tooLateAt
}

/** The wait before the next try of something that has failed so often, give or take a fifth; undefined after the last. */
export function retryWaitMs(failures: number, chance: number): number | undefined {
  const waitMs = retryWaitsMs[failures - 1]
  return waitMs === undefined ? undefined : spread(waitMs, chance)
}

function afterFailure(
  delivery: Delivery,
  outcome: Extract<PostOutcome, { kind: 'not-sent' }>,
  moment: Moment & { readonly isRepeat: boolean },
): Verdict {
  const waitMs = retryWaitMs(delivery.attempts, moment.chance)
  if (outcome.unreachable) {
    const outageMs = Math.min(waitMs ?? outageWaitMs, spread(outageWaitMs, moment.chance))
    return again(delivery, outageMs, outcome.why, moment)
  }
  if (waitMs !== undefined) return again(delivery, waitMs, outcome.why, moment)
  const words = `${outcome.why} It was tried ${delivery.attempts} times.`
  return { ...settled(delivery, moment.now), state: 'dead', words }
}

/** Another try later. While an earlier one is of unknown fate, that one must be looked for first. */
function again(
  delivery: Delivery,
  waitMs: number,
  words: string,
  { now, isRepeat }: Moment & { readonly isRepeat: boolean },
): Verdict {
  const dueAt = later(waitMs, now)
  if (isRepeat) return { ...same(delivery), state: 'unknown', words, dueAt }
  return { ...settled(delivery, now), state: 'retry_at', words, dueAt }
}

function postAnew(delivery: Delivery, words: string, now: Date, isRisked: boolean): LookVerdict {
  if (isTooLate(delivery, now)) {
    return { kind: 'settled', verdict: afterTooLate(delivery, now) }
  }
  if (delivery.reconciliations >= mostReconciliations) {
    const dead = `${words} It was sent and looked for ${delivery.reconciliations} times.`
    return {
      kind: 'settled',
      verdict: { ...settled(delivery, now), state: 'dead', words: dead },
    }
  }
  const verdict: Verdict = {
    ...same(delivery),
    state: 'sending',
    words,
    dueAt: now,
    attempts: delivery.attempts + 1,
    reconciliations: delivery.reconciliations + 1,
    attemptStartedAt: now,
  }
  return { kind: 'post-anew', verdict, isRisked }
}

function lookLater(delivery: Delivery, waitMs: number, words: string, now: Date): LookVerdict {
  const verdict: Verdict = isTooLate(delivery, now)
    ? {
        ...settled(delivery, now),
        state: 'dead',
        words: `${words} Whether it stands there could not be learned in time.`,
      }
    : { ...same(delivery), state: 'unknown', words, dueAt: later(waitMs, now) }
  return { kind: 'settled', verdict }
}

function sent(delivery: Delivery, message: MessageRef, now: Date): Verdict {
  return { ...settled(delivery, now), state: 'sent', words: '', sentAs: message }
}

type Open = Omit<Verdict, 'state' | 'words'>

function same({ attempts, reconciliations, attemptStartedAt, dueAt }: Delivery): Open {
  return { attempts, reconciliations, attemptStartedAt, dueAt, sentAs: undefined }
}

/** No attempt of unknown fate is left. */
function settled(delivery: Delivery, now: Date): Open {
  return { ...same(delivery), attemptStartedAt: undefined, dueAt: now }
}

function spread(waitMs: number, chance: number): number {
  return Math.round(waitMs * (0.8 + 0.4 * chance))
}

function later(ms: number, from: Date): Date {
  return new Date(from.getTime() + ms)
}
