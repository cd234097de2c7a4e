import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'

/** A way to a server on which connections can go silent: they stay open, and not one byte gets through any more. */
export type BlackHole = {
  readonly port: number
  /** Every connection that is open now goes silent for good. */
  swallow(): void
}

export async function blackHole(targetPort: number): Promise<BlackHole> {
  const pairs = new Set<readonly [Socket, Socket]>()
  const server = createServer((inner) => {
    const outer = connect(targetPort, '127.0.0.1')
    const pair = [inner, outer] as const
    pairs.add(pair)
    for (const socket of pair) socket.on('error', () => {})
    inner.pipe(outer)
    outer.pipe(inner)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    for (const pair of pairs) for (const socket of pair) socket.destroy()
    server.close()
  })
  return {
    port: (server.address() as AddressInfo).port,
    swallow() {
      for (const [inner, outer] of pairs) {
        inner.unpipe(outer)
        outer.unpipe(inner)
        inner.pause()
        outer.pause()
      }
    },
  }
}
