import type { Server } from 'node:http'
import { type WebSocket, WebSocketServer } from 'ws'
import { channelToWire } from './channel-routes.ts'
import type { FakeState, Json } from './fake-state.ts'
import { userOf } from './messages.ts'
import type { FakeGuild } from './world.ts'

/** https://docs.discord.com/developers/topics/opcodes-and-status-codes#gateway */
const op = {
  dispatch: 0,
  heartbeat: 1,
  identify: 2,
  resume: 6,
  reconnect: 7,
  invalidSession: 9,
  hello: 10,
  ack: 11,
} as const

const privileged = (1 << 1) | (1 << 8) | (1 << 15)
/** Without it no message of a server is sent at all. */
const guildMessages = 1 << 9
const mostBytes = 4096
const mostPerMinute = 120

type Session = {
  readonly id: string
  readonly shard: readonly [number, number]
  readonly intents: number
  readonly events: { readonly seq: number; readonly frame: string }[]
  seq: number
  socket: WebSocket | undefined
  isDead: boolean
}

export type Gateway = {
  /** Sends an event to the shard that has the server; undefined goes to shard 0. */
  dispatch(type: string, data: Json, guildId?: string): void
  /** How many shards are connected. */
  connected(): number
  /** Breaks every connection without a word. */
  drop(): void
  close(code: number): void
  /** Asks every client to connect again. */
  askToReconnect(): void
  invalidate(isResumable: boolean): void
  /** On the connections that stand, heartbeats are no longer answered, and nothing else is. */
  goSilent(): void
  /** Sessions are forgotten, so that none can be resumed. */
  forget(): void
  stop(): void
  /** What the gateway closes every new connection with, until undefined again. */
  refuseWith(code: number | undefined): void
}

export function createGateway(server: Server, state: FakeState, heartbeatMs: number): Gateway {
  const sockets = new WebSocketServer({ server, path: '/gateway', maxPayload: 1 << 20 })
  const sessions = new Map<string, Session>()
  let refusal: number | undefined
  const silent = new WeakSet<WebSocket>()

  sockets.on('connection', (socket) => {
    let session: Session | undefined
    let received: number[] = []
    state.log.add('gateway connected', {})
    if (refusal !== undefined) return socket.close(refusal)
    send(socket, { op: op.hello, d: { heartbeat_interval: heartbeatMs } })
    socket.on('error', () => undefined)
    socket.on('message', (data) => {
      if (silent.has(socket)) return
      const text = String(data)
      received = [...received.filter((at) => at > state.nowMs() - 60_000), state.nowMs()]
      if (received.length > mostPerMinute) return socket.close(4008)
      if (Buffer.byteLength(text) > mostBytes) return socket.close(4002)
      const frame = parse(text)
      if (!frame) return socket.close(4002)
      if (frame.op === op.heartbeat) return send(socket, { op: op.ack })
      if (frame.op === op.identify) {
        if (session) return socket.close(4005)
        session = identify(socket, frame.d as Json)
        return undefined
      }
      if (frame.op === op.resume) {
        session = resume(socket, frame.d as Json)
        return undefined
      }
      if (!session) socket.close(4003)
      return undefined
    })
    socket.on('close', (code) => {
      state.log.add('gateway closed', { code, session: session?.id })
      if (session?.socket === socket) session.socket = undefined
      // https://docs.discord.com/developers/events/gateway#initiating-a-disconnect
      if (session && (code === 1000 || code === 1001)) session.isDead = true
    })
  })

  function identify(socket: WebSocket, data: Json): Session | undefined {
    const shard = (data.shard ?? [0, 1]) as [number, number]
    state.log.add('identify', { shard, intents: data.intents })
    state.identifies.push({ atMs: state.nowMs() })
    if (data.token !== state.world.token) return refuse(socket, 4004)
    if (!(shard[0] < shard[1])) return refuse(socket, 4010)
    if ((Number(data.intents) & privileged) !== 0) return refuse(socket, 4014)
    const session: Session = {
      id: state.newId(),
      shard,
      intents: Number(data.intents),
      events: [],
      seq: 0,
      socket,
      isDead: false,
    }
    sessions.set(session.id, session)
    const guilds = [...state.world.guilds.values()].filter(({ id }) => isOn(session, id))
    emit(session, 'READY', {
      v: 10,
      user: userOf(state, state.world.botId, true),
      guilds: guilds.map(({ id }) => ({ id, unavailable: true })),
      session_id: session.id,
      resume_gateway_url: state.gatewayUrl(),
      shard,
      application: { id: state.world.applicationId, flags: 0 },
    })
    for (const guild of guilds) emit(session, 'GUILD_CREATE', guildToWire(state, guild))
    return session
  }

  function resume(socket: WebSocket, data: Json): Session | undefined {
    const session = sessions.get(String(data.session_id))
    state.log.add('resume', { session: data.session_id, isKnown: session !== undefined })
    if (data.token !== state.world.token) return refuse(socket, 4004)
    if (!session || session.isDead) {
      send(socket, { op: op.invalidSession, d: false })
      return undefined
    }
    if (Number(data.seq) > session.seq) return refuse(socket, 4007)
    session.socket = socket
    for (const { seq, frame } of session.events) if (seq > Number(data.seq)) socket.send(frame)
    emit(session, 'RESUMED', {})
    return session
  }

  function refuse(socket: WebSocket, code: number): undefined {
    socket.close(code)
  }

  function emit(session: Session, type: string, data: Json): void {
    if (type === 'MESSAGE_CREATE' && (session.intents & guildMessages) === 0) return
    session.seq += 1
    const frame = JSON.stringify({ op: op.dispatch, t: type, s: session.seq, d: data })
    session.events.push({ seq: session.seq, frame })
    session.socket?.send(frame)
  }

  /** https://docs.discord.com/developers/events/gateway#sharding */
  function isOn({ shard: [at, of] }: Session, guildId: string): boolean {
    return Number((BigInt(guildId) >> 22n) % BigInt(of)) === at
  }

  const each = (act: (session: Session, socket: WebSocket) => void) => {
    for (const session of sessions.values()) if (session.socket) act(session, session.socket)
  }

  return {
    dispatch(type, data, guildId) {
      const living = [...sessions.values()].filter(({ isDead }) => !isDead)
      const session = living.findLast((one) => (guildId ? isOn(one, guildId) : one.shard[0] === 0))
      if (session) emit(session, type, data)
    },
    connected: () => [...sessions.values()].filter(({ socket }) => socket).length,
    drop: () => each((_, socket) => socket.terminate()),
    close: (code) => each((_, socket) => socket.close(code)),
    askToReconnect: () => each((_, socket) => send(socket, { op: op.reconnect, d: null })),
    invalidate: (isResumable) =>
      each((session, socket) => {
        if (!isResumable) session.isDead = true
        send(socket, { op: op.invalidSession, d: isResumable })
      }),
    goSilent: () => each((_, socket) => silent.add(socket)),
    forget() {
      for (const session of sessions.values()) session.isDead = true
    },
    refuseWith(code) {
      refusal = code
    },
    stop() {
      for (const socket of sockets.clients) socket.terminate()
      sockets.close()
    },
  }
}

function send(socket: WebSocket, frame: Json): void {
  socket.send(JSON.stringify({ t: null, s: null, d: null, ...frame }))
}

function parse(text: string): { readonly op: number; readonly d: unknown } | undefined {
  try {
    return JSON.parse(text) as { op: number; d: unknown }
  } catch {
    return undefined
  }
}

function guildToWire(state: FakeState, guild: FakeGuild): Json {
  const channels = [...state.world.channels.values()].filter(({ guildId }) => guildId === guild.id)
  return {
    id: guild.id,
    name: guild.name,
    icon: null,
    owner_id: guild.ownerId,
    roles: guild.roles.map((role, position) => ({
      ...role,
      position,
      color: 0,
      colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
      hoist: false,
      managed: false,
      mentionable: false,
      permissions: '3072',
      flags: 0,
    })),
    emojis: [],
    stickers: [],
    features: [],
    channels: channels.filter(({ type }) => type !== 11).map(channelToWire),
    threads: channels.filter(({ type }) => type === 11).map(channelToWire),
    members: [],
    presences: [],
    voice_states: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
    member_count: guild.members.size,
    large: false,
    unavailable: false,
    joined_at: '2025-12-01T00:00:00.000Z',
    preferred_locale: guild.preferredLocale,
    verification_level: 0,
    default_message_notifications: 0,
    explicit_content_filter: 0,
    mfa_level: 0,
    nsfw_level: 0,
    premium_tier: 0,
    system_channel_flags: 0,
    afk_timeout: 300,
  }
}
