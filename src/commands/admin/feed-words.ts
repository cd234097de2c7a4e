import type { Span } from '../../domain/document.ts'
import { strong, text } from '../../domain/document.ts'
import type { FeedSubscription } from '../../domain/subscription.ts'
import type { ReadyCall } from '../command.ts'
import type { FeedHealth } from '../memory.ts'
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

/** One line of a list: name, health, newest article, next poll. */
export function feedLine(
  feed: FeedSubscription,
  health: FeedHealth | undefined,
  call: ReadyCall,
): readonly Span[] {
  const { wording } = call
  const newest = health?.newestAt
  const parts = [
    healthWords(feed, health, call),
    ...(newest ? [wording.say('feeds.newest', { at: timeWords(newest, call) })] : []),
    ...(health?.nextCheckAt && !feed.paused
      ? [wording.say('feeds.nextPoll', { at: timeWords(health.nextCheckAt, call) })]
      : []),
    ...(feed.categories.length > 0 ? [feed.categories.join(', ')] : []),
    ...(feed.managedBy === 'file' ? [wording.say('managed.file')] : []),
  ]
  return [strong(feed.name), text(` · ${parts.join(' · ')}`)]
}
