import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addressKey, withoutTracking } from '../../src/feeds/address.ts'

test.each([
  ['https://post.example/a?utm_source=rss&id=3&fbclid=x', 'https://post.example/a?id=3'],
  ['https://post.example/a?at_medium=RSS&at_campaign=KARANGA', 'https://post.example/a'],
  ['https://post.example/a?ref=rss', 'https://post.example/a'],
  ['https://post.example/a?ref=chapter-2', 'https://post.example/a?ref=chapter-2'],
  ['https://post.example/a#xtor=RSS-3208', 'https://post.example/a'],
  ['https://post.example/a#part-2', 'https://post.example/a#part-2'],
])('%s is read as %s', (dirty, clean) => {
  expect(withoutTracking(dirty)).toBe(clean)
})

test.each([
  ['http://www.post.example/a/', 'https://post.example/a'],
  ['https://post.example/a?x=1&y=2', 'https://post.example/a?y=2&x=1'],
  ['https://post.example/a#comments', 'https://post.example/a'],
])('%s and %s are one document', (one, other) => {
  expect(addressKey(one)).toBe(addressKey(other))
})

test.each([
  ['https://post.example/a?id=1', 'https://post.example/a?id=2'],
  ['https://post.example/a', 'https://post.example/A'],
  ['https://one.post.example/a', 'https://two.post.example/a'],
])('%s and %s are two documents', (one, other) => {
  expect(addressKey(one)).not.toBe(addressKey(other))
})

test('an address without tracking stays as it is when cleaned again', () => {
  fc.assert(
    fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (address) => {
      const once = withoutTracking(address)
      expect(withoutTracking(once)).toBe(once)
      expect(addressKey(once)).toBe(addressKey(address))
    }),
    { seed: 1 },
  )
})
