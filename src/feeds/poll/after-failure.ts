import type { Failure, PollFault, PollState } from '../../domain/poll-state.ts'
import type { Random } from '../../support/random.ts'
import { checkAt, clamp, type PollPace } from './next-check.ts'

const minuteMs = 60_000
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs

/** A time that the server asked for is kept, within bounds that no mistake of its can break. */
const shortestAskedMs = minuteMs
const longestAskedMs = 7 * dayMs

export type Trouble = {
  readonly fault: PollFault
  readonly sentence: string
  /** From `Retry-After`. */
  readonly retryAfterMs?: number | undefined
}

export type FailureContext = {
  readonly now: Date
  readonly random: Random
  readonly pace: PollPace
  /** Whether any other feed was reached lately; when none was, the fault is ours and no feed is given up. */
  readonly isOnline: boolean
}

/** The state after a poll that brought nothing: the next look moves away, and hopeless feeds are given up. */
export function afterFailure(
  before: PollState,
  trouble: Trouble,
  context: FailureContext,
): PollState {
  const { now, random } = context
  const failure = nextFailure(before.failure, trouble, now)
  const waitMs = waitAfter(before, failure, trouble, context.pace)
  const sentence = whyGivenUp(failure, context)
  return {
    ...before,
    failure,
    lastCheckedAt: now,
    nextCheckAt: checkAt(now, waitMs, { skipHours: [], skipDays: [] }, random),
    disabled: sentence === undefined ? before.disabled : { sentence, sinceAt: now },
  }
}

function nextFailure(
  before: Failure | undefined,
  { fault, sentence }: Trouble,
  now: Date,
): Failure {
  return {
    fault,
    sentence,
    streak: (before?.streak ?? 0) + 1,
    sinceAt: before?.sinceAt ?? now,
    faultSinceAt: before?.fault === fault ? before.faultSinceAt : now,
  }
}

/** Doubled with each failure in a row, a day at most. Who is asked to slow down, or to wait, starts with an hour. */
function waitAfter(
  before: PollState,
  { streak, fault }: Failure,
  { retryAfterMs }: Trouble,
  pace: PollPace,
): number {
  if (retryAfterMs !== undefined) return clamp(retryAfterMs, shortestAskedMs, longestAskedMs)
  const isAsked = fault === 'busy' || fault === 'unavailable'
  const startMs = isAsked ? hourMs : clamp(before.intervalMs, pace.floorMs, dayMs)
  return Math.min(startMs * 2 ** Math.min(streak - 1, 20), Math.max(dayMs, pace.slowestMs))
}

/** After how many days of the same fault a feed is given up. */
const patienceDays: Partial<Record<PollFault, number>> = {
  'not-found': 14,
  'no-such-name': 14,
  forbidden: 7,
}
/** So that two looks, weeks apart, are not taken for weeks of failure. */
const fewestFailures = 5

function whyGivenUp(failure: Failure, { now, isOnline }: FailureContext): string | undefined {
  if (failure.fault === 'gone') return `${failure.sentence} It is no longer polled.`
  const days = patienceDays[failure.fault]
  if (days === undefined || failure.streak < fewestFailures) return undefined
  if (failure.fault === 'no-such-name' && !isOnline) return undefined
  const isOver = now.getTime() - failure.faultSinceAt.getTime() >= days * dayMs
  return isOver
    ? `${failure.sentence} This went on for ${days} days, so it is no longer polled.`
    : undefined
}
