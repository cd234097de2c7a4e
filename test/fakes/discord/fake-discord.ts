import { sign } from 'node:crypto'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { createFakeLog, type FakeLog, type LogEntry } from '../slack/fake-log.ts'
import { createFaults, type Faults } from '../slack/faults.ts'
import type { FakeInteraction, FakeMessage, FakeState, Json } from './fake-state.ts'
import { createGateway, type Gateway } from './gateway.ts'
import { takeAnswer } from './interaction-routes.ts'
import { toWire } from './messages.ts'
import { createPeople, type People } from './people.ts'
import { createRateLimits } from './rate-limits.ts'
import { createRestServer } from './rest-server.ts'
import { createChannel, createWorld, type World } from './world.ts'

export type FakeDiscordOptions = {
  /** Where the log is kept as well; a fake that starts on it again still has its messages. */
  readonly logFile?: string
  readonly port?: number
  /** Buckets and 50 requests a second; off for load tests. */
  readonly isRateLimited?: boolean
  readonly heartbeatMs?: number
  readonly seed?: number
  /** Decides ids, windows of interactions, the nonce's memory and limits. */
  readonly now?: () => number
}

/** Discord as far as Dateline sees it, on loopback: it refuses what Discord refuses, and keeps a log of everything. */
export type FakeDiscord = {
  readonly port: number
  /** For `DISCORD_API_URL`. */
  readonly apiUrl: string
  readonly world: World
  readonly log: FakeLog
  /** Strike by the route's name: `POST /channels/:id/messages`. */
  readonly faults: Faults
  readonly people: People
  readonly gateway: Gateway
  readonly state: FakeState
  /** What stands in a channel or thread, oldest first; with `to`, also what that person alone sees. */
  messagesIn(channelId: string, to?: string): readonly FakeMessage[]
  /** A person's message reaches the bot; its content only when the bot is mentioned in it. */
  deliverMessage(messageId: string): void
  /** From now on interactions are sent to this address, signed, and no longer over the gateway. */
  deliverTo(url: string | undefined): void
  close(): Promise<void>
}

export async function startFakeDiscord(options: FakeDiscordOptions = {}): Promise<FakeDiscord> {
  const nowMs = options.now ?? Date.now
  const log = createFakeLog(options.logFile)
  const state: FakeState = {
    world: createWorld(),
    log,
    faults: createFaults(options.seed),
    messages: new Map(),
    interactions: new Map(),
    commands: new Map(),
    identifies: [],
    nowMs,
    newId: snowflakes(nowMs),
    gatewayUrl: () => `ws://127.0.0.1:${port()}/gateway`,
  }
  for (const entry of log.entries) remember(state, entry)
  const isLimited = options.isRateLimited !== false
  const server = createRestServer(state, isLimited ? createRateLimits(nowMs) : undefined)
  const port = () => (server.address() as AddressInfo).port
  server.listen(options.port ?? 0, '127.0.0.1')
  await once(server, 'listening')
  const gateway = createGateway(server, state, options.heartbeatMs ?? 41_250)
  let interactionsUrl: string | undefined
  const people = createPeople(state, (interaction, payload) => {
    if (interactionsUrl) void deliverOverHttp(state, interactionsUrl, interaction, payload)
    else gateway.dispatch('INTERACTION_CREATE', payload, payload.guild_id as string | undefined)
  })

  return {
    port: port(),
    apiUrl: `http://127.0.0.1:${port()}/api`,
    world: state.world,
    log,
    faults: state.faults,
    people,
    gateway,
    state,
    messagesIn: (channelId, to) =>
      [...state.messages.values()].filter(
        (each) =>
          each.channelId === channelId &&
          !each.isDeleted &&
          (!each.ephemeralTo || each.ephemeralTo === to),
      ),
    deliverMessage(messageId) {
      const message = state.messages.get(messageId)
      if (message) deliverText(state, gateway, message)
    },
    deliverTo(url) {
      interactionsUrl = url
    },
    async close() {
      gateway.stop()
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

/** Ids that grow with time and never repeat: https://docs.discord.com/developers/reference#snowflakes */
function snowflakes(nowMs: () => number): () => string {
  let last = 0n
  return () => {
    const least = (BigInt(Math.floor(nowMs())) - 1_420_070_400_000n) << 22n
    last = least > last ? least : last + 1n
    return String(last)
  }
}

function remember(state: FakeState, entry: LogEntry): void {
  if (entry.kind === 'message') {
    const message = entry.message as FakeMessage
    state.messages.set(message.id, message)
  }
  if (entry.kind === 'thread') {
    const thread = entry as unknown as Parameters<typeof createChannel>[0]
    state.world.channels.set(thread.id, createChannel({ ...thread, ownerId: state.world.botId }))
  }
  if (entry.kind === 'edit') {
    const message = state.messages.get(String(entry.id))
    if (message) message.body = { ...message.body, ...(entry.body as Json) }
  }
}

/** Without the privileged intent only messages that mention the bot have their content. */
function deliverText(state: FakeState, gateway: Gateway, message: FakeMessage): void {
  const { world } = state
  const wire = toWire(state, message)
  const text = String(wire.content)
  const isMentioned = text.includes(`<@${world.botId}>`)
  const guildId = world.channels.get(message.channelId)?.guildId
  const member = world.guilds.get(guildId ?? '')?.members.get(message.authorId)
  gateway.dispatch(
    'MESSAGE_CREATE',
    {
      ...wire,
      content: isMentioned ? text : '',
      mentions: isMentioned
        ? [{ id: world.botId, username: 'dateline', discriminator: '0', avatar: null, bot: true }]
        : [],
      ...(guildId ? { guild_id: guildId } : {}),
      ...(member
        ? {
            member: {
              roles: member.roles,
              nick: null,
              joined_at: '2025-12-01T00:00:00Z',
              deaf: false,
              mute: false,
              flags: 0,
            },
          }
        : {}),
    },
    guildId,
  )
}

/** Signed over timestamp and body; the response is the first answer. */
async function deliverOverHttp(
  state: FakeState,
  url: string,
  interaction: FakeInteraction,
  payload: Json,
): Promise<void> {
  const body = JSON.stringify(payload)
  const timestamp = String(Math.floor(state.nowMs() / 1000))
  const signature = sign(null, Buffer.from(timestamp + body), state.world.privateKey)
  const response = await fetch(url, {
    method: 'POST',
    body,
    headers: {
      'content-type': 'application/json',
      'x-signature-ed25519': signature.toString('hex'),
      'x-signature-timestamp': timestamp,
    },
  })
  const text = await response.text()
  const refusal =
    response.status === 200 && text !== ''
      ? takeAnswer(state, interaction, JSON.parse(text) as Json)
      : undefined
  state.log.add('http answer', { id: interaction.id, status: response.status, refusal })
}
