import { describe, expect, test } from 'vitest'
import type { Document } from '../src/domain/document.ts'
import { aNewsroom, sentBy } from './app/a-newsroom.ts'

const fire = (injured: number) => ({
  guid: 'fire',
  title: 'Fire at cold store in the port',
  text:
    `A fire at a cold store in the port injured ${injured} people on Monday night, the fire service said. ` +
    '“We closed the tank by hand, and it held,” fire chief Jonas Reith told reporters at the quay.',
  at: '2026-03-02T05:00:00Z',
})
const quota = {
  guid: 'quota',
  title: 'Cod quota cut by 8 percent',
  text: 'The fisheries ministry will cut the cod quota by 8 percent next year, it said on Monday.',
  at: '2026-03-02T06:00:00Z',
}
const old = { guid: 'old', title: 'Old news', text: 'It was so.', at: '2026-02-28T06:00:00Z' }

const wordsOf = (documents: readonly Document[]) => JSON.stringify(documents)

/** A bot that has looked at the feed before anything was in it, on the eve. */
async function onTheEve() {
  const newsroom = await aNewsroom({ startAt: '2026-03-01T20:00:00Z' })
  newsroom.publish(old)
  await newsroom.work()
  return newsroom
}

describe('the journey of an article', () => {
  test('leads from a feed into the channel, with its quote and speaker', async () => {
    const newsroom = await onTheEve()
    newsroom.publish(fire(14), quota, old)
    await newsroom.goTo('2026-03-02T07:30:00Z')
    await newsroom.work()
    expect(await newsroom.channel()).toEqual([])
    await newsroom.goTo(sentBy('2026-03-02T08:00:00Z'))
    await newsroom.work()
    const documents = await newsroom.channel()
    expect(documents).toHaveLength(3)
    expect(documents[0]?.blocks[0]).toMatchObject({
      kind: 'heading',
      aside: '2 stories from 2 articles',
    })
    expect(wordsOf(documents)).toContain('We closed the tank by hand, and it held')
    expect(wordsOf(documents)).toContain('Jonas Reith')
    expect(wordsOf(documents)).not.toContain('Old news')
  })

  test('posts a story once, however often its feed is polled and the ticks come', async () => {
    const newsroom = await onTheEve()
    newsroom.publish(fire(14), old)
    await newsroom.goTo(sentBy('2026-03-02T08:00:00Z'))
    for (let at = 0; at < 3; at += 1) await newsroom.work()
    await newsroom.goTo('2026-03-02T12:00:00Z')
    await newsroom.work()
    await newsroom.goTo(sentBy('2026-03-03T08:00:00Z'))
    await newsroom.work()
    expect(await newsroom.channel()).toHaveLength(2)
  })

  test('a digest that nobody made in time comes once, and says that it is late', async () => {
    const newsroom = await onTheEve()
    newsroom.publish(fire(14), old)
    await newsroom.goTo('2026-03-02T07:00:00Z')
    await newsroom.work()
    await newsroom.goTo('2026-03-02T09:12:00Z')
    await newsroom.work()
    await newsroom.goTo('2026-03-02T09:14:00Z')
    await newsroom.work()
    const documents = await newsroom.channel()
    expect(documents).toHaveLength(2)
    expect(wordsOf(documents)).toContain(
      'Late: this briefing was due at 08:00; the bot was down until 09:12.',
    )
  })

  test('a figure that its publisher changes is corrected where it stands, and said so', async () => {
    const newsroom = await onTheEve()
    newsroom.publish(fire(12), old)
    await newsroom.goTo('2026-03-02T07:30:00Z')
    await newsroom.work()
    await newsroom.goTo(sentBy('2026-03-02T08:00:00Z'))
    await newsroom.work()
    newsroom.publish(fire(14), old)
    await newsroom.goTo('2026-03-02T20:42:00Z')
    await newsroom.work()
    await newsroom.work()
    const documents = await newsroom.channel()
    expect(documents).toHaveLength(2)
    expect(documents[1]?.blocks[0]).toEqual({
      kind: 'notice',
      tone: 'warning',
      text: 'Corrected 20:42: Harbour Post now counts 14 people, not 12.',
    })
    expect(wordsOf(documents).match(/Corrected/g)).toHaveLength(1)
  })
})
