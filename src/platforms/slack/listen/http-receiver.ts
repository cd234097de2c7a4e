import type { App, Receiver, ReceiverEvent } from '@slack/bolt'
import type { Clock } from '../../../support/clock.ts'
import type { InboundReply, InboundRequest } from '../../../support/inbound.ts'
import type { Log } from '../../../support/log.ts'
import type { Seen } from './seen.ts'
import { isFromSlack } from './verify.ts'

export type HttpReceiverOptions = {
  readonly signingSecret: string
  readonly clock: Clock
  readonly seen: Seen
  readonly log: Log
}

/** Slack waits 3 s; an answer after that would come for nothing. */
const ackMs = 2_900

const mostBodyBytes = 1_048_576

/** Bolt's receiver for requests that the web server has taken in. */
export type HttpReceiver = Receiver & {
  respond(request: InboundRequest): Promise<InboundReply>
}

export function createHttpReceiver(options: HttpReceiverOptions): HttpReceiver {
  let app: App | undefined
  return {
    init(made) {
      app = made
    },
    start: () => Promise.resolve(),
    stop: () => Promise.resolve(),
    async respond(request) {
      if (request.method !== 'POST') return { status: 405 }
      if (request.body.byteLength > mostBodyBytes) return { status: 413 }
      const { clock, seen, signingSecret } = options
      if (!isFromSlack(request, signingSecret, clock.now(), seen)) return { status: 401 }
      const body = readBody(request)
      if (!body) return { status: 400 }
      if (body.type === 'url_verification') return json({ challenge: body.challenge })
      return app ? dispatch(app, body, request, options) : { status: 503 }
    },
  }
}

type Body = Readonly<Record<string, unknown>>

/** JSON for events; a form for commands; a form with JSON in its `payload` for everything pressed. */
function readBody({ body, headers }: InboundRequest): Body | undefined {
  const text = Buffer.from(body).toString('utf8')
  try {
    if (headers['content-type']?.startsWith('application/json')) return JSON.parse(text) as Body
    const form = new URLSearchParams(text)
    const payload = form.get('payload')
    return payload === null ? Object.fromEntries(form) : (JSON.parse(payload) as Body)
  } catch {
    return undefined
  }
}

async function dispatch(
  app: App,
  body: Body,
  { headers }: InboundRequest,
  { clock, log }: HttpReceiverOptions,
): Promise<InboundReply> {
  const acked = Promise.withResolvers<InboundReply>()
  const retryNum = headers['x-slack-retry-num']
  const event: ReceiverEvent = {
    body,
    ack: async (answer?: unknown) => acked.resolve(toReply(answer)),
    ...(retryNum === undefined ? {} : { retryNum: Number(retryNum) }),
    ...(headers['x-slack-retry-reason'] ? { retryReason: headers['x-slack-retry-reason'] } : {}),
  }
  void app.processEvent(event).catch((error: unknown) => {
    log.warn('request not answered', { error })
    acked.resolve({ status: 500 })
  })
  const waiting = new AbortController()
  const late = clock.sleep(ackMs, waiting.signal).then((): InboundReply => ({ status: 408 }))
  const reply = await Promise.race([acked.promise, late])
  waiting.abort()
  return reply
}

function toReply(answer: unknown): InboundReply {
  if (answer === undefined || answer === '') return { status: 200 }
  return typeof answer === 'string' ? { status: 200, body: answer } : json(answer)
}

function json(value: unknown): InboundReply {
  const headers = { 'content-type': 'application/json; charset=utf-8' }
  return { status: 200, headers, body: JSON.stringify(value) }
}
