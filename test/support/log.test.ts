import { Writable } from 'node:stream'
import { expect, test } from 'vitest'
import { createLog } from '../../src/support/log.ts'
import { redact } from '../../src/support/redact.ts'

function recorded(): { stream: Writable; lines: string[] } {
  const lines: string[] = []
  const stream = new Writable({
    write: (chunk, _encoding, done) => {
      lines.push(String(chunk))
      done()
    },
  })
  return { stream, lines }
}

test('an event is one JSON object with its ids', () => {
  const { stream, lines } = recorded()
  createLog('info', stream).info('feed unchanged', { feedId: 'f1' })
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    level: 'info',
    msg: 'feed unchanged',
    feedId: 'f1',
  })
})

test('what is below the level stays silent', () => {
  const { stream, lines } = recorded()
  createLog('warn', stream).info('feed unchanged')
  expect(lines).toEqual([])
})

test.each([
  'xoxb-1234567890-abcdefghij',
  'xapp-1-A0123-4567-abcdef',
  'xoxe.xoxp-1-Mi0yLTEyMzQ1',
  'sk-proj-abcdefghijklmnop',
  'MTIzNDU2Nzg5MDEyMzQ1Njc4.GAbcde.abcdefghijklmnopqrstuvwxyz012345',
  'https://hooks.slack.com/services/T1/B2/abc',
  'hunter2secret',
])('a planted secret never reaches the log: %s', (planted) => {
  const { stream, lines } = recorded()
  const log = createLog('debug', stream)
  const inUrl = planted === 'hunter2secret' ? `postgres://me:${planted}@db/x` : planted
  log.error(`could not reach ${inUrl}`, {
    why: `because of ${inUrl}`,
    token: planted,
    deep: { password: planted },
    error: new Error(inUrl, { cause: new Error(inUrl) }),
  })
  expect(lines.join('')).not.toContain(planted)
  expect(lines.join('')).toContain('[secret]')
})

test('ordinary text stays as it is', () => {
  expect(redact('polled https://a.example/feed in 12 ms: 3 new')).toBe(
    'polled https://a.example/feed in 12 ms: 3 new',
  )
})
