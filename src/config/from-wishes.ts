import { stringify } from 'yaml'
import { writeChannelRef } from '../domain/channel.ts'
import type { Filter } from '../domain/filter.ts'
import type { Schedule } from '../domain/schedule.ts'
import type { FeedChoice } from '../domain/subscription.ts'
import type { DigestWish, FeedWish, Wishes } from '../domain/wishes.ts'
import { dayNumbers } from './to-wishes.ts'

/** The configuration file that asks for these wishes: reading it again gives the same. Defaults are left out. */
export function writeConfigText({ feeds, digests, filters }: Wishes): string {
  return stringify({
    feeds: feeds.map(fromFeed),
    digests: digests.map((digest) => fromDigest(digest, feeds)),
    filters: filters.map(fromFilter),
  })
}

function fromFeed({ name, url, categories, weight, language, paused }: FeedWish) {
  return {
    name,
    url,
    ...(categories.length > 0 && { categories }),
    ...(weight !== 1 && { weight }),
    ...(language !== undefined && { language }),
    ...(paused && { paused }),
  }
}

function fromDigest(digest: DigestWish, feeds: readonly FeedWish[]) {
  return {
    name: digest.name,
    title: digest.title,
    channel: writeChannelRef(digest.channel),
    schedule: fromSchedule(digest.schedule),
    feeds: fromChoice(digest.feeds, feeds),
    stories: digest.stories,
    length: digest.length,
    ...(digest.language !== undefined && { language: digest.language }),
    onEmpty: digest.onEmpty,
    ...(digest.images && { images: true }),
    ...(digest.mention !== undefined && { mention: digest.mention }),
    ...(digest.paused && { paused: true }),
  }
}

function fromSchedule(schedule: Schedule) {
  const place = { timezone: schedule.timezone, ...(schedule.exact && { exact: true }) }
  if (schedule.kind === 'cron') return { cron: schedule.cron, ...place }
  const days = Object.entries(dayNumbers)
    .filter(([, number]) => schedule.days.includes(number))
    .map(([name]) => name)
  const [only, ...more] = schedule.at
  return { days, at: more.length === 0 ? only : schedule.at, ...place }
}

/** A feed that was removed is still among a digest's names, so that it can be put back; a file knows none but its own. */
function fromChoice(choice: FeedChoice, feeds: readonly FeedWish[]) {
  switch (choice.kind) {
    case 'all':
      return 'all'
    case 'named':
      return choice.names.filter((name) => feeds.some((feed) => feed.name === name))
    case 'categories':
      return { categories: choice.categories }
  }
}

function fromFilter({ action, field, match, value, not, scope }: Filter) {
  return {
    action,
    field,
    [match]: value,
    ...(not && { not }),
    ...(scope !== undefined && { scope }),
  }
}
