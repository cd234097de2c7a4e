import { expect, test } from 'vitest'
import { silenceNotice } from '../../src/domain/delivery-notices.ts'
import type { Coverage } from '../../src/domain/digest.ts'
import { silenceOf } from '../../src/domain/silence.ts'
import { wordingFor } from '../../src/domain/wording/wording.ts'
import { aDigest } from './a-digest.ts'

function coverage(over: Partial<Coverage> = {}): Coverage {
  return { ...aDigest().coverage, feedsRead: 2, ...over }
}

const failed = (...names: string[]) => names.map((name) => ({ name, why: 'gone' }))

test('a silence is laid to feeds that fail throughout, when they are half of all or more', () => {
  const one = coverage({ feedsFailed: failed('BBC', 'Wire') })
  const other = coverage({ feedsFailed: failed('BBC') })
  expect(silenceOf([one, other]).reason).toEqual({ kind: 'feeds', names: ['BBC'] })
  const many = coverage({ feedsRead: 20, feedsFailed: failed('BBC') })
  expect(silenceOf([many, many]).reason.kind).toBe('nothing')
})

test('a silence is laid to the filters when they left something out, and else to nothing new', () => {
  const filtered = coverage({ dropped: [{ reason: 'filtered', count: 3 }] })
  expect(silenceOf([filtered, coverage()]).reason.kind).toBe('filters')
  expect(silenceOf([coverage(), coverage()])).toEqual({ digests: 2, reason: { kind: 'nothing' } })
})

test('a silence is told in one sentence with its reason', () => {
  const silence = silenceOf([coverage({ feedsRead: 1, feedsFailed: failed('BBC') })])
  expect(silenceNotice('Morning', silence, wordingFor('en')).fallback).toBe(
    '“Morning” has had no news for 1 digest. Feeds cannot be read: BBC.',
  )
})
