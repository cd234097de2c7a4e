import { z } from 'zod'
import { readChannelRef } from '../domain/channel.ts'
import { patternFault } from '../domain/filter-match.ts'
import { isTimeZone } from '../domain/local-time.ts'

const timezone = z
  .string()
  .refine(isTimeZone, {
    error: (issue) => `"${issue.input}" is no time zone; write an IANA name such as Europe/Berlin`,
  })
  .describe('An IANA time zone, such as Europe/Berlin.')

const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, {
  error: (issue) =>
    `"${issue.input}" is no time of day; write hours and minutes in quotes, such as "08:00"`,
})

const dayNames = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const

const schedule = z
  .union(
    [
      z.strictObject({
        days: z
          .union([z.enum(['daily', 'weekdays', 'weekends']), z.array(z.enum(dayNames)).min(1)])
          .default('daily')
          .describe('daily, weekdays, weekends, or a list such as [monday, thursday].'),
        at: z
          .union([timeOfDay, z.array(timeOfDay).min(1)])
          .describe('Local time, or a list of them: "08:00".'),
        timezone,
        exact: z
          .boolean()
          .default(false)
          .describe('Post at the minute; otherwise within the minute after.'),
      }),
      z.strictObject({
        cron: z.string().describe('Five fields: minute hour day month weekday.'),
        timezone,
        exact: z.boolean().default(false),
      }),
    ],
    { error: 'needs `at` (a time such as "08:00") or `cron`, and `timezone`' },
  )
  .describe('When the digest is due, in local time.')

const feed = z.strictObject({
  name: z.string().min(1).max(80).describe('The outlet as readers know it.'),
  url: z
    .url({ protocol: /^https?$/, error: 'must be an http or https address' })
    .describe('The feed: RSS, Atom or JSON Feed.'),
  categories: z.array(z.string().min(1)).default([]).describe('Labels that digests choose by.'),
  weight: z.number().min(0.1).max(10).default(1).describe('More than 1 puts its stories higher.'),
  language: z.string().optional().describe('BCP 47, where the feed does not say it itself.'),
  paused: z.boolean().default(false),
})

const feedChoice = z
  .union(
    [
      z.literal('all'),
      z.array(z.string().min(1)).min(1),
      z.strictObject({ categories: z.array(z.string().min(1)).min(1) }),
    ],
    { error: 'must be `all`, a list of feed names, or `categories: […]`' },
  )
  .default('all')
  .describe('all, a list of feed names, or categories: [world].')

const digest = z.strictObject({
  name: z
    .string()
    .regex(
      /^[a-z0-9][a-z0-9-]{0,39}$/,
      'must be lower-case letters, digits and hyphens, such as "morning"',
    ),
  channel: z
    .string()
    .describe(
      'slack:<channel id>, discord:<channel id>, console:<name>, or a name from `channels`.',
    ),
  title: z.string().max(80).optional().describe('The headline of the digest; default: the name.'),
  schedule,
  feeds: feedChoice,
  stories: z.int().min(3).max(15).default(7).describe('At most so many stories, 3 to 15.'),
  length: z.enum(['headlines', 'short', 'detailed']).default('short'),
  language: z.string().optional().describe("The reader's language; default: each article's own."),
  onEmpty: z.enum(['skip', 'say so']).default('skip').describe('What to post when nothing is new.'),
  images: z.boolean().default(false),
  mention: z
    .string()
    .optional()
    .describe('A role or group to notify, as the platform names it. Default: nobody.'),
  paused: z.boolean().default(false),
})

const filter = z
  .strictObject({
    action: z.enum(['drop', 'boost', 'mention']),
    field: z.enum(['title', 'text', 'any', 'source', 'author', 'url', 'language']).default('any'),
    contains: z.string().min(1).optional(),
    regex: z.string().min(1).optional(),
    is: z.string().min(1).optional(),
    not: z.boolean().default(false).describe('The rule holds where the match fails.'),
    scope: z.string().optional().describe('A digest or a channel; default: everywhere.'),
  })
  .refine(
    (rule) =>
      [rule.contains, rule.regex, rule.is].filter((part) => part !== undefined).length === 1,
    {
      error: 'needs exactly one of `contains`, `regex` and `is`',
    },
  )

/** `config/dateline.yaml`. */
export const fileSchema = z
  .strictObject({
    feeds: z.array(feed).default([]).describe('What is read.'),
    channels: z
      .record(z.string(), z.string())
      .default({})
      .describe('Names for channels: news: slack:C0123456789.'),
    digests: z.array(digest).default([]).describe('What is posted, where and when.'),
    filters: z.array(filter).default([]).describe('What is dropped, boosted or only mentioned.'),
  })
  .superRefine((file, context) => {
    const fault = (path: (string | number)[], message: string) =>
      context.addIssue({ code: 'custom', path, message })
    repeats(file.feeds.map((item) => item.name)).forEach((at) => {
      fault(['feeds', at, 'name'], 'stands twice; each feed needs a name of its own')
    })
    repeats(file.digests.map((item) => item.name)).forEach((at) => {
      fault(['digests', at, 'name'], 'stands twice; each digest needs a name of its own')
    })
    for (const [name, channel] of Object.entries(file.channels))
      if (!readChannelRef(channel))
        fault(
          ['channels', name],
          `"${channel}" is no channel; write slack:<id>, discord:<id> or console:<name>`,
        )
    file.filters.forEach(({ regex }, at) => {
      const words = regex && patternFault({ match: 'regex', value: regex })
      if (words) fault(['filters', at, 'regex'], `"${regex}" is no pattern (RE2): ${words}`)
    })
    file.digests.forEach((item, at) => {
      if (!readChannelRef(file.channels[item.channel] ?? item.channel))
        fault(
          ['digests', at, 'channel'],
          `"${item.channel}" is no channel; write slack:<id>, discord:<id>, console:<name>, or a name from \`channels\``,
        )
      if (Array.isArray(item.feeds))
        item.feeds
          .filter((name) => !file.feeds.some((known) => known.name === name))
          .forEach((name) => {
            fault(
              ['digests', at, 'feeds'],
              `there is no feed called "${name}"; ${didYouMean(
                name,
                file.feeds.map((known) => known.name),
              )}`,
            )
          })
    })
  })

export type ConfigFile = z.infer<typeof fileSchema>

function repeats(names: readonly string[]): readonly number[] {
  return names.flatMap((name, at) => (names.indexOf(name) < at ? [at] : []))
}

function didYouMean(name: string, known: readonly string[]): string {
  const near = known.find((other) => other.toLowerCase() === name.trim().toLowerCase())
  if (near) return `did you mean "${near}"?`
  return known.length === 0
    ? 'no feed is listed yet'
    : `the feeds are ${known.map((other) => `"${other}"`).join(', ')}`
}
