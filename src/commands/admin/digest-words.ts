import type { Span } from '../../domain/document.ts'
import { strong } from '../../domain/document.ts'
import type { Schedule } from '../../domain/schedule.ts'
import type { FeedChoice, Subscription } from '../../domain/subscription.ts'
import type { Wording } from '../../domain/wording/wording.ts'
import type { ReadyCall } from '../command.ts'
import { withChannel } from '../read/channel.ts'
import { nextRuns } from '../read/schedule.ts'
import { timeWords } from '../times.ts'

const monday = Date.UTC(2024, 0, 1)
const dayMs = 86_400_000

/** "Mon, Tue at 08:00 (Europe/Berlin)", or the cron line. */
export function scheduleWords(schedule: Schedule, wording: Wording): string {
  const { timezone } = schedule
  if (schedule.kind === 'cron') return `${schedule.cron} (${timezone})`
  const name = new Intl.DateTimeFormat(wording.language, { weekday: 'short', timeZone: 'UTC' })
  const days =
    schedule.days.length === 7
      ? wording.say('schedule.daily')
      : schedule.days.map((day) => name.format(new Date(monday + (day - 1) * dayMs))).join(', ')
  return wording.say('schedule.times', { days, at: schedule.at.join(', '), timezone })
}

function choiceWords(choice: FeedChoice, wording: Wording): string {
  switch (choice.kind) {
    case 'all':
      return wording.say('choice.all')
    case 'named':
      return choice.names.join(', ')
    case 'categories':
      return wording.say('choice.categories', { categories: choice.categories.join(', ') })
  }
}

/** One line of a list: name, channel, when, what it reads, when next. */
export function digestLine(digest: Subscription, call: ReadyCall): readonly Span[] {
  const { wording } = call
  const [next] = nextRuns(digest.schedule, call.now, 1)
  const parts = [
    scheduleWords(digest.schedule, wording),
    choiceWords(digest.feeds, wording),
    ...(digest.paused
      ? [wording.say('digest.isPaused')]
      : next
        ? [wording.say('digest.nextRun', { at: timeWords(next, call, digest.schedule.timezone) })]
        : []),
    ...(digest.managedBy === 'file' ? [wording.say('managed.file')] : []),
  ]
  return [
    strong(digest.name),
    ...withChannel((channel) => ` · ${[channel, ...parts].join(' · ')}`, digest.channel),
  ]
}

/** The next three runs, so that a person sees whether the schedule is what they meant. */
export function runLines(
  digest: Pick<Subscription, 'schedule'>,
  call: ReadyCall,
): readonly string[] {
  const { schedule } = digest
  return nextRuns(schedule, call.now, 3).map((at) => timeWords(at, call, schedule.timezone))
}
