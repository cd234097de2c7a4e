import type { Span } from '../../domain/document.ts'
import { strong, text } from '../../domain/document.ts'
import type { FeedSubscription } from '../../domain/subscription.ts'
import type { ReadyCall } from '../command.ts'
import type { FeedHealth } from '../memory.ts'
import { sizeWords } from '../sizes.ts'
import { dayWords, timeWords } from '../times.ts'

/** A feed without news for so long is quiet, which is no fault. */
const quietMs = 14 * 86_400_000

export type HealthWord = 'paused' | 'new' | 'ok' | 'quiet' | 'failing' | 'stopped'

export function healthOf(
  feed: FeedSubscription,
  health: FeedHealth | undefined,
  now: Date,
): HealthWord {
  const state = health?.state
  if (feed.paused) return 'paused'
  if (!state?.lastCheckedAt) return 'new'
  if (state.disabled) return 'stopped'
  if (state.failure) return 'failing'
  const newest = state.lastNewAt ?? health?.newestAt
  return newest && now.getTime() - newest.getTime() > quietMs ? 'quiet' : 'ok'
}

/** How a feed does, as a sentence. */
export function healthWords(
  feed: FeedSubscription,
  health: FeedHealth | undefined,
  call: ReadyCall,
): string {
  const { wording, now } = call
  const state = health?.state
  const day = (at: Date | undefined) => (at ? dayWords(at, call) : '–')
  switch (healthOf(feed, health, now)) {
    case 'paused':
      return wording.say('health.paused')
    case 'new':
      return wording.say('health.new')
    case 'ok':
      return wording.say('health.ok')
    case 'quiet':
      return wording.say('health.quiet', { since: day(state?.lastNewAt ?? health?.newestAt) })
    case 'failing':
      return wording.say('health.failing', {
        since: day(state?.failure?.sinceAt),
        why: state?.failure?.sentence ?? '',
      })
    case 'stopped':
      return wording.say('health.stopped', {
        since: day(state?.disabled?.sinceAt),
        why: state?.disabled?.sentence ?? '',
      })
  }
}

/** "about 12 a day"; undefined until it can be told. */
export function rhythmWords(
  health: FeedHealth | undefined,
  { wording }: Pick<ReadyCall, 'wording'>,
): string | undefined {
  const perDay = health?.state?.itemsPerDay
  if (perDay === undefined) return undefined
  const count = perDay < 10 ? Math.round(perDay * 10) / 10 : Math.round(perDay)
  return wording.say('whyFeed.perDay', { count })
}

/** What the feeds' publishers did not have to send again, in words; undefined where that is nothing. */
export function savedWords(
  healths: readonly (FeedHealth | undefined)[],
  call: Pick<ReadyCall, 'wording'>,
): string | undefined {
  const bytes = healths.reduce((sum, health) => sum + (health?.state?.bytesSaved ?? 0), 0)
  return bytes === 0 ? undefined : sizeWords(bytes, call)
}

/** One line of a list: name, health, failures in a row, newest article, rhythm, next poll. */
export function feedLine(
  feed: FeedSubscription,
  health: FeedHealth | undefined,
  call: ReadyCall,
): readonly Span[] {
  const { wording } = call
  const newest = health?.newestAt
  const streak = health?.state?.failure?.streak ?? 0
  const rhythm = rhythmWords(health, call)
  const parts = [
    healthWords(feed, health, call),
    ...(streak > 1 ? [wording.say('feeds.streak', { count: streak })] : []),
    ...(newest ? [wording.say('feeds.newest', { at: timeWords(newest, call) })] : []),
    ...(rhythm === undefined ? [] : [rhythm]),
    ...(health?.nextCheckAt && !feed.paused
      ? [wording.say('feeds.nextPoll', { at: timeWords(health.nextCheckAt, call) })]
      : []),
    ...(feed.categories.length > 0 ? [feed.categories.join(', ')] : []),
    ...(feed.managedBy === 'file' ? [wording.say('managed.file')] : []),
  ]
  return [strong(feed.name), text(` · ${parts.join(' · ')}`)]
}
