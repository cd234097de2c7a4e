import { type ChannelRef, readChannelRef } from '../domain/channel.ts'
import { BugError } from '../domain/errors.ts'
import type { Filter } from '../domain/filter.ts'
import type { Schedule, Weekday } from '../domain/schedule.ts'
import type { FeedChoice } from '../domain/subscription.ts'
import type { Wishes } from '../domain/wishes.ts'
import type { ConfigFile } from './file-schema.ts'

/** The configuration file in the nouns of the domain. */
export function toWishes(file: ConfigFile): Wishes {
  return {
    feeds: file.feeds.map((feed) => ({ ...feed, language: feed.language })),
    digests: file.digests.map((digest) => ({
      ...digest,
      title: digest.title ?? titleOf(digest.name),
      channel: channelOf(file, digest.channel),
      schedule: scheduleOf(digest.schedule),
      feeds: choiceOf(digest.feeds),
      language: digest.language,
      mention: digest.mention,
    })),
    filters: file.filters.map((rule, at) => filterOf(file, rule, at)),
  }
}

/** `morning` → "Morning briefing". */
function titleOf(name: string): string {
  const words = name.replaceAll('-', ' ')
  return `${words.charAt(0).toUpperCase()}${words.slice(1)} briefing`
}

function channelOf(file: ConfigFile, written: string): ChannelRef {
  const channel = readChannelRef(file.channels[written] ?? written)
  if (!channel)
    throw new BugError(`The channel "${written}" passed the check of the file and cannot be read.`)
  return channel
}

export const dayNumbers = {
  monday: 1,
  tuesday: 2,
  wednesday: 3,
  thursday: 4,
  friday: 5,
  saturday: 6,
  sunday: 7,
} as const
const dayGroups = {
  daily: [1, 2, 3, 4, 5, 6, 7],
  weekdays: [1, 2, 3, 4, 5],
  weekends: [6, 7],
} as const satisfies Record<string, readonly Weekday[]>

function scheduleOf(written: ConfigFile['digests'][number]['schedule']): Schedule {
  const { timezone, exact } = written
  if ('cron' in written) return { kind: 'cron', cron: written.cron, timezone, exact }
  const days =
    typeof written.days === 'string'
      ? dayGroups[written.days]
      : written.days.map((day) => dayNumbers[day])
  return { kind: 'times', days, at: [written.at].flat(), timezone, exact }
}

function choiceOf(written: ConfigFile['digests'][number]['feeds']): FeedChoice {
  if (written === 'all') return { kind: 'all' }
  if (Array.isArray(written)) return { kind: 'named', names: written }
  return { kind: 'categories', categories: written.categories }
}

function filterOf(file: ConfigFile, rule: ConfigFile['filters'][number], at: number): Filter {
  const { action, field, not } = rule
  const scope = rule.scope && (file.channels[rule.scope] ?? rule.scope)
  const common = { id: `file-${at + 1}`, action, field, not, scope }
  if (rule.regex !== undefined) return { ...common, match: 'regex', value: rule.regex }
  if (rule.is !== undefined) return { ...common, match: 'is', value: rule.is }
  return { ...common, match: 'contains', value: rule.contains ?? '' }
}
