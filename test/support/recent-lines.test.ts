import { expect, test } from 'vitest'
import { createLog } from '../../src/support/log.ts'
import { keepRecentLines } from '../../src/support/recent-lines.ts'

const minuteMs = 60_000

function aLog() {
  let ms = Date.parse('2026-12-02T08:00:00Z')
  const passed: string[] = []
  const recent = keepRecentLines(
    { write: (line: string) => passed.push(line) > 0 },
    () => new Date(ms),
  )
  const log = createLog('debug', recent)
  return { recent, passed, log, wait: (minutes: number) => (ms += minutes * minuteMs) }
}

const events = (lines: readonly { readonly line: string }[]) =>
  lines.map(({ line }) => (JSON.parse(line) as { msg: string }).msg)

test('keeps the lines of the last hour while they pass', () => {
  const { log, recent, passed, wait } = aLog()
  log.info('first')
  wait(50)
  log.warn('second')
  wait(20)
  expect(events(recent.lines())).toEqual(['second'])
  expect(passed).toHaveLength(2)
})

test('keeps a thousand lines at most, the newest', () => {
  const { log, recent } = aLog()
  for (let at = 0; at < 1200; at += 1) log.debug(`event ${at}`)
  const kept = events(recent.lines())
  expect([kept.length, kept.at(0), kept.at(-1)]).toEqual([1000, 'event 200', 'event 1199'])
})

test.each([
  ['a bot token', 'xoxb-1234567890-abcdefghij'],
  ['an app token', 'xapp-1-A0123-456-abcdef'],
  ['an API key', 'sk-proj-abcdefghijklmnop'],
  ['a password in an address', 'postgres://dateline:hunter2hunter2@db/news'],
])('keeps no %s', (_, secret) => {
  const { log, recent } = aLog()
  log.error(`failed with ${secret}`, { error: new Error(secret), token: secret })
  const shown = recent.lines().map(({ line }) => line)
  expect(shown).toHaveLength(1)
  expect(shown.join()).not.toContain(secret.split('@')[0]?.slice(-12) ?? secret)
})
