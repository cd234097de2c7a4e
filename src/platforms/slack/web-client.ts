import { WebClient, type WebClientOptions } from '@slack/web-api'
import type { Log } from '../../support/log.ts'
import { slackLogger } from './slack-logger.ts'

const callTimeoutMs = 10_000

/**
 * How every client of ours calls Slack. The SDK would send a failed post again up to ten times, wait without end for an
 * answer, and let one channel's limit stop all others; the outbox owns retries and waiting instead.
 */
export function clientOptions(apiUrl: string | undefined, log: Log): WebClientOptions {
  return {
    ...(apiUrl === undefined ? {} : { slackApiUrl: apiUrl }),
    retryConfig: { retries: 0 },
    timeout: callTimeoutMs,
    rejectRateLimitedCalls: true,
    logger: slackLogger(log),
    allowAbsoluteUrls: false,
  }
}

/** A client without a token of its own: each call brings the token of its workspace. */
export function createWebClient(apiUrl: string | undefined, log: Log): WebClient {
  return new WebClient(undefined, clientOptions(apiUrl, log))
}
