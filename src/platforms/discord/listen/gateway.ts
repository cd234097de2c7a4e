import type { Client } from 'discord.js'
import { ConfigError } from '../../../domain/errors.ts'
import type { Clock } from '../../../support/clock.ts'
import { finalWords } from './close-codes.ts'
import { type ClientOptions, closeClient, createGatewayClient } from './gateway-client.ts'
import { createIdentifyBudget } from './identify-budget.ts'

export type GatewayOptions = ClientOptions & {
  readonly token: string
  readonly clock: Clock
  /** Nothing will be heard any more before a person acts; said once, and never of a start that fails with the same words. */
  onDeaf(words: string): void
}

export type Gateway = { stop(): Promise<void> }

/** How long a start waits for the connection before it goes on without. */
const startPatienceMs = 20_000
const firstRetryMs = 5_000
const longestRetryMs = 60_000

/** Listens on the gateway; connects again by itself, but for what only a person can mend. */
export async function listenOnGateway(options: GatewayOptions): Promise<Gateway> {
  const { clock, log, token } = options
  const stopping = new AbortController()
  const budget = createIdentifyBudget(clock)
  let client = createGatewayClient(options, budget)

  async function connect(): Promise<void> {
    await login(client, token)
    client.on('shardDisconnect', ({ code }) => void giveUp(finalWords(code)))
  }

  async function giveUp(words = 'Discord closed the connection for good.'): Promise<void> {
    if (stopping.signal.aborted) return
    stopping.abort()
    options.onDeaf(words)
    await closeClient(client)
  }

  async function keepTrying(error: unknown): Promise<void> {
    let waitMs = firstRetryMs
    for (
      let fault = error;
      !stopping.signal.aborted;
      waitMs = Math.min(waitMs * 2, longestRetryMs)
    ) {
      log.warn('Discord cannot be reached', { error: fault, retryInMs: waitMs })
      await clock.sleep(waitMs, stopping.signal)
      if (stopping.signal.aborted) return
      await closeClient(client)
      client = createGatewayClient(options, budget)
      try {
        return await connect()
      } catch (again) {
        if (again instanceof ConfigError) return giveUp(again.message)
        fault = again
      }
    }
  }

  const first = connect()
  const fault = await faultWithin(first, clock, stopping.signal)
  if (fault instanceof ConfigError) {
    await closeClient(client)
    throw fault
  }
  void first.catch((error: unknown) =>
    error instanceof ConfigError ? giveUp(error.message) : keepTrying(error),
  )
  return {
    async stop() {
      stopping.abort()
      await closeClient(client)
    },
  }
}

/** What went wrong while a start waits; undefined when nothing did so far. */
async function faultWithin(
  work: Promise<void>,
  clock: Clock,
  signal: AbortSignal,
): Promise<unknown> {
  const waiting = new AbortController()
  const settled = work.then(
    () => undefined,
    (error: unknown) => error,
  )
  const patience = clock.sleep(startPatienceMs, AbortSignal.any([signal, waiting.signal]))
  const fault = await Promise.race([settled, patience.then(() => undefined)])
  waiting.abort()
  return fault
}

async function login(client: Client, token: string): Promise<void> {
  let closedWith: number | undefined
  client.once('shardDisconnect', ({ code }) => {
    closedWith = code
  })
  try {
    await client.login(token)
  } catch (error) {
    const isTokenWrong = (error as { code?: unknown }).code === 'TokenInvalid'
    const why = finalWords(isTokenWrong ? 4004 : closedWith)
    throw why === undefined ? error : new ConfigError(why, { cause: error })
  }
}
