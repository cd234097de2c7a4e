import { expect, test } from 'vitest'
import { inBatches, inLanes } from '../../src/support/lanes.ts'

function batches(...all: readonly (readonly number[])[]) {
  const left = [...all]
  return () => Promise.resolve(left.shift() ?? [])
}

const never = new AbortController().signal

test('every item is worked on once, at most so many at a time', async () => {
  const done: number[] = []
  let atOnce = 0
  let most = 0
  await inLanes(
    2,
    inBatches(batches([1, 2, 3], [4, 5]), never),
    async (item) => {
      most = Math.max(most, ++atOnce)
      await new Promise((resolve) => setImmediate(resolve))
      atOnce -= 1
      done.push(item)
    },
    () => {},
  )
  expect(done.toSorted()).toEqual([1, 2, 3, 4, 5])
  expect(most).toBe(2)
})

test('a fault in one item is told and ends nothing else', async () => {
  const faults: unknown[] = []
  const done: number[] = []
  await inLanes(
    1,
    inBatches(batches([1, 2, 3]), never),
    async (item) => {
      if (item === 2) throw new Error('odd')
      done.push(item)
    },
    (_error, item) => faults.push(item),
  )
  expect([done, faults]).toEqual([[1, 3], [2]])
})

test('no batch is claimed after the signal', async () => {
  const stop = new AbortController()
  const seen: number[] = []
  await inLanes(
    1,
    inBatches(batches([1], [2]), stop.signal),
    async (item) => {
      seen.push(item)
      stop.abort()
    },
    () => {},
  )
  expect(seen).toEqual([1])
})
