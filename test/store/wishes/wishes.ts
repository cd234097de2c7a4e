import type { Filter } from '../../../src/domain/filter.ts'
import type { DigestWish, FeedWish } from '../../../src/domain/wishes.ts'

export function aFeedWish(name: string, over: Partial<FeedWish> = {}): FeedWish {
  return {
    name,
    url: `https://${name.toLowerCase()}.example/feed`,
    categories: ['world'],
    weight: 1,
    language: undefined,
    paused: false,
    ...over,
  }
}

export function aDigestWish(name: string, over: Partial<DigestWish> = {}): DigestWish {
  return {
    name,
    title: `${name} briefing`,
    channel: { platform: 'slack', id: 'C1' },
    schedule: {
      kind: 'times',
      days: [1, 2, 3, 4, 5],
      at: ['08:00'],
      timezone: 'Europe/Berlin',
      exact: false,
    },
    feeds: { kind: 'all' },
    stories: 7,
    length: 'short',
    language: undefined,
    onEmpty: 'skip',
    images: false,
    mention: undefined,
    paused: false,
    ...over,
  }
}

export function aFilter(id: string, over: Partial<Filter> = {}): Filter {
  return {
    id,
    action: 'drop',
    field: 'title',
    match: 'contains',
    value: 'horoscope',
    not: false,
    scope: undefined,
    ...over,
  }
}
