import { expect, test } from 'vitest'
import type { FetchOutcome } from '../../../src/support/http/outcome.ts'
import { createRobots } from '../../../src/support/http/robots.ts'
import { movedClock } from '../moved-clock.ts'

const answered = { headers: {}, url: '', redirects: [], bytesOnWire: 0 }

/** The robots of a site that answers so, a clock, and how often the site was asked. */
function robotsOf(answer: () => FetchOutcome) {
  const clock = movedClock('2026-11-24T08:00:00Z')
  const asked: string[] = []
  const http = {
    get: (url: string) => {
      asked.push(url)
      return Promise.resolve(answer())
    },
  }
  return { clock, asked, robots: createRobots({ http, clock, token: 'Dateline' }) }
}

const rules = (text: string): FetchOutcome => ({
  kind: 'ok',
  status: 200,
  body: new TextEncoder().encode(text),
  ...answered,
})
const status = (code: number): FetchOutcome => ({ kind: 'bad-status', status: code, ...answered })

test('a site\u2019s rules for us and for everybody are obeyed, and asked for once a day', async () => {
  const { clock, asked, robots } = robotsOf(() => rules('User-agent: *\nDisallow: /private\n'))
  expect(await robots('https://harbour.example/story')).toBe(true)
  expect(await robots('https://harbour.example/private/story')).toBe(false)
  expect(asked).toEqual(['https://harbour.example/robots.txt'])
  await clock.advance(23 * 3_600_000)
  await robots('https://harbour.example/other')
  expect(asked).toHaveLength(1)
  await clock.advance(2 * 3_600_000)
  await robots('https://harbour.example/other')
  expect(asked).toHaveLength(2)
})

test.each([
  [404, true],
  [503, false],
])('rules that answer %i let us read: %s', async (code, allowed) => {
  const { robots } = robotsOf(() => status(code))
  expect(await robots('https://harbour.example/story')).toBe(allowed)
})

test('a site whose rules could not be read is asked again after an hour', async () => {
  const { clock, asked, robots } = robotsOf(() => status(500))
  await robots('https://harbour.example/story')
  await clock.advance(61 * 60_000)
  await robots('https://harbour.example/story')
  expect(asked).toHaveLength(2)
})

test('rules are kept for two thousand sites, the latest', async () => {
  const { asked, robots } = robotsOf(() => status(404))
  for (let site = 0; site <= 2000; site += 1) await robots(`https://site-${site}.example/a`)
  await robots('https://site-2000.example/b')
  expect(asked).toHaveLength(2001)
  await robots('https://site-0.example/b')
  expect(asked).toHaveLength(2002)
})
