import { afterAll, expect, test } from 'vitest'
import { createParserPool } from '../../src/feeds/parser-pool.ts'
import { systemClock } from '../../src/support/clock.ts'

const pool = createParserPool({ workers: 1, heapMb: 128, deadlineMs: 5000, clock: systemClock })
const bytes = (text: string) => new TextEncoder().encode(text)

afterAll(() => pool.stop())

test('parses a feed in a worker', async () => {
  const outcome = await pool.parseFeed(
    bytes('<rss version="2.0"><channel><title>Wire</title></channel></rss>'),
  )
  expect(outcome).toMatchObject({ kind: 'parsed', feed: { title: 'Wire' } })
})

test('extracts a page in a worker', async () => {
  const outcome = await pool.extractPage(
    `<article>${'<p>The council met at noon and voted for the bridge.</p>'.repeat(10)}</article>`,
  )
  expect(outcome).toMatchObject({ kind: 'extracted' })
})

test('work that cannot end in time is told as unreadable, and the pool goes on', async () => {
  const hasty = createParserPool({ workers: 1, heapMb: 128, deadlineMs: 1, clock: systemClock })
  const page = await hasty.extractPage('<p>a</p>'.repeat(50_000))
  const feed = await hasty.parseFeed(bytes('<rss/>'))
  await hasty.stop()
  expect(page.kind).toBe('unreadable')
  expect(feed).toMatchObject({ kind: 'refused', why: 'killed' })
})
