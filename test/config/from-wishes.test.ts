import fc from 'fast-check'
import { expect, test } from 'vitest'
import { writeConfigText } from '../../src/config/from-wishes.ts'
import { readConfigText } from '../../src/config/read-file.ts'
import { toWishes } from '../../src/config/to-wishes.ts'
import type { Wishes } from '../../src/domain/wishes.ts'
import { aDigestWish, aFeedWish, aFilter } from '../store/wishes/wishes.ts'

const words = fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 30 })
const some = <Value>(values: fc.Arbitrary<Value>) => fc.option(values, { nil: undefined })

const wishes: fc.Arbitrary<Wishes> = fc.record({
  feeds: fc.uniqueArray(
    fc
      .record({ name: words, categories: fc.array(words, { maxLength: 3 }), paused: fc.boolean() })
      .map((over) => aFeedWish('x', { ...over, weight: over.paused ? 2 : 1 })),
    { selector: ({ name }) => name, maxLength: 4 },
  ),
  digests: fc
    .record({
      title: words,
      exact: fc.boolean(),
      cron: some(fc.constantFrom('0 */2 * * *', '30 8 * * 1-5')),
      language: some(fc.constantFrom('de', 'pt-BR')),
      mention: some(words),
      images: fc.boolean(),
      categories: some(fc.array(words, { minLength: 1, maxLength: 3 })),
    })
    .map(({ cron, exact, categories, ...over }) => [
      aDigestWish('morning', {
        ...over,
        schedule:
          cron === undefined
            ? { kind: 'times', days: [1, 3], at: ['08:00', '17:30'], timezone: 'UTC', exact }
            : { kind: 'cron', cron, timezone: 'Europe/Berlin', exact },
        feeds: categories === undefined ? { kind: 'all' } : { kind: 'categories', categories },
      }),
    ]),
  filters: fc
    .record({ value: words, not: fc.boolean(), match: fc.constantFrom('contains', 'is') })
    .map((over) => [aFilter('file-1', { ...over, scope: over.not ? 'morning' : undefined })]),
})

test('a file written from wishes asks for the same wishes again', () => {
  fc.assert(
    fc.property(wishes, (asked) => {
      expect(toWishes(readConfigText(writeConfigText(asked), 'dateline.yaml'))).toEqual(asked)
    }),
    { numRuns: 200 },
  )
})

test('names of feeds that a digest chooses are written as they are', () => {
  const asked: Wishes = {
    feeds: [aFeedWish('Der Abend: "Extra"', { url: 'https://abend.example/feed' })],
    digests: [aDigestWish('morning', { feeds: { kind: 'named', names: ['Der Abend: "Extra"'] } })],
    filters: [],
  }
  expect(toWishes(readConfigText(writeConfigText(asked), 'dateline.yaml'))).toEqual(asked)
})
