import { describe, expect, test } from 'vitest'
import { createCommandDesk } from '../../src/commands/desk.ts'
import { newPollState, type PollState } from '../../src/domain/poll-state.ts'
import { claimFeed } from '../../src/store/feeds/claim-feeds.ts'
import { recordPoll } from '../../src/store/feeds/record-poll.ts'
import { listFeedSubscriptions } from '../../src/store/wishes/feed-subscriptions.ts'
import { aCaller, aDesk, home, type SampleDesk, wordsOf } from './a-desk.ts'

async function afterPoll(over: Partial<PollState>): Promise<SampleDesk> {
  const sample = await aDesk()
  const { store, tools } = sample
  const feeds = await store.inWorkspace(home, listFeedSubscriptions)
  const wire = feeds.find(({ name }) => name === 'Wire One')
  if (!wire) throw new Error('The sample has no Wire One')
  const now = tools.clock.now()
  const state = { ...newPollState(now), lastCheckedAt: now, lastSuccessAt: now, ...over }
  await store.shared(async (tx) => {
    const claimed = await claimFeed(tx, wire.feedId, 1_000)
    if (!claimed) throw new Error('The feed is free')
    await recordPoll(tx, claimed, { state, outcome: 'unchanged', articles: 0 })
  })
  return sample
}

describe('how a feed does', () => {
  test('is told with its rhythm and with what was not sent again', async () => {
    const sample = await afterPoll({ itemsPerDay: 4.24, bytesSaved: 3_440_000 })
    const list = wordsOf(await sample.type('feeds list'))
    expect(list).toContain('about 4.2 a day')
    expect(list).toContain('3.4 MB were not sent again')
    const why = wordsOf(await sample.type('feeds why "Wire One"'))
    expect(why).toContain('about 4.2 a day')
    expect(why).toContain('3.4 MB')
  })

  test('is told with the last error as a sentence, and how often it came in a row', async () => {
    const at = new Date('2026-12-01T00:00:00Z')
    const sentence = 'The server is not available at the moment (503).'
    const failure = { fault: 'busy', sentence, streak: 4, sinceAt: at, faultSinceAt: at } as const
    const sample = await afterPoll({ failure })
    const list = wordsOf(await sample.type('feeds list'))
    expect(list).toContain(sentence)
    expect(list).toContain('4 failed looks in a row')
    expect(wordsOf(await sample.type('feeds why "Wire One"'))).toContain(`4 · ${sentence}`)
  })
})

describe('a look at a feed', () => {
  test('shows its newest items with their beginnings, and all that is odd about it', async () => {
    const sample = await aDesk()
    const publishedAt = new Date('2026-12-01T06:00:00Z')
    const items = ['One', 'Two', 'Three', 'Four'].map((title) => ({
      title,
      text: `${title} begins so.`,
      url: `https://harbour.example/${title}`,
      publishedAt,
    }))
    const tools = {
      ...sample.tools,
      lookAtFeed: (url: string) =>
        Promise.resolve({
          kind: 'feed',
          url,
          title: 'Gazette',
          language: 'en',
          items,
          warnings: ['Several items share one guid'],
        } as const),
    }
    const options = { feed: 'https://harbour.example/all' }
    const call = { id: 'x', command: 'feeds test', options, caller: aCaller() }
    const words = wordsOf(await createCommandDesk(tools).run(call))
    expect(words).toContain('Three · 1 Dec · Three begins so.')
    expect(words).not.toContain('Four')
    expect(words).toContain('Odd about it: Several items share one guid')
    expect(words).toContain('“Gazette” is not one of the feeds here')
  })
})
