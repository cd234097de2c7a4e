import type { Clock } from '../support/clock.ts'
import type { HttpClient } from '../support/http/http-client.ts'
import { createOwnServerClient } from './own-server-client.ts'

/** Answers to people go out at once, however many there are: no pacing between them, as publishers get it. */
const connections = 16

/** The client for Slack's `response_url`s. */
export function createSlackAnswers(
  apiUrl: string | undefined,
  {
    contact,
    proxyUrl,
  }: { readonly contact: string | undefined; readonly proxyUrl: string | undefined },
  clock: Clock,
): HttpClient {
  return createOwnServerClient({ ownUrl: apiUrl, contact, proxyUrl, connections }, clock)
}
