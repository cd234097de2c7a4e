import { describe, expect, test } from 'vitest'
import type { Filter } from '../../src/domain/filter.ts'
import { isInScope, patternFault, toFilterMatch } from '../../src/domain/filter-match.ts'

const aFilter = (changes: Partial<Filter>): Filter => ({
  id: 'f1',
  action: 'drop',
  field: 'any',
  match: 'contains',
  value: 'horoscope',
  not: false,
  scope: undefined,
  ...changes,
})
const subject = {
  title: 'Your Horoscope for Tuesday',
  text: 'Aries: a good day.\nTaurus: a better one.',
  byline: 'Ana Ruiz',
  url: 'https://harbour.example/stars/1',
  language: 'de-AT',
  source: 'Harbour Post',
}
const holds = (changes: Partial<Filter>) => toFilterMatch(aFilter(changes))(subject)

describe('a filter', () => {
  test.each<[string, Partial<Filter>]>([
    ['a part of the title in any case', { field: 'title' }],
    ['a part of title or text', { value: 'taurus' }],
    ['the whole outlet', { field: 'source', match: 'is', value: 'harbour post' }],
    ['the author', { field: 'author', value: 'ruiz' }],
    ['the address', { field: 'url', value: '/stars/' }],
    ['a language, whatever its region', { field: 'language', match: 'is', value: 'de' }],
    ['a pattern in any line', { field: 'text', match: 'regex', value: '^taurus: .+$' }],
    ['what does not match', { field: 'title', value: 'bridge', not: true }],
  ])('holds for %s', (_, changes) => {
    expect(holds(changes)).toBe(true)
  })

  test.each<[string, Partial<Filter>]>([
    [
      'a part of the outlet where all of it is asked for',
      { field: 'source', match: 'is', value: 'harbour' },
    ],
    ['another language', { field: 'language', match: 'is', value: 'd' }],
    ['what matches where it is negated', { field: 'title', not: true }],
    ['a word that stands in another field', { field: 'author' }],
  ])('does not hold for %s', (_, changes) => {
    expect(holds(changes)).toBe(false)
  })

  test('with a pattern that cannot be read says what is wrong with it and holds for nothing', () => {
    const broken = aFilter({ match: 'regex', value: '(a' })
    expect(patternFault(broken)).toContain('missing closing )')
    expect(holds({ match: 'regex', value: '(a' })).toBe(false)
    expect(holds({ match: 'regex', value: '(a', not: true })).toBe(false)
    expect(patternFault(aFilter({ value: '(a' }))).toBeUndefined()
  })

  test('with a pattern that makes other engines hang is answered', () => {
    const text = 'a'.repeat(5000)
    const evil = toFilterMatch(aFilter({ field: 'text', match: 'regex', value: '^(a+)+$' }))
    expect(evil({ ...subject, text: `${text}!` })).toBe(false)
  })

  test('holds in its digest, in its channel, or everywhere', () => {
    const place = { digest: 'morning', channel: { platform: 'slack', id: 'C1' } } as const
    const inScope = (scope: string | undefined) => isInScope(aFilter({ scope }), place)
    expect([undefined, 'morning', 'slack:C1', 'evening', 'slack:C2'].map(inScope)).toEqual([
      true,
      true,
      true,
      false,
      false,
    ])
  })
})
