import { expect, test } from 'vitest'
import { readConfigFile } from '../../src/config/read-file.ts'
import { feedId } from '../../src/domain/ids.ts'
import { newPollState, type PollState } from '../../src/domain/poll-state.ts'
import type { Sighting } from '../../src/domain/sighting.ts'
import { extractPage } from '../../src/feeds/extract/extract-page.ts'
import { parseFeed } from '../../src/feeds/parse/parse-feed.ts'
import { createHostHolds } from '../../src/feeds/poll/host-holds.ts'
import { pollFeed } from '../../src/feeds/poll-feed.ts'
import type { FeedItem } from '../../src/feeds/to-articles.ts'
import { systemClock } from '../../src/support/clock.ts'
import { createHttpClient } from '../../src/support/http/http-client.ts'
import { startSampleWire } from '../../src/web/sample-wire.ts'
import { testUserAgent } from '../support/http/local-server.ts'

const folder = new URL('../../config/sample', import.meta.url).pathname
const minuteMs = 60_000

/** The wire under a clock that stands where the test puts it, and the product's own client to it. */
async function sampleWire() {
  let now = new Date('2026-11-30T06:00:00Z')
  const wire = await startSampleWire(folder, () => now)
  const { fixedAddresses } = wire
  const http = createHttpClient({ userAgent: testUserAgent, clock: systemClock, fixedAddresses })
  return {
    ...wire,
    http,
    now: () => now,
    goTo: (at: Date) => {
      now = at
    },
    get: (url: string, etag = '') =>
      http.get(url, { maxBytes: 1_000_000, headers: { 'if-none-match': etag } }),
    async [Symbol.asyncDispose]() {
      await http.close()
      await wire.stop()
    },
  }
}

/** What each edition brings as news to somebody who follows all four publishers. */
async function newsByEdition(wire: Awaited<ReturnType<typeof sampleWire>>) {
  const { feeds } = readConfigFile(`${folder}/dateline.yaml`)
  const known = new Map<string, Sighting>()
  const states = new Map<string, PollState>()
  const editions: FeedItem[][] = []
  for (const opensAt of wire.editions) {
    wire.goTo(new Date(opensAt.getTime() + 30 * minuteMs))
    const news: FeedItem[] = []
    for (const { name, url } of feeds) {
      const feed = { id: feedId(name), url, title: name, homeUrl: undefined }
      const outcome = await pollFeed(feed, states.get(name) ?? newPollState(wire.now()), {
        http: wire.http,
        parser: { parseFeed: async (...given) => parseFeed(...given) },
        knownItems: async () => known,
        now: wire.now,
        random: { number: () => 0, id: () => 'id' },
        holds: createHostHolds(),
      })
      states.set(name, outcome.state)
      if (outcome.kind !== 'read') continue
      expect(outcome.warnings).toEqual([])
      for (const sighting of outcome.items.flatMap(({ sightings }) => sightings))
        known.set(sighting.identity, sighting)
      news.push(...outcome.items.filter(({ isNews, kind }) => isNews || kind === 'revised'))
    }
    editions.push(news)
  }
  return editions
}

test('brings twenty-two new articles and one update in four days, after a first day without news', async () => {
  await using wire = await sampleWire()
  const editions = await newsByEdition(wire)
  const counts = editions.map((news) => [
    news.filter(({ kind }) => kind === 'new').length,
    news.filter(({ kind }) => kind === 'revised').length,
  ])
  expect(counts).toEqual([
    [0, 0],
    [7, 0],
    [8, 0],
    [4, 1],
    [3, 0],
  ])
  const update = editions[3]?.find(({ kind }) => kind === 'revised')
  expect(update?.article.title).toBe('Fourteen injured in fire at Nordkald cold store')
})

test('serves pages whose articles can be told from what stands around them', async () => {
  await using wire = await sampleWire()
  const editions = await newsByEdition(wire)
  const latest = new Map(editions.flat().map(({ article }) => [article.url, article]))
  for (const article of latest.values()) {
    const outcome = await wire.get(article.url ?? '')
    if (outcome.kind !== 'ok') throw new Error(`${article.url} is not served`)
    const page = extractPage(new TextDecoder().decode(outcome.body), article.url)
    expect(page.title).toBe(article.title)
    expect(page.text.split(/\s+/).length).toBeGreaterThan(100)
    expect(page.text).not.toMatch(
      /Sign up|Subscribe now|Most read|Related coverage|cookies|Kostenlos/,
    )
    const paragraphs = article.text.split('\n\n')
    if (paragraphs.length > 1) for (const words of paragraphs) expect(page.text).toContain(words)
  }
})

test('answers 304 to a validator that still holds, and 404 to what an edition does not have yet', async () => {
  await using wire = await sampleWire()
  const feed = 'https://wire-one.example/feed.xml'
  const first = await wire.get(feed)
  const etag = first.kind === 'ok' ? first.headers.etag : undefined
  expect(await wire.get(feed, etag)).toMatchObject({ kind: 'not-modified' })
  const page = 'https://wire-one.example/world/halmsund-harbour-bridge-closed.html'
  expect(await wire.get(page)).toMatchObject({ kind: 'bad-status', status: 404 })
  wire.goTo(new Date('2026-12-01T06:00:00Z'))
  expect(await wire.get(feed, etag)).toMatchObject({ kind: 'ok' })
  expect(await wire.get(page)).toMatchObject({ kind: 'ok' })
})
