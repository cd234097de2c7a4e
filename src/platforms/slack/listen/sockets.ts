import { type Receiver, SocketModeReceiver } from '@slack/bolt'
import { WebAPIPlatformError } from '@slack/web-api'
import { UnusableError } from '../../../domain/errors.ts'
import type { Clock } from '../../../support/clock.ts'
import type { Log } from '../../../support/log.ts'
import type { Random } from '../../../support/random.ts'
import { waitMs } from '../post/outcome-of-error.ts'
import { slackLogger } from '../slack-logger.ts'
import { clientOptions } from '../web-client.ts'

export type SocketOptions = {
  readonly appToken: string
  readonly apiUrl: string | undefined
  readonly clock: Clock
  readonly random: Random
  readonly log: Log
  /** Slack refuses the token: nothing is heard any more before a person acts. May be said once for each connection. */
  onDeaf?(words: string): void
}

/** Slack renews each connection every few hours; while one is away the other still receives. Ten are allowed. */
const connections = 2

/** A connection that never greets is given up. */
const helloMs = 10_000

const firstWaitMs = 500
const longestWaitMs = 15_000

/** Codes that no waiting mends. */
const hopeless: ReadonlySet<string> = new Set([
  'invalid_auth',
  'not_authed',
  'account_inactive',
  'token_revoked',
  'missing_scope',
  'not_allowed_token_type',
  'user_removed_from_team',
  'team_disabled',
])

/**
 * Socket Mode over several connections that come back by themselves. The SDK's own way back dies of an unhandled
 * rejection when it is stopped at the wrong moment, so that it is switched off.
 */
export function createSockets(options: SocketOptions): Receiver {
  const sockets = Array.from({ length: connections }, () => createSocket(options))
  return {
    init(app) {
      for (const { receiver } of sockets) receiver.init(app)
    },
    start: () => Promise.all(sockets.map(({ start }) => start())),
    stop: () => Promise.all(sockets.map(({ stop }) => stop())),
  }
}

function createSocket(options: SocketOptions) {
  const { apiUrl, appToken, clock, log } = options
  const stopping = new AbortController()
  const receiver = new SocketModeReceiver({
    appToken,
    autoReconnectEnabled: false,
    logger: slackLogger(log),
    installerOptions: { clientOptions: clientOptions(apiUrl, log) },
  })
  const { client } = receiver
  let running: Promise<void> | undefined
  let isUp = false
  client.on('connected', () => {
    isUp = true
  })
  client.on('disconnected', () => {
    isUp = false
  })

  /** A Slack that is out of order is no reason not to start; a token that it refuses is. */
  async function start(): Promise<void> {
    try {
      await connect()
    } catch (error) {
      if (isHopeless(error)) throw refusedToken(error)
      log.warn('slack connection failed', { error })
    }
    running = stayConnected()
  }

  /** Waits for the connection to end, and makes a new one, until it is stopped. */
  async function stayConnected(): Promise<void> {
    while (!stopping.signal.aborted) {
      await ended()
      if (stopping.signal.aborted) return
      log.info('slack connection renewed')
      try {
        await reconnect(options, stopping.signal, connect)
      } catch (error) {
        return options.onDeaf?.(refusedToken(error).message)
      }
    }
  }

  function ended(): Promise<void> {
    if (!isUp) return Promise.resolve()
    return new Promise((resolve) => {
      client.once('disconnected', resolve)
    })
  }

  async function connect(): Promise<void> {
    const greeting = new AbortController()
    const started = client.start().then(() => true as const)
    started.catch(() => {})
    const inTime = await Promise.race([started, clock.sleep(helloMs, greeting.signal)])
    greeting.abort()
    if (inTime) return
    void client.disconnect()
    throw new Error('Slack did not greet in time.')
  }

  async function stop(): Promise<void> {
    stopping.abort()
    if (isUp) void client.disconnect()
    await running
  }

  return { receiver, start, stop }
}

/** Tries until it is connected, waiting longer each time and never in step with others. */
async function reconnect(
  { clock, log, random }: SocketOptions,
  signal: AbortSignal,
  connect: () => Promise<void>,
): Promise<void> {
  for (let tries = 0; !signal.aborted; tries += 1) {
    const most = Math.min(firstWaitMs * 2 ** tries, longestWaitMs)
    await clock.sleep(random.number() * most, signal)
    if (signal.aborted) return
    try {
      return await connect()
    } catch (error) {
      if (isHopeless(error)) throw error
      log.warn('slack connection failed', { tries, error })
      await clock.sleep(askedWaitMs(error), signal)
    }
  }
}

function isHopeless(error: unknown): boolean {
  return error instanceof WebAPIPlatformError && hopeless.has(error.data.error)
}

function refusedToken(cause: unknown): UnusableError {
  const code = cause instanceof WebAPIPlatformError ? cause.data.error : 'unknown'
  return new UnusableError(
    `Slack refuses SLACK_APP_TOKEN (${code}); make a new app-level token with the scope connections:write.`,
    { cause },
  )
}

/** What Slack asks to wait; nothing where it does not ask. */
function askedWaitMs(error: unknown): number {
  const seconds = (error as { readonly retryAfter?: unknown }).retryAfter
  return typeof seconds === 'number' ? Math.min(waitMs(seconds), longestWaitMs) : 0
}
