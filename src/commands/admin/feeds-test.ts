import { type Block, link, text } from '../../domain/document.ts'
import type { Filter } from '../../domain/filter.ts'
import { toFilterMatch } from '../../domain/filter-match.ts'
import type { FeedSubscription } from '../../domain/subscription.ts'
import type { Command, ReadyCall } from '../command.ts'
import { findFeed } from '../read/named.ts'
import { done, failed, heading, list, paragraph } from '../reply.ts'
import { options } from '../shared-options.ts'
import { dayWords } from '../times.ts'
import type { FeedLookItem } from '../tools.ts'
import { filterWords } from './filter-words.ts'

const itemsShown = 5

export const feedsTest: Command = {
  name: 'feeds test',
  description: 'command.feedsTest',
  options: [options.feed],
  audience: 'admins',
  area: 'feeds',
  examples: [{ line: 'feeds test "Harbour Post"', says: 'Harbour bridge closed' }],
  run: async (call, tools) => {
    const { wording } = call
    const { feed, filters } = await call.remember(async (memory) => ({
      feed: await findFeed(memory, call.options.feed ?? '', wording),
      filters: await memory.listFilters(),
    }))
    const look = await tools.lookAtFeed(feed.url)
    if (look.kind === 'failed') return failed(look.why)
    if (look.kind === 'choice') return failed(wording.say('feedsTest.page', { name: feed.name }))
    return done(
      heading(wording.say('feedsTest.read', { name: feed.name, count: look.items.length })),
      shown(look.items, feed, filters, call),
    )
  },
}

function shown(
  items: readonly FeedLookItem[],
  feed: FeedSubscription,
  filters: readonly Filter[],
  call: ReadyCall,
): Block {
  if (items.length === 0) return paragraph(call.wording.say('feedsAdd.empty'))
  return list(
    items.slice(0, itemsShown).map((item) => {
      const { title, url, publishedAt } = item
      const day = publishedAt ? ` · ${dayWords(publishedAt, call)}` : ''
      const rules = matchingFilters(item, feed, filters).map((filter) =>
        filterWords(filter, call.wording),
      )
      return [link(title, url), text([day, ...rules.map((rule) => ` · ${rule}`)].join(''))]
    }),
  )
}

function matchingFilters(
  { title, text: body, url }: FeedLookItem,
  { name: source, language }: FeedSubscription,
  filters: readonly Filter[],
): readonly Filter[] {
  const subject = { title, text: body, url, byline: undefined, language, source }
  return filters.filter((filter) => toFilterMatch(filter)(subject))
}
