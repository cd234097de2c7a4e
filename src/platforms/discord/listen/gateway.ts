import { Client, GatewayIntentBits, Options, Partials } from 'discord.js'
import { ConfigError } from '../../../domain/errors.ts'
import type { Clock } from '../../../support/clock.ts'
import type { Log } from '../../../support/log.ts'
import { createIdentifyBudget, type IdentifyBudget } from './identify-budget.ts'
import type { Interaction } from './interaction.ts'
import type { PersonsMessage } from './mentions.ts'

export type GatewayOptions = {
  readonly token: string
  readonly apiUrl: string | undefined
  readonly shards:
    | { readonly first: number; readonly last: number; readonly of: number }
    | undefined
  readonly clock: Clock
  readonly log: Log
  onInteraction(interaction: Interaction): void
  onMessage(message: PersonsMessage): void
}

export type Gateway = { stop(): Promise<void> }

/** Close codes after which trying again can only fail, and what to do about each. */
const finalCloses: Readonly<Record<number, string>> = {
  4004: 'Discord does not accept the bot’s token. Set DISCORD_TOKEN to the current one.',
  4010: 'Discord does not know this shard. Check DISCORD_SHARDS.',
  4011: 'The bot is on too many servers for one connection. Set DISCORD_SHARDS.',
  4012: 'Discord no longer speaks this version of its gateway. Update Dateline.',
  4013: 'Discord does not know an intent that Dateline asks for. Update Dateline.',
  4014: 'Discord does not allow an intent that Dateline asks for. Check the bot’s intents in the developer portal.',
}

/** Any close code but 1000 and 1001, which end the session: https://docs.discord.com/developers/events/gateway */
const closeToResume = 4200

/** How long a start waits for the connection before it goes on without. */
const startPatienceMs = 20_000
const firstRetryMs = 5_000
const longestRetryMs = 60_000

/** Listens on the gateway; connects again by itself, but for what only a person can mend. */
export async function listenOnGateway(options: GatewayOptions): Promise<Gateway> {
  const { clock, log } = options
  const stopping = new AbortController()
  const budget = createIdentifyBudget(clock)
  let client = createClient(options, budget)
  const first = login(client, options)
  const settled = await Promise.race([
    first.then(
      (): undefined => undefined,
      (error: unknown) => ({ error }),
    ),
    clock.sleep(startPatienceMs, stopping.signal).then((): undefined => undefined),
  ])
  if (settled?.error instanceof ConfigError) {
    await close(client)
    throw settled.error
  }
  void first.catch((error: unknown) => keepTrying(error))

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
      await close(client)
      client = createClient(options, budget)
      try {
        return await login(client, options)
      } catch (again) {
        if (again instanceof ConfigError) return log.error(again.message)
        fault = again
      }
    }
  }

  return {
    async stop() {
      stopping.abort()
      await close(client)
    },
  }
}

/** Nothing is kept of servers, people or messages: what is needed comes with each event or is asked for. */
function createClient(
  { token, apiUrl, shards, log, ...on }: GatewayOptions,
  budget: IdentifyBudget,
): Client {
  const ids =
    shards && Array.from({ length: shards.last - shards.first + 1 }, (_, at) => shards.first + at)
  const client = new Client({
    // Messages of servers, for questions by mention; neither intent is privileged.
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages],
    partials: [Partials.Channel],
    allowedMentions: { parse: [] },
    enforceNonce: true,
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: 0,
      GuildMemberManager: 0,
      UserManager: 1,
    }),
    rest: { version: '10', retries: 0, ...(apiUrl === undefined ? {} : { api: apiUrl }) },
    ws: { buildIdentifyThrottler: async () => budget },
    ...(ids && shards ? { shards: ids, shardCount: shards.of } : {}),
  })
  client.on('error', (error) => log.warn('Discord’s client failed', { error }))
  client.on('shardError', (error, shard) => log.warn('gateway connection broke', { shard, error }))
  client.on('shardReconnecting', (shard) => log.info('gateway connecting again', { shard }))
  client.on('shardResume', (shard, replayed) => log.info('gateway resumed', { shard, replayed }))
  client.on('shardReady', (shard) => log.info('gateway ready', { shard }))
  client.on('shardDisconnect', ({ code }, shard) => {
    log.error(finalCloses[code] ?? `Discord closed the connection for good (${code}).`, { shard })
  })
  client.on('raw', ({ t, d }: { readonly t: string; readonly d: unknown }) => {
    if (t === 'INTERACTION_CREATE') on.onInteraction(d as Interaction)
    if (t === 'MESSAGE_CREATE') on.onMessage(d as PersonsMessage)
  })
  return client
}

async function login(client: Client, { token }: GatewayOptions): Promise<void> {
  let closedWith: number | undefined
  client.once('shardDisconnect', ({ code }) => {
    closedWith = code
  })
  try {
    await client.login(token)
  } catch (error) {
    const isTokenWrong = (error as { code?: unknown }).code === 'TokenInvalid'
    const why = isTokenWrong ? finalCloses[4004] : finalCloses[closedWith ?? 0]
    throw why === undefined ? error : new ConfigError(why, { cause: error })
  }
}

type Sockets = {
  destroy(options: { readonly code: number; readonly reason: string }): Promise<void>
}

/** The client's own farewell ends the session, so that its sockets are closed with another code before. */
async function close(client: Client): Promise<void> {
  const sockets = Reflect.get(client.ws, '_ws') as Sockets | null
  await sockets?.destroy({ code: closeToResume, reason: 'Dateline stops' })
  await client.destroy()
}
