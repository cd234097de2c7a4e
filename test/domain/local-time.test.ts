import { describe, expect, test } from 'vitest'
import {
  dueAtOf,
  isTimeZone,
  nextSlot,
  scheduleFault,
  tooLateAt,
} from '../../src/domain/local-time.ts'
import type { Schedule, SlotTime, Weekday } from '../../src/domain/schedule.ts'
import { disagreements, readZone, tryingTimes } from './zone-check.ts'

const everyDay: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7]

function cron(pattern: string, timezone: string): Schedule {
  return { kind: 'cron', cron: pattern, timezone, exact: false }
}

function times(at: readonly string[], timezone: string, days = everyDay): Schedule {
  return { kind: 'times', days, at, timezone, exact: false }
}

function slotsBetween(schedule: Schedule, from: string, to: string): readonly SlotTime[] {
  const found: SlotTime[] = []
  for (
    let slot = nextSlot(schedule, new Date(from));
    slot && slot.dueAt < new Date(to);
    slot = nextSlot(schedule, slot.dueAt)
  ) {
    found.push(slot)
  }
  return found
}

function written(slots: readonly SlotTime[]): readonly string[] {
  return slots.map(({ key, dueAt }) => `${key.split(' ')[0]} = ${dueAt.toISOString().slice(0, 16)}`)
}

describe('the slots of a schedule', () => {
  test('carry the local time as written and the instant it falls on', () => {
    expect(nextSlot(times(['08:00'], 'Europe/Berlin'), new Date('2026-07-01T05:59:00Z'))).toEqual({
      key: '2026-07-01T08:00 Europe/Berlin',
      dueAt: new Date('2026-07-01T06:00:00Z'),
    })
  })

  test('come in order when a digest has several times and days', () => {
    const schedule = times(['18:30', '07:00'], 'Europe/Berlin', [1, 5])
    const found = slotsBetween(schedule, '2026-01-02T00:00:00Z', '2026-01-06T00:00:00Z')
    expect(written(found)).toEqual([
      '2026-01-02T07:00 = 2026-01-02T06:00',
      '2026-01-02T18:30 = 2026-01-02T17:30',
      '2026-01-05T07:00 = 2026-01-05T06:00',
      '2026-01-05T18:30 = 2026-01-05T17:30',
    ])
  })

  test.each([
    ['America/New_York', '02:30', '2027-03-14', '07:00'],
    ['America/Sao_Paulo', '00:00', '2018-11-04', '03:00'],
    ['Africa/Cairo', '00:00', '2026-04-24', '22:00'],
    ['Australia/Lord_Howe', '02:15', '2026-10-04', '15:30'],
  ])('F23: fall on the first instant after a gap: %s %s', (timezone, at, day, utc) => {
    const noon = new Date(`${day}T12:00:00Z`).getTime()
    const [slot, ...others] = slotsBetween(
      times([at], timezone),
      new Date(noon - 30 * 3_600_000).toISOString(),
      new Date(noon).toISOString(),
    ).filter(({ key }) => key.startsWith(day))
    expect(slot?.dueAt.toISOString().slice(11, 16)).toBe(utc)
    expect(others).toEqual([])
  })

  test('F23: skip the day that Apia left out', () => {
    const found = slotsBetween(
      times(['12:00'], 'Pacific/Apia'),
      '2011-12-29T00:00:00Z',
      '2012-01-01T12:00:00Z',
    )
    expect(written(found).map((line) => line.slice(0, 10))).toEqual([
      '2011-12-29',
      '2011-12-31',
      '2012-01-01',
    ])
  })

  test('fall on the next day where a gap ends there: Pyongyang went from 23:30 to midnight', () => {
    const found = slotsBetween(
      times(['23:45'], 'Asia/Pyongyang'),
      '2018-05-04T00:00:00Z',
      '2018-05-05T00:00:00Z',
    )
    expect(written(found)).toEqual(['2018-05-04T23:45 = 2018-05-04T15:00'])
  })

  test('take the first of two equal local times', () => {
    const found = slotsBetween(
      times(['01:30'], 'America/New_York'),
      '2027-11-07T00:00:00Z',
      '2027-11-08T00:00:00Z',
    )
    expect(written(found)).toEqual(['2027-11-07T01:30 = 2027-11-07T05:30'])
  })

  test('of an hourly digest leave out the second pass of the hour', () => {
    const found = slotsBetween(
      cron('0 * * * *', 'America/New_York'),
      '2027-11-07T04:30:00Z',
      '2027-11-07T07:30:00Z',
    )
    expect(written(found)).toEqual([
      '2027-11-07T01:00 = 2027-11-07T05:00',
      '2027-11-07T02:00 = 2027-11-07T07:00',
    ])
  })

  test('of one digest are one where several fall on the end of a gap', () => {
    const found = slotsBetween(
      cron('*/15 2,3 * * *', 'America/New_York'),
      '2027-03-14T05:00:00Z',
      '2027-03-14T07:20:00Z',
    )
    expect(written(found)).toEqual([
      '2027-03-14T02:00 = 2027-03-14T07:00',
      '2027-03-14T03:15 = 2027-03-14T07:15',
    ])
  })

  test('are found again from their keys', () => {
    expect(dueAtOf('2027-03-14T02:30 America/New_York')).toEqual(new Date('2027-03-14T07:00:00Z'))
    expect(dueAtOf('2011-12-30T12:00 Pacific/Apia')).toBeUndefined()
    expect(dueAtOf('tomorrow')).toBeUndefined()
    expect(dueAtOf('2027-03-14T02:30 Mars/Base')).toBeUndefined()
  })

  test('agree with a plain reading of the zones, at every kind of step', () => {
    const names = [
      'America/New_York',
      'America/Sao_Paulo',
      'Africa/Cairo',
      'Africa/Casablanca',
      'Asia/Gaza',
      'Asia/Kathmandu',
      'Asia/Tehran',
      'Australia/Lord_Howe',
      'Europe/London',
      'Europe/Moscow',
      'Pacific/Apia',
      'Asia/Pyongyang',
      'America/Scoresbysund',
    ]
    for (const name of names) {
      const zone = readZone(name, '2011-01-01T00:00:00Z', '2019-01-01T00:00:00Z')
      for (const at of tryingTimes(zone, 8 * 60).slice(0, 6)) {
        expect(disagreements(zone, at, 2)).toEqual([])
      }
    }
  })
})

describe('a slot is too late', () => {
  test.each([
    ['hourly', cron('0 * * * *', 'UTC'), 30],
    ['daily', times(['08:00'], 'UTC'), 12 * 60],
    ['weekly', times(['08:00'], 'UTC', [4]), 24 * 60],
    ['on weekdays, on a Friday', cron('0 8 * * 1-5', 'UTC'), 12 * 60],
    ['twice a day', times(['08:00', '18:00'], 'UTC'), 5 * 60],
  ])('after half its period and a day at most: %s', (_name, schedule, minutes) => {
    const dueAt = new Date('2026-01-01T08:00:00Z')
    expect(tooLateAt(schedule, { dueAt })).toEqual(new Date(dueAt.getTime() + minutes * 60_000))
  })
})

describe('a schedule is refused', () => {
  const now = new Date('2026-01-01T00:00:00Z')

  test.each([
    ['an unknown zone', times(['08:00'], 'Mars/Base'), 'no time zone "Mars/Base"'],
    ['an offset for a zone', times(['08:00'], '+02:00'), 'no time zone'],
    ['a date that never comes', cron('0 9 31 2 *', 'UTC'), 'never comes'],
    ['seconds', cron('* * * * * *', 'UTC'), 'five cron fields'],
    ['an hour that no clock shows', times(['25:61'], 'UTC'), 'cannot be read'],
    ['words', cron('every morning', 'UTC'), 'cannot be read'],
  ])('for %s', (_name, schedule, words) => {
    expect(scheduleFault(schedule, now)).toContain(words)
  })

  test('and none that comes', () => {
    expect(scheduleFault(times(['08:00'], 'Europe/Berlin'), now)).toBeUndefined()
    expect(isTimeZone('Europe/Berlin')).toBe(true)
  })
})
