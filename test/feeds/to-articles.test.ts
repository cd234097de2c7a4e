import { describe, expect, test } from 'vitest'
import { feedId } from '../../src/domain/ids.ts'
import type { Sighting } from '../../src/domain/sighting.ts'
import { nameEntries } from '../../src/feeds/identity.ts'
import type { Entry } from '../../src/feeds/parse/parsed-feed.ts'
import { type FeedItem, toArticles } from '../../src/feeds/to-articles.ts'

const feed = feedId('harbour')
const now = new Date('2026-11-24T12:00:00Z')

function entry(given: Partial<Entry>): Entry {
  return {
    title: undefined,
    link: undefined,
    id: undefined,
    dates: [],
    authors: [],
    summary: undefined,
    content: undefined,
    categories: [],
    enclosures: [],
    media: [],
    captions: [],
    language: undefined,
    ...given,
  }
}

const numbered = (n: number, given: Partial<Entry> = {}) =>
  entry({
    id: `g${n}`,
    link: `https://post.example/${n}`,
    title: `Story number ${n}`,
    dates: ['2026-11-24T08:00:00.000Z'],
    body: { text: `Text of ${n}`, headings: [] },
    ...given,
  })

const range = (count: number) => Array.from({ length: count }, (_, n) => n)

function fetchOf(
  entries: readonly Entry[],
  seen: readonly Sighting[] = [],
  isFirstFetch = false,
  id = feed,
) {
  const { named, warnings } = nameEntries(id, entries)
  const items = toArticles(named, {
    feedId: id,
    publisher: 'Harbour Post',
    language: 'en',
    sightings: new Map(seen.map((sighting) => [sighting.identity, sighting])),
    isFirstFetch,
    now,
  })
  return { items, warnings, sightings: items.flatMap((item) => item.sightings) }
}

const kinds = (items: readonly FeedItem[]) => items.map((item) => item.kind)

describe('identity', () => {
  test('an item is new once', () => {
    const first = fetchOf([numbered(1)])
    expect(kinds(first.items)).toEqual(['new'])
    expect(fetchOf([numbered(1)], first.sightings).items).toEqual([])
  })

  test('a changed text is a revision of the same article, and no news if that was none', () => {
    const first = fetchOf([numbered(1)])
    const changed = numbered(1, { body: { text: 'Text of 1, corrected', headings: [] } })
    const [item] = fetchOf([changed], first.sightings).items
    expect(item?.kind).toBe('revised')
    expect(item?.article.id).toBe(first.items[0]?.article.id)
    expect(item?.isNews).toBe(false)
  })

  test('quotation marks and spaces make no revision', () => {
    const first = fetchOf([numbered(1, { body: { text: 'He said "no".', headings: [] } })])
    const changed = numbered(1, { body: { text: 'He  said “no”.', headings: [] } })
    expect(fetchOf([changed], first.sightings).items).toEqual([])
  })

  test('an item too far down the feed to be read is seen, is no news and revises nothing', () => {
    const { body: _, ...unread } = numbered(1)
    const first = fetchOf([unread])
    expect(first.items.map((item) => item.isNews)).toEqual([false])
    expect(fetchOf([numbered(1)], first.sightings).items).toEqual([])
    expect(fetchOf([unread], fetchOf([numbered(1)]).sightings).items).toEqual([])
  })

  test('a new guid with the known address is the same article', () => {
    const { sightings } = fetchOf([numbered(1)])
    expect(fetchOf([numbered(1, { id: 'other' })], sightings).items).toEqual([])
  })

  test('a new address with the known guid is the same article', () => {
    const { sightings } = fetchOf([numbered(1)])
    const moved = numbered(1, { link: 'https://post.example/moved' })
    expect(fetchOf([moved], sightings).items).toEqual([])
  })

  test('a feed that changes all guids, addresses and days at once brings nothing new', () => {
    const { sightings } = fetchOf(range(10).map((n) => numbered(n)))
    const renamed = range(10).map((n) =>
      numbered(n, { id: `x${n}`, link: `https://new.example/${n}`, dates: [] }),
    )
    expect(fetchOf(renamed, sightings).items).toEqual([])
  })

  test('one new item with an old title is new', () => {
    const { sightings } = fetchOf(range(10).map((n) => numbered(n)))
    const again = numbered(77, { title: 'Story number 3', dates: ['2026-11-25T08:00:00.000Z'] })
    expect(kinds(fetchOf([again, ...range(9).map((n) => numbered(n))], sightings).items)).toEqual([
      'new',
    ])
  })

  test('500 items with one guid and nothing else to tell them apart are one item, with a warning', () => {
    const { items, warnings } = fetchOf(range(500).map(() => entry({ id: 'same' })))
    expect(items).toHaveLength(1)
    expect(warnings).toContain('Several items share one guid')
  })

  test('items that share a guid are told apart by their addresses', () => {
    const { items } = fetchOf(range(5).map((n) => numbered(n, { id: 'same' })))
    expect(items).toHaveLength(5)
  })

  test('the same article through two feeds has one id', () => {
    const one = fetchOf([numbered(1)])
    const link = 'http://www.post.example/1?utm_source=rss'
    const other = fetchOf([numbered(1, { id: 'else', link })], [], false, feedId('other'))
    expect(other.items[0]?.article.id).toBe(one.items[0]?.article.id)
  })

  test('an item without guid and address is known by its title and day', () => {
    const bare = entry({ title: 'Tide tables', dates: ['2026-11-24T08:00:00.000Z'] })
    const { sightings } = fetchOf([bare])
    expect(fetchOf([bare], sightings).items).toEqual([])
  })

  test('an item that says nothing is left out', () => {
    expect(fetchOf([entry({})]).items).toEqual([])
  })
})

describe('freshness', () => {
  const news = (items: readonly FeedItem[]) => items.map((item) => item.isNews)

  test('nothing of the first fetch is news', () => {
    expect(news(fetchOf([numbered(1), numbered(2)], [], true).items)).toEqual([false, false])
  })

  test('an old item that appears late is not news, an undated one is', () => {
    const { sightings } = fetchOf(range(8).map((n) => numbered(n)))
    const late = numbered(21, { dates: ['2024-01-01T00:00:00.000Z'] })
    const undated = numbered(22, { dates: [] })
    const known = range(8).map((n) => numbered(n))
    expect(news(fetchOf([late, undated, ...known], sightings).items)).toEqual([false, true])
  })

  test.each([
    ['1970-01-01T00:00:00.000Z', '2026-10-25T12:00:00.000Z'],
    ['9999-01-01T00:00:00.000Z', '2026-11-24T12:00:00.000Z'],
    ['2027-11-24T12:00:00.000Z', '2026-11-24T12:00:00.000Z'],
    ['2026-11-24T12:30:00.000Z', '2026-11-24T12:30:00.000Z'],
    ['2026-11-20T00:00:00.000Z', '2026-11-20T00:00:00.000Z'],
  ])('a date of %s counts as %s', (written, counted) => {
    const [item] = fetchOf([numbered(1, { dates: [written] })]).items
    expect(item?.article.publishedAt?.toISOString()).toBe(counted)
  })
})
