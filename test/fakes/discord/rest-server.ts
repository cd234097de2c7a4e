import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { FaultAct } from '../slack/faults.ts'
import { isRefusal, type Outcome } from './channel-routes.ts'
import type { Answer, FakeFile, FakeState, Json, RestCall } from './fake-state.ts'
import type { Taken } from './rate-limits.ts'
import { invalidForm, refusals } from './refusal.ts'
import { type Route, routes } from './routes.ts'

/** More invalid requests than this within ten minutes, and Cloudflare answers for Discord. */
const mostInvalid = 10_000
const invalidMs = 600_000

/** The HTTP API: it checks who asks, counts limits, strikes with scripted faults, and logs every request. */
export function createRestServer(
  state: FakeState,
  limit: ((bucket: string) => Taken) | undefined,
): Server {
  const invalid: number[] = []
  const server = createServer((request, response) => {
    void answer(request, response)
  })

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const raw = await readBody(request).catch(() => undefined)
    if (raw === undefined) return
    const url = new URL(request.url ?? '/', 'http://127.0.0.1')
    const path = decodeURIComponent(url.pathname).replace(/^\/api\/v10/, '')
    const route = routes.find((each) => each.method === request.method && each.pattern.test(path))
    const params = (route?.pattern.exec(path) ?? []).slice(1)
    const channel = /^\/channels\/(\d+)/.exec(path)?.[1]
    const { body, files } = await parseBody(raw, request.headers['content-type'])
    const call: RestCall = {
      method: request.method ?? 'GET',
      path,
      query: url.searchParams,
      params,
      body,
      files,
      state,
    }
    const act = route && state.faults.strike(route.name, channel)
    const authorization = request.headers.authorization
    const outcome =
      act && !act.kind.startsWith('accept') && act.kind !== 'slow'
        ? undefined
        : answerTo(route, call, authorization)
    log(route, call, channel, outcome, act)
    await send(response, request, outcome, act)
  }

  function answerTo(route: Route | undefined, call: RestCall, authorization?: string): Answer {
    const since = state.nowMs() - invalidMs
    if (invalid.filter((atMs) => atMs > since).length >= mostInvalid) return cloudflare
    if (!route) return toAnswer(refusals.notFound)
    const isAllowed = route.isOpen || authorization === `Bot ${state.world.token}`
    const outcome = isAllowed ? limited(route, call) : toAnswer(refusals.unauthorized)
    if ([401, 403, 429].includes(outcome.status)) invalid.push(state.nowMs())
    return outcome
  }

  function limited(route: Route, call: RestCall): Answer {
    if (route.isOpen || limit === undefined) return toAnswer(route.run(call))
    const taken = limit(`${route.name} ${call.params[0] ?? ''}`)
    if (taken.retryAfterS !== undefined) return tooMany(taken)
    const answer = toAnswer(route.run(call))
    return { ...answer, headers: { ...answer.headers, ...taken.headers } }
  }

  function log(
    route: Route | undefined,
    call: RestCall,
    channel: string | undefined,
    outcome: Answer | undefined,
    act: FaultAct | undefined,
  ): void {
    const { method, path, body } = call
    const code = (outcome?.body as { code?: number } | undefined)?.code
    state.log.add('request', {
      method,
      path,
      route: route?.name,
      channel,
      body,
      status: outcome?.status,
      code,
      fault: act?.kind,
      invalid: invalid.length,
    })
  }
  return server
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

async function parseBody(
  raw: Buffer,
  type: string | undefined,
): Promise<{ body: Json; files: readonly FakeFile[] }> {
  if (raw.length === 0) return { body: {}, files: [] }
  if (!type?.startsWith('multipart/')) return { body: parseJson(raw.toString()), files: [] }
  const form = await new Response(new Uint8Array(raw), {
    headers: { 'content-type': type },
  }).formData()
  const files = await Promise.all(
    [...form.values()].flatMap((part) =>
      part instanceof File ? [part.text().then((text) => ({ name: part.name, text }))] : [],
    ),
  )
  return { body: parseJson(String(form.get('payload_json') ?? '{}')), files }
}

function parseJson(text: string): Json {
  try {
    return JSON.parse(text) as Json
  } catch {
    return {}
  }
}

function toAnswer(outcome: Outcome): Answer {
  if (!isRefusal(outcome)) return outcome
  const { status, code, message, faults } = outcome
  const errors = faults && { _errors: faults.map((fault) => ({ code: 'INVALID', message: fault })) }
  return { status, body: { code, message, ...(errors ? { errors } : {}) } }
}

function tooMany({ headers, retryAfterS = 1, isGlobal }: Taken): Answer {
  return {
    status: 429,
    body: { message: 'You are being rate limited.', retry_after: retryAfterS, global: isGlobal },
    headers: {
      ...headers,
      'retry-after': String(Math.ceil(retryAfterS)),
      'x-ratelimit-scope': isGlobal ? 'global' : 'user',
      ...(isGlobal ? { 'x-ratelimit-global': 'true' } : {}),
    },
  }
}

const cloudflare: Answer = {
  status: 429,
  body: '<html><title>Error 1015: you are being rate limited</title></html>',
  headers: { 'content-type': 'text/html' },
}

async function send(
  response: ServerResponse,
  request: IncomingMessage,
  outcome: Answer | undefined,
  act: FaultAct | undefined,
): Promise<void> {
  switch (act?.kind) {
    case 'reset':
      request.socket.destroy()
      return
    case 'accept-then-reset':
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': 4000 })
      response.write('{"id":')
      setTimeout(() => request.socket.destroy(), 5)
      return
    case 'accept-then-hang':
      setTimeout(() => request.socket.destroy(), act.ms)
      return
    case 'accept-then-fail':
      return write(response, {
        status: 500,
        body: { message: '500: Internal Server Error', code: 0 },
      })
    case '429':
      return write(response, scripted429(act.retryAfter))
    case 'answer':
      return write(response, act)
    case 'error':
      return write(response, toAnswer(invalidForm(act.error)))
    case 'slow':
      await new Promise((resolve) => setTimeout(resolve, act.ms))
      break
    case undefined:
      break
  }
  write(response, outcome ?? { status: 500 })
}

function scripted429(retryAfter: string | undefined): Answer {
  return {
    status: 429,
    body: {
      message: 'You are being rate limited.',
      retry_after: Number(retryAfter ?? 1),
      global: false,
    },
    headers: {
      'x-ratelimit-scope': 'user',
      ...(retryAfter === undefined ? {} : { 'retry-after': retryAfter }),
    },
  }
}

function write(response: ServerResponse, { status, body, headers }: Answer): void {
  const text = body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body)
  const type = body === undefined ? {} : { 'content-type': 'application/json' }
  response.writeHead(status, { ...type, ...headers })
  response.end(text)
}
