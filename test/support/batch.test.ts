import { once } from 'node:events'
import { expect, test } from 'vitest'
import { createBatch } from '../../src/support/batch.ts'

test('items that come together are written together, each with its own result', async () => {
  const writes: (readonly number[])[] = []
  const double = createBatch({ most: 3 }, async (items: readonly number[]) => {
    writes.push(items)
    return items.map((item) => item * 2)
  })
  expect(await Promise.all([1, 2, 3, 4].map(double))).toEqual([2, 4, 6, 8])
  expect(writes).toEqual([[1, 2, 3], [4]])
})

test('what comes during a write waits for the next one', async () => {
  const writes: (readonly number[])[] = []
  const gate = Promise.withResolvers<void>()
  const write = createBatch({ most: 10 }, async (items: readonly number[]) => {
    writes.push(items)
    await gate.promise
    return items
  })
  const first = write(1)
  await new Promise((resolve) => setImmediate(resolve))
  const rest = [write(2), write(3)]
  gate.resolve()
  await Promise.all([first, ...rest])
  expect(writes).toEqual([[1], [2, 3]])
})

test('a write that fails fails its own items and no others', async () => {
  const write = createBatch({ most: 1 }, async (items: readonly number[]) => {
    if (items[0] === 1) throw new Error('disk full')
    return items
  })
  const results = await Promise.allSettled([write(1), write(2)])
  expect(results.map(({ status }) => status)).toEqual(['rejected', 'fulfilled'])
})

test('an item waits for others as long as it is told to, and no longer than until there are enough', async () => {
  const writes: (readonly number[])[] = []
  const over = Promise.withResolvers<void>()
  const patience = (signal: AbortSignal) =>
    Promise.race([over.promise, once(signal, 'abort').then(() => undefined)])
  const write = createBatch({ most: 3, patience }, async (items: readonly number[]) => {
    writes.push(items)
    return items
  })
  const crowd = [write(1)]
  await new Promise((resolve) => setImmediate(resolve))
  expect(writes).toEqual([])
  crowd.push(write(2), write(3))
  await Promise.all(crowd)
  expect(writes).toEqual([[1, 2, 3]])
  const lone = write(4)
  over.resolve()
  await lone
  expect(writes).toEqual([[1, 2, 3], [4]])
})
