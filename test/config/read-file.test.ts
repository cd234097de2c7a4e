import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { fileJsonSchema } from '../../src/config/file-json-schema.ts'
import { readConfigFile, readConfigText } from '../../src/config/read-file.ts'
import { toWishes } from '../../src/config/to-wishes.ts'

const told = (yaml: string) => {
  try {
    readConfigText(yaml, 'dateline.yaml')
  } catch (error) {
    return String((error as Error).message)
  }
  return ''
}

describe('the configuration file', () => {
  test('that ships with Dateline is right', () => {
    const wishes = toWishes(readConfigFile('config/dateline.yaml'))
    expect(wishes.digests[0]).toMatchObject({
      name: 'morning',
      title: 'Morning briefing',
      channel: { platform: 'console', id: 'main' },
      schedule: { kind: 'times', days: [1, 2, 3, 4, 5], at: ['08:00'], timezone: 'Europe/Berlin' },
      feeds: { kind: 'all' },
    })
    expect(wishes.filters[0]).toMatchObject({
      action: 'drop',
      match: 'contains',
      value: 'horoscope',
      not: false,
    })
  })

  test('may be empty', () => {
    expect(toWishes(readConfigText('', 'x'))).toEqual({ feeds: [], digests: [], filters: [] })
  })

  test('tells every fault with its line, its place and its mend', () => {
    const words = told(`feeds:
  - { name: A, url: "ftp://a" }
  - { name: A, url: "https://a.example/feed", colour: red }
digests:
  - name: Morning
    channel: telegram:1
    schedule: { at: "25:61", timezone: Mars/Base }
`)
    expect(words).toContain('line 2: feeds[1].url: must be an http or https address')
    expect(words).toContain('line 3: feeds[2].colour: no such setting')
    expect(words).toContain('line 5: digests[1].name: must be lower-case letters')
    expect(words).toContain('line 7: digests[1].schedule.at: "25:61" is no time of day')
    expect(words).toContain('line 7: digests[1].schedule.timezone: "Mars/Base" is no time zone')
  })

  test('tells what does not fit together', () => {
    const words =
      told(`feeds: [{ name: A, url: "https://a.example/" }, { name: A, url: "https://b.example/" }]
digests:
  - { name: m, channel: nowhere, feeds: [B], schedule: { at: "08:00", timezone: UTC } }
`)
    expect(words).toContain('feeds[2].name: stands twice')
    expect(words).toContain('"nowhere" is no channel')
    expect(words).toContain('there is no feed called "B"; the feeds are "A", "A"')
  })

  test.each([
    ['a: [', 'line 1: this is not YAML'],
    ['feeds: 3', 'line 1: feeds: must be a list'],
    ['digests: [{ name: m }]', 'is missing'],
    ['digests: [{ name: m, channel: console:x, schedule: { timezone: UTC } }]', 'schedule'],
    ['filters: [{ action: drop }]', 'needs exactly one of'],
    ['filters: [{ action: drop, regex: "(a" }]', 'filters[1].regex: "(a" is no pattern'],
    ['colour: red', 'line 1: colour: no such setting'],
    ['- a', 'the whole file must be a set of keys'],
  ])('names the fault of %j', (yaml, words) => {
    expect(told(yaml)).toContain(words)
  })

  test('may give a channel a name, in filters too', () => {
    const { filters } = toWishes(
      readConfigText(
        `channels: { news: slack:C1 }
filters: [{ action: drop, contains: horoscope, scope: news }]`,
        'x',
      ),
    )
    expect(filters.map(({ scope }) => scope)).toEqual(['slack:C1'])
  })

  test('that is not there is named, with what to do', () => {
    expect(() => readConfigFile('/nowhere/dateline.yaml')).toThrow(
      'The configuration file /nowhere/dateline.yaml does not exist.',
    )
  })

  test('has a JSON schema for editors that is up to date', () => {
    expect(readFileSync('config/dateline.schema.json', 'utf8')).toBe(fileJsonSchema())
  })
})
