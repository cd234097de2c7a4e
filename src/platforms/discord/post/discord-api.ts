import { DefaultRestOptions, RateLimitError, REST } from 'discord.js'
import { readWaitMs, TooManyRequestsError, tooManyRequests } from './too-many-requests.ts'

/** One call of Discord's HTTP API as JSON. Throws what the SDK throws, or `TooManyRequestsError`. */
export type DiscordApi = {
  get<Answer>(route: `/${string}`, query?: Readonly<Record<string, string>>): Promise<Answer>
  post<Answer>(route: `/${string}`, body: unknown): Promise<Answer>
  patch<Answer>(route: `/${string}`, body: unknown): Promise<Answer>
}

/** A call that has no whole answer after this long is of unknown fate. */
const timeoutMs = 10_000

/**
 * The SDK's REST with its own retries off: it would send a message again after a 5xx or a time-out, and wait out a 429
 * while other channels could go on.
 */
export function createDiscordApi(token: string, apiUrl: string | undefined): DiscordApi {
  const rest = new REST({
    version: '10',
    retries: 0,
    timeout: timeoutMs,
    rejectOnRateLimit: () => true,
    makeRequest: async (url, init) => {
      const response = await DefaultRestOptions.makeRequest(url, init)
      if (response.status !== 429) return response
      await response.arrayBuffer().catch(() => undefined)
      throw tooManyRequests(response.headers)
    },
    ...(apiUrl === undefined ? {} : { api: apiUrl }),
  }).setToken(token)
  // The SDK's own limit is on headers alone; a body that never ends must not hold a channel's queue.
  const bounded = () => ({ signal: AbortSignal.timeout(timeoutMs + 1000) })
  return {
    get: (route, query = {}) =>
      answer(rest.get(route, { query: new URLSearchParams(query), ...bounded() })),
    post: (route, body) => answer(rest.post(route, { body, ...bounded() })),
    patch: (route, body) => answer(rest.patch(route, { body, ...bounded() })),
  }
}

async function answer<Answer>(call: Promise<unknown>): Promise<Answer> {
  try {
    return (await call) as Answer
  } catch (error) {
    throw error instanceof RateLimitError ? waitFor(error) : error
  }
}

/** The SDK knows from earlier answers that the limit is used up, and sends nothing: a moment is enough. */
function waitFor({ retryAfter }: RateLimitError): TooManyRequestsError {
  return new TooManyRequestsError(readWaitMs(String(Math.max(retryAfter, 1000) / 1000)), 'channel')
}
