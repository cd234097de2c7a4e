import { briefNow, type ReadNow } from '../app/brief-now.ts'
import { readFeedNow } from '../app/read-feed-now.ts'
import type { Reading } from '../app/reading.ts'
import { readConfigFile } from '../config/read-file.ts'
import type { Settings } from '../config/settings.ts'
import { toWishes } from '../config/to-wishes.ts'
import { UnusableError, UsageError } from '../domain/errors.ts'
import { digestId, workspaceId } from '../domain/ids.ts'
import type { DigestLength, Subscription } from '../domain/subscription.ts'
import type { Wishes } from '../domain/wishes.ts'
import { systemClock } from '../support/clock.ts'
import { readCount } from './numbers.ts'
import { formats, printDigest, readFormat } from './print-digest.ts'
import {
  type Arguments,
  isSet,
  type Program,
  type Terminal,
  textOption,
  textOptions,
} from './program.ts'
import { createProgress } from './progress.ts'
import { withReading } from './standalone-reading.ts'

export const brief: Program = {
  usage: 'dateline brief [--feed URL|FILE …] [--digest NAME] [options]',
  summary: 'makes a digest now, from the configuration or from the feeds named, and prints it',
  help: [
    '--feed URL|FILE   a feed; may be repeated; without it, the feeds of the configuration',
    '--digest NAME     the digest of the configuration to make; default: its first',
    `--format NAME     ${formats.join(', ')}; default text`,
    '--json            the same as --format json',
    '--stories N       at most so many stories, 3 to 15',
    '--length NAME     headlines, short or detailed',
    '--language TAG    of the headings, such as de',
    'Nothing is stored and nothing is posted.',
  ],
  options: {
    feed: { type: 'string', multiple: true },
    digest: { type: 'string' },
    format: { type: 'string' },
    json: { type: 'boolean' },
    stories: { type: 'string' },
    length: { type: 'string' },
    language: { type: 'string' },
  },
  run: (given, terminal) =>
    withReading(terminal, async (reading, settings) => {
      const format = readFormat(isSet(given, 'json') ? 'json' : textOption(given, 'format'), 'text')
      const order = orderOf(given, settings)
      const feeds = await readAll(order.feeds, reading, terminal)
      if (feeds.every(({ fault }) => fault !== undefined)) {
        throw new UnusableError(feeds.map(({ fault }) => fault).join('\n'))
      }
      for (const { fault } of feeds) if (fault) terminal.stderr.write(`${fault}\n`)
      const made = await briefNow({
        subscription: order.subscription,
        feeds,
        filters: order.filters,
        clock: systemClock,
        onFault: (error) => terminal.stderr.write(`${String(error)}\n`),
      })
      terminal.stdout.write(printDigest(made, format, terminal))
      return 0
    }),
}

type Place = { readonly place: string; readonly name: string | undefined; readonly weight: number }
type Order = Pick<Wishes, 'filters'> & {
  readonly subscription: Subscription
  readonly feeds: readonly Place[]
}

function orderOf(given: Arguments, settings: Settings): Order {
  const named = textOptions(given, 'feed')
  if (given.words.length > 0) throw new UsageError(`name feeds with --feed.\nusage: ${brief.usage}`)
  if (named.length === 0) return fromFile(given, toWishes(readConfigFile(settings.configFile)))
  const feeds = named.map((place) => ({ place, name: undefined, weight: 1 }))
  return { subscription: withOptions(plainSubscription, given), feeds, filters: [] }
}

function fromFile(given: Arguments, { digests, feeds, filters }: Wishes): Order {
  const name = textOption(given, 'digest')
  const digest = name === undefined ? digests[0] : digests.find((one) => one.name === name)
  if (!digest) {
    const names = digests.map((one) => one.name).join(', ') || 'none'
    throw new UsageError(
      name === undefined
        ? 'the configuration has no digest; name feeds with --feed.'
        : `the configuration has no digest "${name}"; it has ${names}.`,
    )
  }
  const wanted = feeds.filter((feed) => {
    if (feed.paused) return false
    if (digest.feeds.kind === 'named') return digest.feeds.names.includes(feed.name)
    if (digest.feeds.kind === 'all') return true
    return digest.feeds.categories.some((category) => feed.categories.includes(category))
  })
  const subscription: Subscription = { ...plainSubscription, ...digest }
  return {
    subscription: withOptions(subscription, given),
    feeds: wanted.map(({ url, name: called, weight }) => ({ place: url, name: called, weight })),
    filters,
  }
}

const plainSubscription: Subscription = {
  id: digestId('brief'),
  workspaceId: workspaceId('console:local'),
  name: 'brief',
  title: 'Briefing',
  channel: { platform: 'console', id: 'main' },
  schedule: {
    kind: 'times',
    days: [1, 2, 3, 4, 5, 6, 7],
    at: ['08:00'],
    timezone: 'UTC',
    exact: false,
  },
  feeds: { kind: 'all' },
  stories: 7,
  length: 'short',
  language: undefined,
  onEmpty: 'say so',
  images: false,
  mention: undefined,
  paused: false,
  managedBy: 'command',
}

const lengths: readonly DigestLength[] = ['headlines', 'short', 'detailed']

function withOptions(subscription: Subscription, given: Arguments): Subscription {
  const length = (textOption(given, 'length') ?? subscription.length) as DigestLength
  if (!lengths.includes(length))
    throw new UsageError(`I read the length as "${length}"; there are ${lengths.join(', ')}.`)
  return {
    ...subscription,
    length,
    stories: readCount(given, 'stories', { least: 1, most: 15 }) ?? subscription.stories,
    language: textOption(given, 'language') ?? subscription.language,
  }
}

/** Feeds of different sites at once; the pace of each site is kept by the client. */
async function readAll(
  places: readonly Place[],
  reading: Reading,
  terminal: Terminal,
): Promise<readonly ReadNow[]> {
  const progress = createProgress(terminal, systemClock.monotonicMs)
  let done = 0
  const tools = { http: reading.http, parser: reading.parser, now: systemClock.now }
  const feeds = await Promise.all(
    places.map(async ({ place, name, weight }): Promise<ReadNow> => {
      try {
        const feed = await readFeedNow(place, tools)
        return { name: name ?? feed.name, weight, articles: feed.articles, fault: undefined }
      } catch (error) {
        if (!(error instanceof UnusableError)) throw error
        return { name: name ?? place, weight, articles: [], fault: error.message }
      } finally {
        done += 1
        progress.step(done, places.length, place)
      }
    }),
  )
  progress.end()
  return feeds
}
