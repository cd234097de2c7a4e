import { program } from '../config/program.ts'
import type { Clock } from '../support/clock.ts'
import { createHttpClient, type HttpClient } from '../support/http/http-client.ts'
import { userAgent } from '../support/http/user-agent.ts'

/** Answers to people go out at once, however many there are: no pacing between them, as publishers get it. */
const connections = 16

/** The operator's own server may stand in any network; only its origin is ever spoken to. */
const everyNetwork = ['0.0.0.0/0', '::/0']

/** The client for Slack's `response_url`s. */
export function createSlackAnswers(
  apiUrl: string | undefined,
  operator: { readonly contact: string | undefined; readonly proxyUrl: string | undefined },
  clock: Clock,
): HttpClient {
  const own = apiUrl === undefined ? undefined : new URL(apiUrl)
  const port = own?.port ? Number(own.port) : own?.protocol === 'http:' ? 80 : 443
  return createHttpClient({
    userAgent: userAgent(program.version, program.homepage, operator.contact),
    clock,
    ports: [port],
    connectionsPerSite: connections,
    proxyUrl: operator.proxyUrl,
    ...(own ? { allowNetworks: everyNetwork } : {}),
  })
}
