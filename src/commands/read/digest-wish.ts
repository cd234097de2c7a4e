import { UsageError } from '../../domain/errors.ts'
import type { DigestLength, FeedChoice, FeedSubscription } from '../../domain/subscription.ts'
import type { DigestWish } from '../../domain/wishes.ts'
import type { Wording } from '../../domain/wording/wording.ts'
import type { ReadyCall } from '../command.ts'
import { nearest } from '../nearest.ts'
import { short } from '../options.ts'
import { readLanguage } from './language.ts'
import { readSchedule } from './schedule.ts'

const fewestStories = 3
const mostStories = 15

/** What a person may say of a digest besides its name and its channel, over what it was before. */
export function readDigestWish(
  call: ReadyCall,
  before: DigestWish,
  isNew: boolean,
  feeds: readonly FeedSubscription[],
): DigestWish {
  const { options: given, caller, now, wording } = call
  const known = isNew ? undefined : before.schedule
  return {
    ...before,
    title: given.title?.slice(0, 80) ?? before.title,
    schedule: readSchedule(given, known, caller, now, wording),
    feeds: readChoice(given, before.feeds, feeds, wording),
    stories: readStories(given.stories, before.stories, wording),
    length: (given.length as DigestLength | undefined) ?? before.length,
    language: given.language ? readLanguage(given.language, wording) : before.language,
    onEmpty: readOnEmpty(given['on-empty']) ?? before.onEmpty,
    images: given.images === undefined ? before.images : given.images === 'yes',
    mention: given.mention === undefined ? before.mention : readMention(given.mention),
  }
}

function readStories(typed: string | undefined, before: number, wording: Wording): number {
  if (typed === undefined) return before
  const count = Number(typed)
  if (!Number.isInteger(count) || count < fewestStories || count > mostStories) {
    throw new UsageError(
      wording.say('fault.range', {
        option: 'stories',
        value: short(typed),
        from: String(fewestStories),
        to: String(mostStories),
      }),
      { option: 'stories' },
    )
  }
  return count
}

/** The word of the option is one word; the wish says it in two. */
function readOnEmpty(typed: string | undefined): DigestWish['onEmpty'] | undefined {
  if (typed === undefined) return undefined
  return typed === 'skip' ? 'skip' : 'say so'
}

/** A role or group as platforms mention it, or its bare id; `nobody` for none. */
function readMention(typed: string): string | undefined {
  if (/^(nobody|none|no)$/i.test(typed)) return undefined
  return typed.replace(/^<(?:@&|!subteam\^)([A-Za-z0-9]+)(?:\|[^>]*)?>$/, '$1').slice(0, 64)
}

function readChoice(
  { feeds: typed, category }: Readonly<Record<string, string>>,
  before: FeedChoice,
  feeds: readonly FeedSubscription[],
  wording: Wording,
): FeedChoice {
  if (typed === undefined && category === undefined) return before
  if (typed !== undefined && typed.toLowerCase() === 'all') return { kind: 'all' }
  if (typed !== undefined) {
    return { kind: 'named', names: splitNames(typed).map((name) => nameOf(name, feeds, wording)) }
  }
  const known = [...new Set(feeds.flatMap(({ categories }) => categories))]
  const categories = splitNames(category ?? '').map((each) =>
    oneOf('category', each, known, wording),
  )
  return { kind: 'categories', categories }
}

function splitNames(typed: string): readonly string[] {
  return typed
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

function nameOf(typed: string, feeds: readonly FeedSubscription[], wording: Wording): string {
  const byId = feeds.find(({ feedId }) => feedId === typed)?.name
  return (
    byId ??
    oneOf(
      'feeds',
      typed,
      feeds.map(({ name }) => name),
      wording,
    )
  )
}

function oneOf(
  option: 'feeds' | 'category',
  typed: string,
  known: readonly string[],
  wording: Wording,
): string {
  const found = known.find((each) => each.toLowerCase() === typed.toLowerCase())
  if (found) return found
  const near = nearest(typed, known)
  const offered = (near.length > 0 ? near : known.slice(0, 10)).join(', ')
  throw new UsageError(
    wording.say('fault.feed', { value: short(typed), offered: offered === '' ? '–' : offered }),
    { option },
  )
}
