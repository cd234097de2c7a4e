import type { HttpClient } from '../../../support/http/http-client.ts'
import type { Log } from '../../../support/log.ts'

/** Slack answers a `response_url` with two letters. */
const mostAnswerBytes = 10_000
const deadlineMs = 10_000

/**
 * Sends to the `response_url` of a request. Only Slack's own host is spoken to, or the one of `SLACK_API_URL`: the
 * address stands in a payload.
 */
export function createResponder(
  postJson: HttpClient['postJson'],
  apiUrl: string | undefined,
  log: Log,
): (url: string, body: object) => Promise<boolean> {
  const origin = apiUrl === undefined ? 'https://hooks.slack.com' : new URL(apiUrl).origin
  return async (url, body) => {
    if (URL.parse(url)?.origin !== origin) {
      log.warn('response address refused', { host: URL.parse(url)?.host })
      return false
    }
    const options = { maxBytes: mostAnswerBytes, deadlineMs }
    const outcome = await postJson(url, body, options)
    const isTaken = outcome.kind === 'ok'
    if (!isTaken) log.info('response address did not take the answer', { outcome: outcome.kind })
    return isTaken
  }
}
