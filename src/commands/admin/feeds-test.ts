import { type Block, link, text } from '../../domain/document.ts'
import { UsageError } from '../../domain/errors.ts'
import type { Filter } from '../../domain/filter.ts'
import { toFilterMatch } from '../../domain/filter-match.ts'
import { truncateGraphemes } from '../../support/text/truncate.ts'
import type { Command, ReadyCall } from '../command.ts'
import { findFeed } from '../read/named.ts'
import { done, failed, footer, heading, list, paragraph } from '../reply.ts'
import { options } from '../shared-options.ts'
import { dayWords } from '../times.ts'
import type { FeedLookItem, Quotas } from '../tools.ts'
import { filterWords } from './filter-words.ts'

const itemsShown = 3
const longestExcerpt = 200
const minuteMs = 60_000

export const feedsTest: Command = {
  name: 'feeds test',
  description: 'command.feedsTest',
  options: [options.feed],
  audience: 'admins',
  area: 'feeds',
  examples: [
    { line: 'feeds test "Harbour Post"', says: 'Harbour bridge closed' },
    { line: 'feeds test https://harbour.example/feed', says: 'feeds add takes it in' },
  ],
  run: async (call, tools) => {
    const { wording } = call
    const { url, feed, filters } = await whatToTest(call, tools.quotas)
    const look = await tools.lookAtFeed(url)
    if (look.kind === 'failed') return failed(look.why)
    const name = feed?.name ?? url
    if (look.kind === 'choice') return failed(wording.say('feedsTest.page', { name }))
    const subject = feed ?? { name: look.title, language: look.language }
    const count = look.items.length
    return done(
      heading(wording.say('feedsTest.read', { name: subject.name, count })),
      shown(look.items, subject, filters, call),
      ...look.warnings.map((what) => footer(wording.say('feedsTest.warning', { what }))),
      ...(feed ? [] : [footer(wording.say('feedsTest.new', { name: subject.name }))]),
    )
  },
}

/** One of the workspace's feeds, or an address that none of them has; such a look counts like one at a feed to be added. */
function whatToTest(call: ReadyCall, quotas: Quotas) {
  const typed = call.options.feed ?? ''
  return call.remember(async (memory) => {
    const filters = await memory.listFilters()
    const known = await memory.listFeeds()
    if (!isAddress(typed) || known.some(({ url }) => url === typed)) {
      const feed = await findFeed(memory, typed, call.wording)
      return { url: feed.url, feed, filters }
    }
    const limit = quotas.feedAddsPerMinute
    if ((await memory.countUp('feed-adds', minuteMs)) > limit) {
      throw new UsageError(call.wording.say('fault.tooMany', { limit }))
    }
    return { url: typed, feed: undefined, filters }
  })
}

const isAddress = (typed: string) => /^https?:\/\//i.test(typed)

type Subject = { readonly name: string; readonly language: string | undefined }

function shown(
  items: readonly FeedLookItem[],
  feed: Subject,
  filters: readonly Filter[],
  call: ReadyCall,
): Block {
  if (items.length === 0) return paragraph(call.wording.say('feedsAdd.empty'))
  return list(
    items.slice(0, itemsShown).map((item) => {
      const { title, url, publishedAt } = item
      const rules = matchingFilters(item, feed, filters).map((filter) =>
        filterWords(filter, call.wording),
      )
      const excerpt = truncateGraphemes(item.text.replace(/\s+/g, ' '), longestExcerpt)
      const words = [publishedAt ? dayWords(publishedAt, call) : '', ...rules, excerpt]
      const rest = words.filter((part) => part !== '').map((part) => ` · ${part}`)
      return [link(title, url), text(rest.join(''))]
    }),
  )
}

function matchingFilters(
  { title, text: body, url }: FeedLookItem,
  { name: source, language }: Subject,
  filters: readonly Filter[],
): readonly Filter[] {
  const subject = { title, text: body, url, byline: undefined, language, source }
  return filters.filter((filter) => toFilterMatch(filter)(subject))
}
