import { expect, test } from 'vitest'
import { laws } from './fuzz.ts'

test('there are laws to check', () => {
  expect(laws.length).toBeGreaterThan(4)
})

test.each(laws)('$name', async ({ check }) => {
  await check(150, 20_260_302)
})
