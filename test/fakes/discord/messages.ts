import type { FakeFile, FakeMessage, FakeState, Json } from './fake-state.ts'

/** "Unique in the past few minutes": https://docs.discord.com/developers/resources/message#create-message */
const nonceMs = 300_000

/** The message that was made with this nonce in the last minutes, also when it was deleted since. */
export function withNonce(
  state: FakeState,
  channelId: string,
  nonce: string,
): FakeMessage | undefined {
  const since = state.nowMs() - nonceMs
  return [...state.messages.values()].findLast(
    (each) => each.nonce === nonce && each.channelId === channelId && each.atMs > since,
  )
}

export function addMessage(
  state: FakeState,
  made: {
    readonly id?: string
    readonly channelId: string
    readonly body: Json
    readonly files?: readonly FakeFile[]
    readonly nonce?: string | undefined
    readonly authorId?: string
    readonly ephemeralTo?: string | undefined
  },
): FakeMessage {
  const message: FakeMessage = {
    id: made.id ?? state.newId(),
    channelId: made.channelId,
    authorId: made.authorId ?? state.world.botId,
    body: made.body,
    nonce: made.nonce,
    atMs: state.nowMs(),
    ephemeralTo: made.ephemeralTo,
    editedAtMs: undefined,
    isDeleted: false,
    files: made.files ?? [],
  }
  state.messages.set(message.id, message)
  state.log.add('message', { message })
  return message
}

/** The message as Discord gives it back. */
export function toWire(state: FakeState, message: FakeMessage): Json {
  const { body } = message
  const isBot = message.authorId === state.world.botId
  return {
    id: message.id,
    channel_id: message.channelId,
    type: 0,
    content: body.content ?? '',
    embeds: body.embeds ?? [],
    components: body.components ?? [],
    flags: Number(body.flags ?? 0),
    attachments: message.files.map(({ name, text }, at) => ({
      id: String(at),
      filename: name,
      size: text.length,
      url: `https://cdn.discordapp.com/attachments/${message.id}/${name}`,
      proxy_url: `https://media.discordapp.net/attachments/${message.id}/${name}`,
    })),
    author: userOf(state, message.authorId, isBot),
    timestamp: new Date(message.atMs).toISOString(),
    edited_timestamp: message.editedAtMs ? new Date(message.editedAtMs).toISOString() : null,
    tts: false,
    pinned: false,
    mention_everyone: false,
    mentions: [],
    mention_roles: [],
    ...(message.nonce === undefined ? {} : { nonce: message.nonce }),
  }
}

export function userOf(state: FakeState, userId: string, isBot: boolean): Json {
  const members = [...state.world.guilds.values()].flatMap((guild) => [...guild.members.values()])
  const name = isBot ? 'Dateline' : (members.find((each) => each.userId === userId)?.name ?? 'Dee')
  return {
    id: userId,
    username: name.toLowerCase(),
    global_name: name,
    discriminator: '0',
    avatar: null,
    bot: isBot,
  }
}
