import { expect, test } from 'vitest'
import { dayAndTime, dayWords } from '../../../src/domain/wording/day-words.ts'
import { wordingFor } from '../../../src/domain/wording/wording.ts'

const today = { now: new Date('2025-12-02T07:00:00Z'), timezone: 'America/Los_Angeles' }

test.each([
  ['en', '2025-12-02T06:00:00Z', '22:00', '22:00'],
  ['en', '2025-12-01T07:00:00Z', 'yesterday', 'yesterday 23:00'],
  ['de', '2025-12-01T07:00:00Z', 'gestern', 'gestern 23:00'],
  ['pt-BR', '2025-12-02T09:00:00Z', 'amanhã', 'amanhã 01:00'],
  ['fr', '2025-11-20T20:00:00Z', '20 nov.', '20 nov., 12:00'],
])('in %s, %s is said as %s in the zone of the readers', (language, at, day, dayAndClock) => {
  const wording = wordingFor(language)
  expect(dayWords(new Date(at), today, wording)).toBe(day)
  expect(dayAndTime(new Date(at), today, wording)).toBe(dayAndClock)
})
