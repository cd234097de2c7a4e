import { describe, expect, test } from 'vitest'
import { readDays } from '../../../src/commands/read/days.ts'
import { readDuration, readSince } from '../../../src/commands/read/duration.ts'
import { readLanguage } from '../../../src/commands/read/language.ts'
import { readSchedule } from '../../../src/commands/read/schedule.ts'
import { readTimes } from '../../../src/commands/read/time.ts'
import { readTimezone } from '../../../src/commands/read/timezone.ts'
import { UsageError } from '../../../src/domain/errors.ts'
import { wordingFor } from '../../../src/domain/wording/wording.ts'
import { aCaller, now } from '../a-desk.ts'

const en = wordingFor('en')

describe('a time', () => {
  test.each([
    ['8am', ['08:00']],
    ['08:00', ['08:00']],
    ['8.30 pm', ['20:30']],
    ['8h30', ['08:30']],
    ['0800', ['08:00']],
    ['8', ['08:00']],
    ['noon', ['12:00']],
    ['12am', ['00:00']],
    ['8 Uhr', ['08:00']],
    ['7:30, 12pm and 18:00', ['07:30', '12:00', '18:00']],
  ])('%s', (typed, times) => expect(readTimes(typed, en)).toEqual(times))

  test.each(['25:61', '24:00', '13pm', '8:75', 'soon', '', ','])('“%s” is none', (typed) => {
    expect(() => readTimes(typed, en)).toThrow(UsageError)
  })
})

describe('days', () => {
  test.each([
    ['daily', [1, 2, 3, 4, 5, 6, 7]],
    ['weekdays', [1, 2, 3, 4, 5]],
    ['Mon, Wed and fri', [1, 3, 5]],
    ['mon-fri', [1, 2, 3, 4, 5]],
    ['sat to mon', [1, 6, 7]],
    ['Montag, Mi', [1, 3]],
    ['lundi et jeudi', [1, 4]],
    ['lunes, miércoles', [1, 3]],
  ])('%s', (typed, days) => expect(readDays(typed, en)).toEqual(days))

  test.each(['someday', 'mon-fri-sun', '', 'm'])('“%s” are none', (typed) => {
    expect(() => readDays(typed, en)).toThrow(UsageError)
  })
})

describe('a time zone', () => {
  test.each([
    ['Europe/Berlin', 'Europe/Berlin'],
    ['berlin', 'Europe/Berlin'],
    ['new york', 'America/New_York'],
    ['utc', 'UTC'],
  ])('%s', (typed, zone) => expect(readTimezone(typed, en)).toBe(zone))

  test('is asked for when an abbreviation can be several', () => {
    expect(() => readTimezone('PST', en)).toThrow(/America\/Los_Angeles, Asia\/Manila/)
    expect(() => readTimezone('IST', en)).toThrow(/Asia\/Kolkata/)
  })

  test('that is none is answered with one that is', () => {
    expect(() => readTimezone('Mars/Base', en)).toThrow(/no time zone “Mars\/Base”.*\w+\/\w+/)
    expect(() => readTimezone('Berln', en)).toThrow(/Europe\/Berlin/)
  })
})

describe('a length of time', () => {
  test.each([
    ['24h', 86_400_000],
    ['3 days', 259_200_000],
    ['2 Wochen', 1_209_600_000],
  ])('%s', (typed, ms) => expect(readDuration('for', typed, en)).toBe(ms))

  test.each(['0d', '-1d', '9999w', 'ages'])('“%s” is none', (typed) => {
    expect(() => readDuration('for', typed, en)).toThrow(UsageError)
  })

  test('can be said as a day', () => {
    expect(readSince('2026-11-30', now, en)).toEqual(new Date('2026-11-30T00:00:00Z'))
    expect(() => readSince('2027-11-30', now, en)).toThrow(UsageError)
    expect(() => readSince('2026-13-99', now, en)).toThrow(UsageError)
  })
})

test.each([
  ['de', 'de'],
  ['pt-br', 'pt-BR'],
  ['German', 'de'],
  ['français', 'fr'],
])('a language: %s', (typed, tag) => expect(readLanguage(typed, en)).toBe(tag))

test.each(['klingonisch', 'xx', '--', 'de_DE!'])('“%s” is no language', (typed) => {
  expect(() => readLanguage(typed, en)).toThrow(UsageError)
})

describe('a schedule', () => {
  const read = (options: Parameters<typeof readSchedule>[0]) =>
    readSchedule(options, undefined, aCaller(), now, en)

  test('is read from what people say, in their own time zone', () => {
    expect(read({ time: '8am', days: 'weekdays' })).toEqual({
      kind: 'times',
      days: [1, 2, 3, 4, 5],
      at: ['08:00'],
      timezone: 'Europe/Berlin',
      exact: false,
    })
    expect(read({ time: 'every 2h', timezone: 'London' })).toMatchObject({
      cron: '0 */2 * * *',
      timezone: 'Europe/London',
    })
    expect(read({ every: '1h', days: 'weekends' })).toMatchObject({ cron: '0 * * * 6,0' })
  })

  test.each([
    [{ cron: '* * * * * *' }, /five fields/],
    [{ cron: '0 8 31 2 *' }, /never/],
    [{ every: '5h' }, /1, 2, 3, 4, 6, 8, 12/],
    [{}, /At what time/],
  ])('that cannot be kept is refused: %o', (options, words) => {
    expect(() => read(options)).toThrow(words)
  })
})
