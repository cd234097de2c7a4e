import { expect, test } from 'vitest'
import { printedRole } from '../../../src/briefing/quotes/printed-role.ts'

test.each([
  ['Sen.', 'Senator'],
  ['Lt. Col.', 'Lieutenant Colonel'],
  ['the harbour master', 'harbour master'],
  ["the city's mayor", "the city's mayor"],
  ['his spokesman', 'spokesman'],
  ['Mr Justice', 'Justice'],
  ['French striker', 'French striker'],
  ['wife', undefined],
  ['He and wife', undefined],
  ['Dr.', undefined],
  ['former President Bill', undefined],
  [undefined, undefined],
])('%j is printed as %j', (role, printed) => {
  expect(printedRole(role)).toBe(printed)
})
