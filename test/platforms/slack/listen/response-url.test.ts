import { expect, test } from 'vitest'
import { createResponder } from '../../../../src/platforms/slack/listen/response-url.ts'
import type { HttpClient } from '../../../../src/support/http/http-client.ts'
import { silentLog } from '../../../../src/support/log.ts'

function responder(apiUrl: string | undefined) {
  const asked: string[] = []
  const postJson: HttpClient['postJson'] = async (url) => {
    asked.push(url)
    return { kind: 'refused', why: 'name', sentence: 'x', redirects: [] }
  }
  return { asked, respond: createResponder(postJson, apiUrl, silentLog) }
}

test.each([
  [undefined, 'https://hooks.slack.com/commands/T1/2/3', 1],
  [undefined, 'http://hooks.slack.com/commands/T1/2/3', 0],
  [undefined, 'https://hooks.slack.com.evil.example/x', 0],
  [undefined, 'https://hooks.slack.com@evil.example/x', 0],
  [undefined, 'not an address', 0],
  ['http://127.0.0.1:9000/api/', 'http://127.0.0.1:9000/response/1', 1],
  ['http://127.0.0.1:9000/api/', 'https://hooks.slack.com/commands/T1/2/3', 0],
  ['http://127.0.0.1:9000/api/', 'http://127.0.0.1:9001/response/1', 0],
])('with %s as its API, %s is spoken to %d times', async (apiUrl, url, times) => {
  const { asked, respond } = responder(apiUrl)
  expect(await respond(url, {})).toBe(false)
  expect(asked).toHaveLength(times)
})
