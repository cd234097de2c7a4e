import { lookup } from 'node:dns/promises'
import { Agent, type Dispatcher, ProxyAgent } from 'undici'
import { createDialler } from './dial.ts'
import type { Guards, HttpClientOptions } from './http-client.ts'

const connectMs = 5_000
const usualConnections = 2

/** What sends the requests of a client: straight to guarded addresses, or to the operator's proxy. */
export function createDispatcher(options: HttpClientOptions, guards: Guards): Dispatcher {
  const limits = {
    headersTimeout: 10_000,
    bodyTimeout: 20_000,
    maxHeaderSize: guards.maxHeaderBytes,
    keepAliveTimeout: 4_000,
    connections: options.connectionsPerSite ?? usualConnections,
    allowH2: false,
  }
  if (options.proxyUrl !== undefined) return new ProxyAgent({ ...limits, uri: options.proxyUrl })
  const connect = createDialler({
    guards: guards.dial,
    resolve: options.resolve ?? resolveBySystem,
    connectMs,
    fixedAddresses: options.fixedAddresses ?? new Map(),
  })
  return new Agent({ ...limits, connect })
}

async function resolveBySystem(host: string): Promise<readonly string[]> {
  const found = await lookup(host, { all: true, order: 'verbatim' })
  return found.map(({ address }) => address)
}
