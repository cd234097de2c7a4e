import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { newPollState, type PollState } from '../../../src/domain/poll-state.ts'
import { freshForMs } from '../../../src/feeds/poll/header-hints.ts'
import {
  checkAfterStart,
  checkAt,
  intervalMs,
  usualPace,
} from '../../../src/feeds/poll/next-check.ts'
import { nextRhythm, rhythmOf } from '../../../src/feeds/poll/rhythm.ts'

const now = new Date('2026-11-24T08:20:00Z')
const minuteMs = 60_000
const hourMs = 60 * minuteMs
const random = { number: () => 0, id: () => '' }
const fresh = newPollState(now)
const withTag: PollState = { ...fresh, validators: { etag: '"a"', lastModified: undefined } }

describe('the wait between two looks', () => {
  test.each<[string, Partial<PollState>, number]>([
    ['an unknown rhythm', {}, 60],
    ['24 items a day', { itemsPerDay: 24 }, 15],
    ['6 items a day', { itemsPerDay: 6 }, 60],
    ['one item a day', { itemsPerDay: 1 }, 360],
    ['one item a month', { itemsPerDay: 1 / 30 }, 1440],
    ['no items at all', { itemsPerDay: 0 }, 1440],
    ['a thousand items a day', { itemsPerDay: 1000 }, 15],
    ['a ttl of two hours', { itemsPerDay: 24, askedEveryMs: 2 * hourMs }, 120],
    ['a ttl of a century', { askedEveryMs: 1e9 * minuteMs }, 1440],
    ['a ttl below zero', { itemsPerDay: 24, askedEveryMs: -5 }, 15],
    ['freshness for three hours', { itemsPerDay: 24, freshForMs: 3 * hourMs }, 180],
  ])('for %s is as it asks, within bounds', (_name, more, minutes) => {
    expect(intervalMs({ ...withTag, ...more }, usualPace)).toBe(minutes * minuteMs)
  })

  test('of a feed without validators is an hour at least', () => {
    expect(intervalMs({ ...fresh, itemsPerDay: 1000 }, usualPace)).toBe(hourMs)
  })
})

describe('the instant of the next look', () => {
  const at = (skip: Partial<PollState>) =>
    checkAt(now, hourMs, { ...fresh, ...skip }, random).toISOString()

  test('is the wait later', () => expect(at({})).toBe('2026-11-24T09:20:00.000Z'))

  test('leaves out the hours and days that the feed names', () => {
    expect(at({ skipHours: [9, 10] })).toBe('2026-11-24T11:00:00.000Z')
    expect(at({ skipDays: ['Tuesday'] })).toBe('2026-11-25T00:00:00.000Z')
    expect(at({ skipHours: Array.from({ length: 24 }, (_, hour) => hour) })).toBe(
      '2026-11-25T08:20:00.000Z',
    )
  })

  test('is never before the wait is over and never more than a tenth or a day after', () => {
    const wait = fc.integer({ min: 15 * minuteMs, max: 24 * hourMs })
    fc.assert(
      fc.property(wait, fc.double({ min: 0, max: 0.999, noNaN: true }), (waitMs, number) => {
        const atMs = checkAt(now, waitMs, fresh, { ...random, number: () => number }).getTime()
        const after = atMs - now.getTime()
        return after >= waitMs && after <= Math.max(waitMs * 1.1, waitMs) && after <= 24 * hourMs
      }),
    )
  })

  test('after a start is spread over the interval for feeds that are late', () => {
    const late = { ...withTag, lastCheckedAt: now, nextCheckAt: new Date(now.getTime() - hourMs) }
    const half = { ...random, number: () => 0.5 }
    expect(checkAfterStart(late, now, half).toISOString()).toBe('2026-11-24T08:50:00.000Z')
    const early = { ...late, nextCheckAt: new Date(now.getTime() + 5) }
    expect(checkAfterStart(early, now, half)).toEqual(early.nextCheckAt)
  })
})

describe('freshness from headers', () => {
  const date = 'Tue, 24 Nov 2026 08:20:00 GMT'
  test.each<[Record<string, string>, number | undefined]>([
    [{}, undefined],
    [{ 'cache-control': 'max-age=600' }, 600_000],
    [{ 'cache-control': 'public, Max-Age = "600"' }, 600_000],
    [{ 'cache-control': 's-maxage=600' }, undefined],
    [{ 'cache-control': 'max-age=-1' }, undefined],
    [{ 'cache-control': 'max-age=abc' }, undefined],
    [{ 'cache-control': 'max-age=999999999' }, 31_536_000_000],
    [{ 'cache-control': 'no-cache, max-age=600' }, undefined],
    [{ 'cache-control': 'no-store' }, undefined],
    [{ expires: 'Tue, 24 Nov 2026 09:20:00 GMT', date }, hourMs],
    [{ expires: 'Tue, 24 Nov 2026 09:20:00 GMT' }, hourMs],
    [{ expires: 'Tue, 24 Nov 2026 07:20:00 GMT', date }, undefined],
    [{ expires: '0' }, undefined],
    [{ expires: 'garbage' }, undefined],
    [{ 'cache-control': 'max-age=60', expires: 'Tue, 24 Nov 2026 09:20:00 GMT', date }, 60_000],
  ])('%o is %s ms', (headers, ms) => {
    expect(freshForMs(headers, now)).toBe(ms)
  })
})

describe('the rhythm of a feed', () => {
  test('is read off the days of its items', () => {
    const hoursAgo = (hours: number) => new Date(now.getTime() - hours * hourMs)
    expect(rhythmOf([1, 2, 3, 4, 5, 6].map(hoursAgo), now)).toBe(24)
    expect(rhythmOf([undefined, undefined], now)).toBeUndefined()
  })

  test('comes to what is seen, slowly', () => {
    let rate: number | undefined = 24
    for (let day = 0; day < 30; day += 1) rate = nextRhythm(rate, 2, 24 * hourMs)
    expect(rate).toBeGreaterThan(2)
    expect(rate).toBeLessThan(2.5)
  })
})
