import { expect, test } from 'vitest'
import { afterNews, type Destination, soundDestination } from '../../src/domain/destination.ts'

const start = new Date('2026-03-01T08:00:00Z')
const failure = { kind: 'failure', why: 'No.' } as const

function failing(times: number, everyMs: number): Destination {
  let destination = soundDestination
  for (let n = 0; n < times; n += 1) {
    destination = afterNews(destination, failure, new Date(start.getTime() + n * everyMs))
  }
  return destination
}

const restMs = (destination: Destination) =>
  Math.max(destination.pausedUntil.getTime() - start.getTime(), 0)

test('a channel rests from its third failure in a row, each time twice as long, an hour at most', () => {
  expect([1, 2, 3, 4, 5, 20].map((times) => restMs(failing(times, 0)) / 60_000)).toEqual([
    0, 0, 1, 2, 4, 60,
  ])
})

test('a channel that failed on seven days without a success is suspended', () => {
  const dayMs = 86_400_000
  expect(failing(6, dayMs).suspendedAt).toBeUndefined()
  expect(failing(7, dayMs).suspendedAt).toEqual(new Date(start.getTime() + 6 * dayMs))
  expect(failing(100, 1).suspendedAt).toBeUndefined()
})

test('a success makes up for everything', () => {
  expect(afterNews(failing(9, 86_400_000), { kind: 'success' }, start)).toEqual(soundDestination)
})
