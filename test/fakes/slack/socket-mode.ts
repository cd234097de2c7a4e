import type { Server } from 'node:http'
import { type WebSocket, WebSocketServer } from 'ws'
import type { FakeLog } from './fake-log.ts'
import type { Json } from './method.ts'

export type Envelope = {
  readonly type: 'slash_commands' | 'interactive' | 'events_api'
  readonly payload: Json
  readonly acceptsResponse: boolean
}

/** What became of an envelope: the client's answer and how long it took, or that it never came. */
export type Ack =
  | { readonly kind: 'acked'; readonly payload: Json; readonly afterMs: number }
  | { readonly kind: 'operation_timeout' }
  | { readonly kind: 'no_connection' }

export type SocketMode = {
  readonly connections: number
  /** Sends it to one of the open sockets, in turn. Events that nobody acknowledges are sent again. */
  deliver(envelope: Envelope, again?: { attempt: number; reason: string }): Promise<Ack>
  /** Slack asks a socket to go: `refresh_requested`, `warning`, `too_many_websockets`. */
  ask(reason: string): void
  /** The sockets stay open but are dead: no ping, no pong, no message. */
  freeze(): void
  /** The next acknowledgements never reach Slack. */
  loseAcks(count: number): void
  /** The connections break. */
  cut(): void
  close(): void
}

type Socket = { readonly ws: WebSocket; frozen: boolean }

const mostSockets = 10
const mostRetries = 3

export function createSocketMode(
  server: Server,
  log: FakeLog,
  options: { readonly appId: string; readonly ackMs: number; isTicket(ticket: string): boolean },
): SocketMode {
  const wss = new WebSocketServer({ noServer: true, autoPong: false })
  const sockets: Socket[] = []
  const waiting = new Map<string, (payload: Json) => void>()
  let turn = 0
  let count = 0
  let acksToLose = 0

  server.on('upgrade', (request, socket, head) => {
    const ticket = new URL(request.url ?? '/', 'http://fake').searchParams.get('ticket') ?? ''
    if (!options.isTicket(ticket)) {
      socket.end('HTTP/1.1 401 Unauthorized\r\n\r\n')
      return
    }
    wss.handleUpgrade(request, socket, head, (ws) => greet(ws))
  })

  function greet(ws: WebSocket): void {
    const socket: Socket = { ws, frozen: false }
    if (sockets.length >= mostSockets) {
      ws.send(JSON.stringify({ type: 'disconnect', reason: 'too_many_websockets' }))
      ws.close()
      return
    }
    sockets.push(socket)
    log.add('socket-opened', { connections: sockets.length })
    ws.on('ping', (data) => {
      if (!socket.frozen) ws.pong(data)
    })
    ws.on('message', (data) => read(String(data)))
    ws.on('error', () => {})
    ws.on('close', () => {
      const at = sockets.indexOf(socket)
      if (at >= 0) sockets.splice(at, 1)
      log.add('socket-closed', { connections: sockets.length })
    })
    ws.send(
      JSON.stringify({
        type: 'hello',
        num_connections: sockets.length,
        connection_info: { app_id: options.appId },
        debug_info: { approximate_connection_time: 18_060 },
      }),
    )
  }

  function read(text: string): void {
    const { envelope_id: id, payload } = JSON.parse(text) as Json
    if (acksToLose-- > 0) return
    log.add('ack', { id, payload })
    const resolve = waiting.get(String(id))
    waiting.delete(String(id))
    resolve?.((payload ?? {}) as Json)
  }

  async function deliver(envelope: Envelope, again = { attempt: 0, reason: '' }): Promise<Ack> {
    const open = sockets.filter(({ ws }) => ws.readyState === ws.OPEN)
    const socket = open[turn++ % Math.max(open.length, 1)]
    if (!socket) return { kind: 'no_connection' }
    count += 1
    const id = `envelope-${count}`
    const sentAt = performance.now()
    const answered = new Promise<Json>((resolve) => waiting.set(id, resolve))
    log.add('envelope', { id, type: envelope.type, attempt: again.attempt })
    if (!socket.frozen) socket.ws.send(JSON.stringify(wire(id, envelope, again)))
    const payload = await within(answered, options.ackMs)
    if (payload) return { kind: 'acked', payload, afterMs: performance.now() - sentAt }
    waiting.delete(id)
    if (envelope.type !== 'events_api' || again.attempt >= mostRetries) {
      return { kind: 'operation_timeout' }
    }
    return deliver(envelope, { attempt: again.attempt + 1, reason: 'timeout' })
  }

  return {
    get connections() {
      return sockets.length
    },
    deliver,
    ask(reason) {
      for (const { ws } of sockets) ws.send(JSON.stringify({ type: 'disconnect', reason }))
    },
    freeze() {
      for (const socket of sockets) socket.frozen = true
    },
    loseAcks(count) {
      acksToLose = count
    },
    cut() {
      for (const { ws } of sockets.slice()) ws.terminate()
    },
    close() {
      for (const { ws } of sockets.slice()) ws.terminate()
      wss.close()
    },
  }
}

function wire(id: string, envelope: Envelope, again: { attempt: number; reason: string }): Json {
  const isEvent = envelope.type === 'events_api'
  return {
    envelope_id: id,
    type: envelope.type,
    payload: envelope.payload,
    accepts_response_payload: envelope.acceptsResponse,
    ...(isEvent ? { retry_attempt: again.attempt, retry_reason: again.reason } : {}),
  }
}

function within<Value>(promise: Promise<Value>, ms: number): Promise<Value | undefined> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(undefined), ms)
    void promise.then((value) => {
      clearTimeout(timer)
      resolve(value)
    })
  })
}
