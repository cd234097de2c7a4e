import { expect, test } from 'vitest'
import { feedId } from '../../../src/domain/ids.ts'
import { newPollState } from '../../../src/domain/poll-state.ts'
import { findFeedLinks } from '../../../src/feeds/discover/feed-links.ts'
import { createFreshAnswers } from '../../../src/feeds/discover/fresh-answers.ts'
import { lookAtFeed } from '../../../src/feeds/discover/look-at-feed.ts'
import { parseFeed } from '../../../src/feeds/parse/parse-feed.ts'
import { pollFeed } from '../../../src/feeds/poll-feed.ts'
import { polledFeed, rss } from '../poll/polling.ts'

const items = [{ title: 'One' }, { title: 'Two' }]

/** A feed on a local server, looked at before it is polled. */
async function lookedAt() {
  const polled = await polledFeed((_, response) =>
    response.setHeader('etag', '"1"').end(rss(items)),
  )
  const fresh = createFreshAnswers(polled.clock.now)
  const look = (address: string) =>
    lookAtFeed(address, {
      http: polled.tools.http,
      parser: {
        parseFeed: async (...given) => parseFeed(...given),
        findFeedLinks: async (...given) => findFeedLinks(...given),
      },
      now: polled.clock.now,
      fresh,
    })
  const feed = { id: feedId('feed-1'), url: polled.url(), title: '', homeUrl: undefined }
  const poll = () =>
    pollFeed(feed, newPollState(polled.clock.now()), { ...polled.tools, freshAnswer: fresh.take })
  return {
    ...polled,
    look,
    pollFirst: poll,
    [Symbol.asyncDispose]: () => polled[Symbol.asyncDispose](),
  }
}

test('adding a feed after a look at it takes one request, and posts no backlog', async () => {
  await using given = await lookedAt()
  expect(await given.look(given.url())).toMatchObject({
    kind: 'feed',
    title: 'Harbour Post',
    items: [{ title: 'One', text: 'All about One.' }, { title: 'Two' }],
  })
  const outcome = await given.pollFirst()
  expect(given.requests).toHaveLength(1)
  expect(outcome.kind === 'read' && outcome.items.map(({ isNews }) => isNews)).toEqual([
    false,
    false,
  ])
  expect(outcome.state.validators.etag).toBe('"1"')
})

test('a look is forgotten after ten minutes', async () => {
  await using given = await lookedAt()
  await given.look(given.url())
  await given.clock.advance(11 * 60_000)
  await given.pollFirst()
  expect(given.requests).toHaveLength(2)
})

test('an address without a feed is told in a sentence', async () => {
  await using given = await lookedAt()
  expect(await given.look('nowhere')).toEqual({
    kind: 'failed',
    why: '"nowhere" is no address of a website.',
  })
})
