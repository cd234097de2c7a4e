import { program } from '../config/program.ts'
import type { Clock } from '../support/clock.ts'
import { createHttpClient, type HttpClient } from '../support/http/http-client.ts'
import { userAgent } from '../support/http/user-agent.ts'

/** The operator's own server may stand in any network; only its origin is ever spoken to. */
const everyNetwork = ['0.0.0.0/0', '::/0']

export type OwnServer = {
  /** An address that the operator has set; undefined for a platform's usual one. */
  readonly ownUrl: string | undefined
  readonly contact: string | undefined
  readonly proxyUrl: string | undefined
  readonly connections: number
}

/** A client for a server that the operator's environment names, or for a platform on the open internet. */
export function createOwnServerClient(server: OwnServer, clock: Clock): HttpClient {
  const own = server.ownUrl === undefined ? undefined : new URL(server.ownUrl)
  const port = own?.port ? Number(own.port) : own?.protocol === 'http:' ? 80 : 443
  return createHttpClient({
    userAgent: userAgent(program.version, program.homepage, server.contact),
    clock,
    ports: [port],
    connectionsPerSite: server.connections,
    proxyUrl: server.proxyUrl,
    ...(own ? { allowNetworks: everyNetwork } : {}),
  })
}
