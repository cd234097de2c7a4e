import type { Command } from '../command.ts'
import { done, footer, heading, list, paragraph } from '../reply.ts'
import { options } from '../shared-options.ts'
import { feedLine, healthOf, savedWords } from './feed-words.ts'

export const feedsList: Command = {
  name: 'feeds list',
  description: 'command.feedsList',
  options: [{ ...options.category, positional: true }],
  audience: 'admins',
  area: 'feeds',
  examples: [
    { line: 'feeds list', says: 'Wire One' },
    { line: 'feeds list category:local', says: 'Harbour Post' },
  ],
  run: async (call) => {
    const { wording, now } = call
    const wanted = call.options.category?.toLowerCase()
    const { feeds, health } = await call.remember(async (memory) => {
      const all = await memory.listFeeds()
      return { feeds: all, health: await memory.feedHealth(all.map(({ feedId }) => feedId)) }
    })
    const shown = feeds.filter(
      ({ categories }) =>
        wanted === undefined || categories.some((each) => each.toLowerCase() === wanted),
    )
    if (shown.length === 0) return done(paragraph(wording.say('feeds.none')))
    const healthById = new Map(health.map((each) => [each.feedId, each]))
    const failing = shown.filter((feed) =>
      ['failing', 'stopped'].includes(healthOf(feed, healthById.get(feed.feedId), now)),
    )
    const saved = savedWords(
      shown.map(({ feedId }) => healthById.get(feedId)),
      call,
    )
    return done(
      heading(wording.say('feeds.count', { count: shown.length })),
      list(shown.map((feed) => feedLine(feed, healthById.get(feed.feedId), call))),
      ...(failing.length > 0
        ? [footer(wording.say('feeds.failing', { count: failing.length }))]
        : []),
      ...(saved === undefined ? [] : [footer(wording.say('feeds.saved', { size: saved }))]),
    )
  },
}
