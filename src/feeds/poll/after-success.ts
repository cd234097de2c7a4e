import type { PollState } from '../../domain/poll-state.ts'
import type { Redirect, ResponseHeaders } from '../../support/http/outcome.ts'
import type { Random } from '../../support/random.ts'
import type { PaceHints } from '../parse/parsed-feed.ts'
import { freshForMs, hasValidators, validatorsOf } from './header-hints.ts'
import { nextMove } from './moves.ts'
import { checkAt, intervalMs, type PollPace } from './next-check.ts'
import { nextRhythm, rhythmOf } from './rhythm.ts'

export type SuccessContext = {
  readonly now: Date
  readonly random: Random
  readonly pace: PollPace
}

/** An answer that is the feed, or the word that it has not changed. */
export type Answer = {
  readonly headers: ResponseHeaders
  readonly redirects: readonly Redirect[]
  readonly bytesOnWire: number
}

/** What was read out of a full answer; absent when its bytes were those of the time before. */
export type Reading = {
  readonly pace: PaceHints
  readonly publishedAt: readonly (Date | undefined)[]
  readonly newItems: number
}

/** A new state, and the address that the feed has from now on when it has moved. */
export type Success = { readonly state: PollState; readonly movedTo: string | undefined }

export function afterFullAnswer(
  before: PollState,
  answer: Answer & { readonly bodyHash: string },
  reading: Reading | undefined,
  context: SuccessContext,
): Success {
  const { now } = context
  const read: PollState = {
    ...before,
    ...(reading && hintsOf(reading.pace)),
    validators: validatorsOf(answer.headers),
    bodyHash: answer.bodyHash,
    freshForMs: freshForMs(answer.headers, now),
    fullAnswerBytes: answer.bytesOnWire,
    itemsPerDay: rhythmAfter(before, reading, now),
    lastNewAt: reading && reading.newItems > 0 ? now : before.lastNewAt,
  }
  return settled(read, answer, context)
}

/** A 304 may bring new validators and a new time of freshness (RFC 9111 4.3.4); what it does not say stays. */
export function afterNotModified(
  before: PollState,
  answer: Answer,
  context: SuccessContext,
): Success {
  const { now } = context
  const validators = validatorsOf(answer.headers)
  const read: PollState = {
    ...before,
    validators: hasValidators(validators) ? validators : before.validators,
    freshForMs: freshForMs(answer.headers, now) ?? before.freshForMs,
    itemsPerDay: rhythmAfter(before, undefined, now),
    bytesSaved: before.bytesSaved + before.fullAnswerBytes,
  }
  return settled(read, answer, context)
}

function settled(read: PollState, { redirects }: Answer, context: SuccessContext): Success {
  const { now, random, pace } = context
  const move = nextMove(read.move, redirects, now)
  const waitMs = intervalMs(read, pace)
  const state: PollState = {
    ...read,
    intervalMs: waitMs,
    nextCheckAt: checkAt(now, waitMs, read, random),
    lastCheckedAt: now,
    lastSuccessAt: now,
    failure: undefined,
    disabled: undefined,
    move: move.kind === 'maybe' ? move.move : undefined,
  }
  return { state, movedTo: move.kind === 'agreed' ? move.toUrl : undefined }
}

function rhythmAfter(before: PollState, reading: Reading | undefined, now: Date) {
  if (before.lastSuccessAt === undefined) return reading && rhythmOf(reading.publishedAt, now)
  const sinceMs = now.getTime() - before.lastSuccessAt.getTime()
  return nextRhythm(before.itemsPerDay, reading?.newItems ?? 0, sinceMs)
}

function hintsOf({ everyMinutes, skipHours, skipDays }: PaceHints) {
  return {
    askedEveryMs: everyMinutes === undefined ? undefined : everyMinutes * 60_000,
    skipHours,
    skipDays,
  }
}
