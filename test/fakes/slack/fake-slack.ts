import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { contentFault } from './chat-methods.ts'
import { createFakeLog, type FakeLog } from './fake-log.ts'
import type { FakeState, FakeView } from './fake-state.ts'
import { createFaults, type Faults } from './faults.ts'
import { deliverOverHttp } from './http-mode.ts'
import { createMessages, type FakeMessage } from './messages.ts'
import type { Json } from './method.ts'
import { createPeople, type People } from './people.ts'
import { createRateLimit } from './rate-limit.ts'
import { createSocketMode, type SocketMode } from './socket-mode.ts'
import { createWebServer, type Route } from './web-server.ts'
import { createWorld, type World } from './world.ts'

export type FakeSlackOptions = {
  /** Where the log is kept as well; a fake that starts on it again still has its messages. */
  readonly logFile?: string
  readonly port?: number
  /** About one message a second and channel; off for load tests. */
  readonly isRateLimited?: boolean
  /** How long Slack waits for an acknowledgement. */
  readonly ackMs?: number
  readonly seed?: number
  readonly now?: () => number
}

/** Slack as far as Dateline sees it, on loopback: it refuses what Slack refuses, and keeps a log of everything. */
export type FakeSlack = {
  readonly port: number
  /** For `SLACK_API_URL`. */
  readonly apiUrl: string
  readonly authorizeUrl: string
  readonly world: World
  readonly log: FakeLog
  readonly faults: Faults
  readonly people: People
  readonly sockets: SocketMode
  readonly messages: readonly FakeMessage[]
  /** Somebody else writes into a channel. */
  say(message: Omit<FakeMessage, 'ts' | 'edited'>): FakeMessage
  /** The modals that stand open, oldest first. */
  modals(): readonly FakeView[]
  home(userId: string): FakeView | undefined
  /** The `trigger_id` that was given last. */
  lastTrigger(): string
  /** From now on everything is sent to this address, signed, and no longer over sockets. */
  deliverTo(url: string): void
  close(): Promise<void>
}

/** How often, and for how long, a `response_url` may be used. */
const responseUses = 5
const responseMs = 1_800_000

const postsPerSecond = 1
const postBurst = 4

export async function startFakeSlack(options: FakeSlackOptions = {}): Promise<FakeSlack> {
  const now = options.now ?? Date.now
  const log = createFakeLog(options.logFile)
  const faults = createFaults(options.seed)
  const messages = createMessages(log)
  const tickets = new Set<string>()
  let count = log.entries.length
  let requestUrl: string | undefined
  const origin = () => `127.0.0.1:${(server.address() as AddressInfo).port}`

  const state: FakeState = {
    world: createWorld(),
    log,
    messages,
    posts:
      options.isRateLimited === false
        ? undefined
        : createRateLimit(postsPerSecond, postBurst, () => performance.now()),
    histories: createRateLimit(1 / 60, 1, now),
    triggers: new Map(),
    modals: new Map(),
    homes: new Map(),
    codes: new Map(),
    nowMs: now,
    newId(prefix) {
      count += 1
      return `${prefix}${count}`
    },
    socketUrl() {
      const ticket = state.newId('ticket')
      tickets.add(ticket)
      return `ws://${origin()}/link?ticket=${ticket}`
    },
  }

  const server = createWebServer(state, faults, [responseRoute(state), authorizeRoute(state)])
  server.listen(options.port ?? 0, '127.0.0.1')
  await once(server, 'listening')
  const ackMs = options.ackMs ?? 3000
  const sockets = createSocketMode(server, log, {
    appId: state.world.app.id,
    ackMs,
    isTicket: (ticket) => tickets.delete(ticket),
  })
  const people = createPeople(
    state,
    (envelope) =>
      requestUrl === undefined
        ? sockets.deliver(envelope)
        : deliverOverHttp(requestUrl, state.world.app.signingSecret, envelope, ackMs),
    (id) => `http://${origin()}/response/${id}`,
  )

  return {
    port: (server.address() as AddressInfo).port,
    apiUrl: `http://${origin()}/api/`,
    authorizeUrl: `http://${origin()}/oauth/v2/authorize`,
    world: state.world,
    log,
    faults,
    people,
    sockets,
    messages: messages.all,
    say: messages.post,
    modals: () => [...state.modals.values()],
    home: (userId) => state.homes.get(userId),
    lastTrigger: () => [...state.triggers.keys()].at(-1) ?? '',
    deliverTo(url) {
      requestUrl = url
    },
    async close() {
      if (!server.listening) return
      sockets.close()
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

/** `response_url`: five messages within half an hour. */
function responseRoute(state: FakeState): Route {
  const uses = new Map<string, { count: number; untilMs: number }>()
  return ({ method, url, body }) => {
    const id = /^\/response\/(\w+)$/.exec(url.pathname)?.[1]
    if (!id || method !== 'POST') return undefined
    const use = uses.get(id) ?? { count: 0, untilMs: state.nowMs() + responseMs }
    use.count += 1
    uses.set(id, use)
    const message = readObject(body)
    const error =
      use.count > responseUses || state.nowMs() > use.untilMs ? 'expired_url' : fault(message)
    state.log.add('response', { id, body: message, error })
    if (error === 'expired_url') return { status: 404, body: 'expired_url' }
    return error ? { status: 400, body: error } : { status: 200, body: 'ok' }
  }
}

function fault(message: Json | undefined): string | undefined {
  if (!message) return 'invalid_payload'
  return message.delete_original === true ? undefined : contentFault(message)
}

function readObject(body: string): Json | undefined {
  try {
    return JSON.parse(body) as Json
  } catch {
    return undefined
  }
}

/** The page on which a person allows the app; here they always do. */
function authorizeRoute(state: FakeState): Route {
  return ({ url }) => {
    if (url.pathname !== '/oauth/v2/authorize') return undefined
    const { searchParams: asked } = url
    const redirect = URL.parse(asked.get('redirect_uri') ?? '')
    const isComplete = asked.get('client_id') === state.world.oauth.clientId && asked.get('scope')
    if (!isComplete || !redirect) return { status: 400, body: 'invalid_request' }
    const code = state.newId('code')
    state.codes.set(code, asked.get('team') ?? 'T0001')
    redirect.searchParams.set('code', code)
    redirect.searchParams.set('state', asked.get('state') ?? '')
    return { status: 302, headers: { location: redirect.href } }
  }
}
