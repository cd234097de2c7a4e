import { Client, GatewayIntentBits, Options, Partials } from 'discord.js'
import type { Log } from '../../../support/log.ts'
import type { IdentifyBudget } from './identify-budget.ts'

export type ClientOptions = {
  readonly apiUrl: string | undefined
  readonly shards:
    | { readonly first: number; readonly last: number; readonly of: number }
    | undefined
  readonly log: Log
  /** Every event as Discord sent it. */
  onEvent(type: string, data: unknown): void
}

/** Any close code but 1000 and 1001, which end the session: https://docs.discord.com/developers/events/gateway */
const closeToResume = 4200

/** Nothing is kept of servers, people or messages: what is needed comes with each event or is asked for. */
export function createGatewayClient(options: ClientOptions, budget: IdentifyBudget): Client {
  const { apiUrl, shards, log } = options
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
  client.on('raw', ({ t, d }: { readonly t: string; readonly d: unknown }) => options.onEvent(t, d))
  return client
}

type Sockets = {
  destroy(options: { readonly code: number; readonly reason: string }): Promise<void>
}

/** Farewells take milliseconds, but for a connection in the making: its own clean-up takes the event away that the SDK waits for. */
const farewellMs = 1_000

/** The client's own farewell ends the session, so that its sockets are closed with another code before. */
export async function closeClient(client: Client): Promise<void> {
  const sockets = Reflect.get(client.ws, '_ws') as Sockets | null
  await soon(sockets?.destroy({ code: closeToResume, reason: 'Dateline stops' }))
  await soon(client.destroy())
}

async function soon(work: Promise<void> | undefined): Promise<void> {
  const over = Promise.withResolvers<void>()
  const patience = AbortSignal.timeout(farewellMs)
  patience.addEventListener('abort', () => over.resolve())
  await Promise.race([work, over.promise])
}
