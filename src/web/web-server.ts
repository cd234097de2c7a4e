import { type FastifyInstance, type FastifyReply, type FastifyRequest, fastify } from 'fastify'
import { UnusableError } from '../domain/errors.ts'
import type { InboundReply, InboundRequest, Mount } from '../support/inbound.ts'
import type { Log } from '../support/log.ts'
import type { Health } from './health.ts'
import { securityHeaders } from './security-headers.ts'

export type WebOptions = {
  readonly host: string
  /** 0 takes any free port. */
  readonly port: number
  readonly health: Health
  readonly mounts: readonly Mount[]
  readonly log: Log
}

export type WebServer = {
  /** Where it listens: `http://127.0.0.1:8080`. */
  readonly url: string
  /** Takes no new requests, ends those under way. */
  stop(): Promise<void>
}

/** S18: a body beyond this is refused before anybody looks at it. */
const maxBodyBytes = 1_000_000

/** The one inbound HTTP server: health, metrics, and what the platforms answer. */
export async function startWebServer(options: WebOptions): Promise<WebServer> {
  const server = fastify({
    bodyLimit: maxBodyBytes,
    requestTimeout: 30_000,
    forceCloseConnections: true,
    exposeHeadRoutes: false,
  })
  keepBodiesRaw(server)
  server.addHook('onSend', async (_request, reply) => {
    for (const [name, value] of Object.entries(securityHeaders))
      if (!reply.hasHeader(name)) reply.header(name, value)
  })
  server.setErrorHandler((error, request, reply) => answerFault(error, request, reply, options.log))
  server.setNotFoundHandler((_request, reply) => {
    void reply.code(404).type('text/plain').send('There is nothing at this address.\n')
  })
  addHealth(server, options.health)
  for (const mount of options.mounts) addMount(server, mount)
  try {
    return { url: await server.listen(options), stop: () => server.close() }
  } catch (error) {
    await server.close()
    throw toUnusable(error, options)
  }
}

/** Platforms sign the bytes that they send, so that nothing may parse them first. */
function keepBodiesRaw(server: FastifyInstance): void {
  server.removeAllContentTypeParsers()
  server.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => {
    done(null, body)
  })
}

function addHealth(server: FastifyInstance, health: Health): void {
  server.get('/healthz', (_request, reply) => reply.type('text/plain').send('ok\n'))
  server.get('/readyz', async (_request, reply) => {
    const { faults } = await health.readiness()
    const text = faults.length === 0 ? 'ready\n' : `${faults.join('\n')}\n`
    return reply
      .code(faults.length === 0 ? 200 : 503)
      .type('text/plain')
      .send(text)
  })
  server.get('/metrics', async (_request, reply) =>
    reply.type('text/plain; version=0.0.4; charset=utf-8').send(await health.metrics()),
  )
}

function addMount(server: FastifyInstance, { path, respond }: Mount): void {
  const answer = async (request: FastifyRequest, reply: FastifyReply) => {
    const { status, headers = {}, body = '' }: InboundReply = await respond(toInbound(request))
    return reply.code(status).headers(headers).send(body)
  }
  const base = path.replace(/\/$/, '')
  if (base !== '') server.all(base, answer)
  server.all(`${base}/*`, answer)
}

function toInbound({ method, url, headers, body }: FastifyRequest): InboundRequest {
  const flat = Object.entries(headers).map(([name, value]) => [
    name,
    Array.isArray(value) ? value.join(', ') : value,
  ])
  return {
    method,
    url,
    headers: Object.fromEntries(flat),
    body: body instanceof Uint8Array ? body : new Uint8Array(),
  }
}

/** A stranger learns nothing of what went wrong inside. */
function answerFault(
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
  log: Log,
): FastifyReply {
  const status = (error as { statusCode?: number }).statusCode ?? 500
  if (status >= 500) log.error('request failed', { path: request.url.split('?')[0], error })
  const words = status === 413 ? 'The request is too large.\n' : 'The request cannot be answered.\n'
  return reply.code(status).type('text/plain').send(words)
}

function toUnusable(error: unknown, { host, port }: WebOptions): UnusableError {
  const { code, message } = error as NodeJS.ErrnoException
  const why =
    code === 'EADDRINUSE'
      ? 'another program listens there'
      : code === 'EACCES'
        ? 'this user may not listen there'
        : message
  return new UnusableError(
    `Dateline cannot listen on ${host}:${port}: ${why}. Choose another with HTTP_HOST and HTTP_PORT.`,
    { cause: error },
  )
}
