import { describe, expect, test } from 'vitest'
import { metricsText } from '../../src/app/gauges.ts'
import { aNewsroom, sentBy } from './a-newsroom.ts'

const fire = {
  guid: 'fire',
  title: 'Fire at cold store in the port',
  text:
    'A fire at a cold store in the port injured 14 people on Monday night, the fire service said. ' +
    '“We closed the tank by hand, and it held,” fire chief Jonas Reith told reporters at the quay.',
  at: '2026-03-02T05:00:00Z',
}

const figureOf = (text: string, name: string) =>
  Number(
    text
      .split('\n')
      .find((line) => line.startsWith(`${name} `))
      ?.slice(name.length + 1),
  )

describe('the metrics', () => {
  test('tell a digest from its feed to its delivery', async () => {
    const newsroom = await aNewsroom({ startAt: '2026-03-01T20:00:00Z' })
    await newsroom.work()
    newsroom.publish(fire)
    await newsroom.goTo('2026-03-02T07:30:00Z')
    await newsroom.work()
    await newsroom.goTo(sentBy('2026-03-02T08:00:00Z'))
    await newsroom.work()
    const text = await metricsText(newsroom.app.store, newsroom.app.metrics)
    expect(figureOf(text, 'dateline_polls_total{outcome="read"}')).toBe(2)
    expect(figureOf(text, 'dateline_articles_total{kind="new"}')).toBe(1)
    expect(figureOf(text, 'dateline_digests_total{outcome="recorded"}')).toBe(1)
    expect(figureOf(text, 'dateline_briefings_total{summarizer="extractive"}')).toBe(1)
    expect(figureOf(text, 'dateline_deliveries_total{outcome="sent"}')).toBe(2)
    expect(figureOf(text, 'dateline_messages{state="sent"}')).toBe(2)
    expect(figureOf(text, 'dateline_messages{state="dead"}')).toBe(0)
    expect(figureOf(text, 'dateline_lateness_seconds_count')).toBe(1)
    expect(figureOf(text, 'dateline_queue_depth{queue="messages"}')).toBe(0)
    expect(figureOf(text, 'dateline_database_up')).toBe(1)
  })

  test('are told without the database, and say that it is down', async () => {
    const newsroom = await aNewsroom({ startAt: '2026-03-01T20:00:00Z' })
    await newsroom.app.store.close()
    const text = await metricsText(newsroom.app.store, newsroom.app.metrics)
    expect(figureOf(text, 'dateline_database_up')).toBe(0)
    expect(text).toContain('dateline_nodejs_eventloop_lag_p99_seconds')
  })
})
