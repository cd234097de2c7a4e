import type { Command, ReadyCall } from '../command.ts'
import type { Edition } from '../memory.ts'
import { listChannelDigests } from '../read/named.ts'
import { done, fields, heading, list } from '../reply.ts'
import { timeWords } from '../times.ts'
import { budgetWords } from './budget.ts'
import { healthOf } from './feed-words.ts'

const weekMs = 7 * 86_400_000
const editionsRead = 100
const editionsShown = 5

export const status: Command = {
  name: 'status',
  description: 'command.status',
  options: [],
  audience: 'admins',
  examples: [{ line: 'status', says: '2 feeds' }],
  run: (call) =>
    call.remember(async (memory) => {
      const { wording, now } = call
      const feeds = await memory.listFeeds()
      const health = await memory.feedHealth(feeds.map(({ feedId }) => feedId))
      const healthById = new Map(health.map((each) => [each.feedId, each]))
      const words = feeds.map((feed) => healthOf(feed, healthById.get(feed.feedId), now))
      const digests = await listChannelDigests(memory)
      const editions = await memory.listEditions(
        digests.map(({ id }) => id),
        editionsRead,
      )
      const since = new Date(now.getTime() - weekMs)
      const deliveries = await memory.countDeliveries(since)
      const budget = budgetWords(await memory.readBudget(), await memory.spentThisMonth(), call)
      const failing = words.filter((word) => word === 'failing' || word === 'stopped').length
      const recent = editions.filter(({ dueAt }) => dueAt >= since)
      return done(
        heading(wording.say('status.title')),
        fields([
          [
            wording.say('status.feeds'),
            wording.say('status.feedsAre', { count: feeds.length, failing }),
          ],
          [
            wording.say('status.digests'),
            wording.say('status.digestsAre', { count: digests.length }),
          ],
          [
            wording.say('status.deliveries'),
            deliveries.map(({ state, count }) => `${state} ${count}`).join(', ') || '–',
          ],
          [wording.say('status.checks'), checkWords(recent, call)],
          [wording.say('status.spending'), budget],
        ]),
        ...(editions.length > 0
          ? [
              list(
                editions.slice(0, editionsShown).map((edition) => {
                  const name = digests.find(({ id }) => id === edition.digestId)?.name ?? ''
                  return editionLine(name, edition, call)
                }),
              ),
            ]
          : []),
      )
    }),
}

function editionLine(name: string, { dueAt, state, words }: Edition, call: ReadyCall): string {
  const what = call.wording.say(`edition.${state}`)
  return [name, timeWords(dueAt, call), what, words].filter((part) => part !== '').join(' · ')
}

/** Of the quotes of the last week's digests, how many did not pass. */
function checkWords(editions: readonly Edition[], { wording }: ReadyCall): string {
  const digests = editions.flatMap(({ digest }) => digest ?? [])
  const printed = digests.flatMap(({ briefings }) =>
    briefings.flatMap(({ quotes }) => quotes),
  ).length
  const dropped = digests.reduce((sum, { coverage }) => sum + coverage.quotesDropped, 0)
  return wording.say('status.quotes', { printed, dropped })
}
