import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { FakeState } from './fake-state.ts'
import type { FaultAct, Faults } from './faults.ts'
import type { Json } from './method.ts'
import { callMethod } from './web-api.ts'

/** Answers one request that is no call of the Web API; `undefined` when it knows no such address. */
export type Route = (request: {
  readonly method: string
  readonly url: URL
  readonly body: string
  readonly headers: IncomingMessage['headers']
}) => { status: number; body?: string; headers?: Record<string, string> } | undefined

/** The HTTP half of the fake: `/api/METHOD` with its faults and limits, and whatever the other routes answer. */
export function createWebServer(
  state: FakeState,
  faults: Faults,
  routes: readonly Route[],
): Server {
  return createServer((request, response) => {
    void respond(request, response)
  })

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await bodyOf(request)
    const url = new URL(request.url ?? '/', 'http://fake')
    const method = /^\/api\/([\w.]+)$/.exec(url.pathname)?.[1]
    if (method) return answerCall(method, request, body, response)
    for (const route of routes) {
      const answer = route({ method: request.method ?? 'GET', url, body, headers: request.headers })
      if (answer) {
        response.writeHead(answer.status, answer.headers)
        response.end(answer.body ?? '')
        return
      }
    }
    response.writeHead(404).end()
  }

  async function answerCall(
    method: string,
    request: IncomingMessage,
    body: string,
    response: ServerResponse,
  ): Promise<void> {
    const args = readArguments(body, request.headers['content-type'] ?? '')
    const token = tokenOf(request, args)
    const channel = typeof args.channel === 'string' ? args.channel : undefined
    const act = faults.strike(method, channel)
    const call = { method, channel, fault: act?.kind }
    if (act?.kind === 'slow') await pause(act.ms)
    const instead = act && answerInstead(act)
    if (instead === 'reset') {
      state.log.add('call', { ...call, error: 'reset' })
      request.socket.destroy()
      return
    }
    if (instead) {
      state.log.add('call', { ...call, error: act.kind })
      send(response, instead.status, instead.body, instead.headers)
      return
    }
    const answer = limitedOr(method, channel, () => callMethod(state, method, token, args))
    state.log.add('call', { ...call, error: answer.error })
    await answerAs(act, answer, response, scopesOf(token))
  }

  /** Slack tells with each answer what its token may do. */
  function scopesOf(token: string | undefined): Record<string, string> {
    const workspaces = [...state.world.workspaces.values()]
    const workspace = token && workspaces.find(({ tokens }) => tokens.has(token))
    return workspace ? { 'x-oauth-scopes': [...workspace.scopes].join(',') } : {}
  }

  function limitedOr(method: string, channel: string | undefined, run: () => Json): Json {
    const wait = method === 'chat.postMessage' ? state.posts?.take(channel ?? '') : undefined
    return wait === undefined ? run() : { ok: false, error: 'ratelimited', retry_after: wait }
  }
}

/** What a fault answers in place of doing anything; undefined for faults that strike after it was done. */
function answerInstead(
  act: FaultAct,
): 'reset' | { status: number; body: string; headers: Record<string, string> } | undefined {
  switch (act.kind) {
    case 'reset':
      return 'reset'
    case 'answer':
      return { status: act.status, body: act.body ?? '', headers: { ...act.headers } }
    case '429': {
      const headers: Record<string, string> = {}
      if (act.retryAfter !== undefined) headers['retry-after'] = act.retryAfter
      return { status: 429, body: '{"ok":false,"error":"ratelimited"}', headers }
    }
    case 'error':
      return { status: 200, body: JSON.stringify({ ok: false, error: act.error }), headers: {} }
    default:
      return undefined
  }
}

async function answerAs(
  act: FaultAct | undefined,
  answer: Json,
  response: ServerResponse,
  headers: Record<string, string>,
): Promise<void> {
  const body = JSON.stringify({ ok: true, ...answer })
  switch (act?.kind) {
    case 'accept-then-fail':
      if (act.error === undefined) return send(response, 500, 'Internal Server Error')
      return send(response, 200, JSON.stringify({ ok: false, error: act.error }))
    case 'accept-then-reset':
      response.writeHead(200, { 'content-length': body.length + 10 })
      response.write(body.slice(0, 5), () => response.destroy())
      return
    case 'accept-then-hang':
      await pause(act.ms)
      return send(response, 200, body)
    default:
  }
  if (answer.error === 'ratelimited') {
    return send(response, 429, body, { 'retry-after': String(answer.retry_after ?? 1) })
  }
  send(response, 200, body, headers)
}

function send(
  response: ServerResponse,
  status: number,
  body: string,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers })
  response.end(body)
}

/** Forms as the SDK sends them: nested values are JSON inside their field. */
function readArguments(body: string, contentType: string): Json {
  if (contentType.startsWith('application/json')) return JSON.parse(body || '{}') as Json
  return Object.fromEntries(
    [...new URLSearchParams(body)].map(([key, value]) => [key, readValue(key, value)]),
  )
}

const nested = new Set(['blocks', 'view', 'metadata', 'prompts'])

function readValue(key: string, value: string): unknown {
  if (!nested.has(key)) return value
  try {
    return JSON.parse(value)
  } catch {
    return value
  }
}

function tokenOf(request: IncomingMessage, args: Json): string | undefined {
  const header = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1]
  return header ?? (typeof args.token === 'string' ? args.token : undefined)
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms).unref()
  })
}
