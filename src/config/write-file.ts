import { stringify } from 'yaml'
import { writeChannelRef } from '../domain/channel.ts'
import type { Filter } from '../domain/filter.ts'
import type { Schedule } from '../domain/schedule.ts'
import type { FeedChoice } from '../domain/subscription.ts'
import type { DigestWish, FeedWish, Wishes } from '../domain/wishes.ts'

/** A configuration file that asks for just these wishes: reading it gives them back. */
export function writeConfigFile({ feeds, digests, filters }: Wishes): string {
  const file = {
    feeds: feeds.map(feedOf),
    digests: digests.map(digestOf),
    filters: filters.map(filterOf),
  }
  return stringify(file, { lineWidth: 100 })
}

function feedOf({ name, url, categories, weight, language, paused }: FeedWish) {
  return {
    name,
    url,
    ...(categories.length > 0 && { categories }),
    ...(weight !== 1 && { weight }),
    ...(language !== undefined && { language }),
    ...(paused && { paused }),
  }
}

function digestOf(digest: DigestWish) {
  return {
    name: digest.name,
    title: digest.title,
    channel: writeChannelRef(digest.channel),
    schedule: scheduleOf(digest.schedule),
    feeds: choiceOf(digest.feeds),
    stories: digest.stories,
    length: digest.length,
    ...(digest.language !== undefined && { language: digest.language }),
    onEmpty: digest.onEmpty,
    ...(digest.images && { images: true }),
    ...(digest.mention !== undefined && { mention: digest.mention }),
    ...(digest.paused && { paused: true }),
  }
}

const dayNames = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']

function scheduleOf(schedule: Schedule) {
  const { timezone, exact } = schedule
  const more = { timezone, ...(exact && { exact }) }
  if (schedule.kind === 'cron') return { cron: schedule.cron, ...more }
  const days = schedule.days.map((day) => dayNames[day - 1] ?? 'monday')
  return { days: days.length === 7 ? 'daily' : days, at: schedule.at, ...more }
}

function choiceOf(choice: FeedChoice) {
  if (choice.kind === 'all') return 'all'
  return choice.kind === 'named' ? choice.names : { categories: choice.categories }
}

function filterOf({ action, field, match, value, not, scope }: Filter) {
  return {
    action,
    field,
    [match]: value,
    ...(not && { not }),
    ...(scope !== undefined && { scope }),
  }
}
