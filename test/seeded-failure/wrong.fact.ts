import { expect, test } from 'vitest'

test('one and one are three', () => {
  expect(1 + 1).toBe(3)
})
