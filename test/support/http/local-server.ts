import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import { createServer as createTcpServer, type Server, type Socket } from 'node:net'
import type { TlsOptions } from 'node:tls'
import { systemClock } from '../../../src/support/clock.ts'
import { createHttpClient, type HttpClientOptions } from '../../../src/support/http/http-client.ts'

export type LocalServer = AsyncDisposable & {
  readonly port: number
  readonly connections: () => number
}

/** A web server on a free loopback port, gone with the test. */
export async function serve(answer: RequestListener, tls?: TlsOptions): Promise<LocalServer> {
  return listening(
    tls ? createTlsServer(tls, answer) : createServer({ maxHeaderSize: 65_536 }, answer),
  )
}

/** A server that says just these bytes, proper HTTP or not. */
export async function serveBytes(talk: (socket: Socket) => void): Promise<LocalServer> {
  return listening(
    createTcpServer((socket) => {
      socket.on('error', () => {})
      socket.once('data', () => talk(socket))
    }),
  )
}

async function listening(server: Server): Promise<LocalServer> {
  const sockets = new Set<Socket>()
  let connections = 0
  server.on('connection', (socket: Socket) => {
    connections += 1
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    connections: () => connections,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}

export const testUserAgent = 'Dateline/0.0 (+https://dateline.example; test)'

/** A client of the product's own making that serves `publisher.example` from the local port. */
export function clientFor(
  server: { readonly port: number },
  options: Partial<HttpClientOptions> & { readonly protocol?: 'http:' | 'https:' } = {},
) {
  const { protocol = 'http:', ...rest } = options
  const client = createHttpClient({
    userAgent: testUserAgent,
    clock: systemClock,
    fixedAddresses: new Map([
      ['publisher.example', { address: '127.0.0.1', port: server.port, protocol }],
    ]),
    ...rest,
  })
  return { ...client, [Symbol.asyncDispose]: () => client.close() }
}
