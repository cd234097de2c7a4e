import * as schemas from 'discord-api-spec/zod'
import type { Answer, FakeMessage, FakeState, Json, RestCall } from './fake-state.ts'
import { messageRefusal } from './message-rules.ts'
import { addMessage, toWire, withNonce } from './messages.ts'
import { invalidForm, type Refusal, refusals } from './refusal.ts'
import { type BotPermission, createChannel, type FakeChannel, overwriteOfBot } from './world.ts'

export type Outcome = Answer | Refusal

/** The channel, or what Discord says instead. */
function channelFor(
  { state }: RestCall,
  id: string,
  needs: BotPermission = 'view',
): FakeChannel | Refusal {
  const { world } = state
  // A message's id is a channel's only once a thread was started on it.
  const mayBe = !id.startsWith('9') && !state.messages.has(id)
  if (!world.channels.has(id) && world.anyChannelIn && mayBe) {
    world.channels.set(
      id,
      createChannel({ id, guildId: world.anyChannelIn, may: world.usualPermissions }),
    )
  }
  const channel = world.channels.get(id)
  if (!channel) return refusals.unknownChannel
  const { may } = channel.parentId ? (world.channels.get(channel.parentId) ?? channel) : channel
  if (!may.has('view')) return refusals.missingAccess
  return may.has(needs) ? channel : refusals.missingPermissions
}

export function isRefusal(value: object): value is Refusal {
  return 'code' in value && 'message' in value && 'status' in value
}

const threadTypes = [10, 11, 12]

export function getChannel(call: RestCall): Outcome {
  const channel = channelFor(call, call.params[0] ?? '')
  return isRefusal(channel) ? channel : { status: 200, body: channelToWire(channel) }
}

export function patchChannel(call: RestCall): Outcome {
  const channel = channelFor(call, call.params[0] ?? '', 'manage-threads')
  if (isRefusal(channel)) return channel
  if (typeof call.body.archived === 'boolean') channel.archived = call.body.archived
  return { status: 200, body: channelToWire(channel) }
}

export function channelToWire(channel: FakeChannel): Json {
  const isThread = threadTypes.includes(channel.type)
  return {
    id: channel.id,
    type: channel.type,
    name: channel.name,
    flags: channel.flags,
    position: 0,
    permission_overwrites: [...channel.overwrites, overwriteOfBot(channel)],
    ...(channel.guildId ? { guild_id: channel.guildId } : {}),
    ...(channel.parentId ? { parent_id: channel.parentId } : {}),
    ...(channel.type === 15 ? { available_tags: channel.tags } : {}),
    ...(isThread
      ? {
          owner_id: channel.ownerId,
          applied_tags: channel.appliedTags ?? [],
          message_count: 0,
          member_count: 1,
          thread_metadata: {
            archived: channel.archived,
            auto_archive_duration: 1440,
            archive_timestamp: '2025-12-02T07:00:00.000Z',
            locked: false,
          },
        }
      : {}),
  }
}

/** Create Message: https://docs.discord.com/developers/resources/message#create-message */
export function postMessage(call: RestCall): Outcome {
  const id = call.params[0] ?? ''
  const isThread = threadTypes.includes(call.state.world.channels.get(id)?.type ?? 0)
  const channel = channelFor(call, id, isThread ? 'send-in-threads' : 'send')
  if (isRefusal(channel)) return channel
  if ([15, 16, 4].includes(channel.type)) return refusals.notText
  if (channel.isClosed) return refusals.cannotWriteTo
  if (channel.archived) return refusals.threadArchived
  const refusal = call.files.length > 0 ? undefined : messageRefusal(call.body)
  if (refusal) return refusal
  return withoutDoubling(call, channel)
}

/** With `enforce_nonce` the message that stands is given back; one that was deleted is unknown. */
function withoutDoubling(call: RestCall, channel: FakeChannel): Outcome {
  const { nonce, enforce_nonce: isEnforced } = call.body
  const key = typeof nonce === 'string' ? nonce : undefined
  const earlier = isEnforced === true && key ? withNonce(call.state, channel.id, key) : undefined
  if (earlier?.isDeleted) return refusals.unknownMessage
  if (earlier) return { status: 200, body: toWire(call.state, earlier) }
  const { body, files } = call
  const message = addMessage(call.state, { channelId: channel.id, body, files, nonce: key })
  return { status: 200, body: toWire(call.state, message) }
}

export function listMessages(call: RestCall): Outcome {
  const channel = channelFor(call, call.params[0] ?? '', 'history')
  if (isRefusal(channel)) return channel
  const limit = Number(call.query.get('limit') ?? 50)
  if (!(limit >= 1 && limit <= 100)) return invalidForm('limit: must be between 1 and 100')
  const after = call.query.get('after')
  const standing = [...call.state.messages.values()]
    .filter((each) => each.channelId === channel.id && !each.isDeleted && !each.ephemeralTo)
    .filter(({ id }) => after === null || BigInt(id) > BigInt(after))
    .sort((a, b) => (BigInt(a.id) < BigInt(b.id) ? -1 : 1))
  const page = after === null ? standing.slice(-limit) : standing.slice(0, limit)
  return { status: 200, body: page.reverse().map((each) => toWire(call.state, each)) }
}

function messageFor(call: RestCall, needs: BotPermission): FakeMessage | Refusal {
  const [channelId = '', messageId = ''] = call.params
  const channel = channelFor(call, channelId, needs)
  if (isRefusal(channel)) return channel
  const message = call.state.messages.get(messageId)
  const isThere = message && message.channelId === channelId && !message.isDeleted
  return isThere ? message : refusals.unknownMessage
}

export function getMessage(call: RestCall): Outcome {
  const message = messageFor(call, 'history')
  return isRefusal(message) ? message : { status: 200, body: toWire(call.state, message) }
}

export function patchMessage(call: RestCall): Outcome {
  const message = messageFor(call, 'view')
  if (isRefusal(message)) return message
  if (message.authorId !== call.state.world.botId) return refusals.notOurs
  const refusal = editRefusal(message, call.body)
  if (refusal) return refusal
  return { status: 200, body: toWire(call.state, edited(call.state, message, call.body)) }
}

const componentsV2 = 1 << 15

/** The flag of Components V2 cannot be taken off again. */
export function editRefusal(message: FakeMessage, body: Json): Refusal | undefined {
  const had = (Number(message.body.flags ?? 0) & componentsV2) !== 0
  const has = (Number(body.flags ?? message.body.flags ?? 0) & componentsV2) !== 0
  if (had && !has) return invalidForm('flags: The Components V2 flag cannot be removed')
  return messageRefusal(
    { ...body, flags: had ? Number(body.flags ?? 0) | componentsV2 : body.flags },
    true,
  )
}

export function edited(state: FakeState, message: FakeMessage, body: Json): FakeMessage {
  message.body = { ...message.body, ...body }
  message.editedAtMs = state.nowMs()
  state.log.add('edit', { id: message.id, channelId: message.channelId, body })
  return message
}

export function deleteMessage(call: RestCall): Outcome {
  const message = messageFor(call, 'view')
  if (isRefusal(message)) return message
  message.isDeleted = true
  return { status: 204 }
}

/** A thread on a message has the message's id. */
export function startThread(call: RestCall): Outcome {
  const [channelId = '', messageId = ''] = call.params
  const channel = channelFor(call, channelId, 'create-threads')
  if (isRefusal(channel)) return channel
  const parsed = schemas.CreateTextThreadWithMessageRequestSchema.safeParse(call.body)
  if (!parsed.success) return invalidForm(parsed.error.message)
  if (nameFault(call.body.name)) return invalidForm('name: must be between 1 and 100 in length')
  const message = call.state.messages.get(messageId)
  if (!message || message.isDeleted || message.channelId !== channelId)
    return refusals.unknownMessage
  if (call.state.world.channels.has(messageId)) return refusals.threadExists
  const thread = createChannel({
    id: messageId,
    type: channel.type === 5 ? 10 : 11,
    name: String(call.body.name),
    guildId: channel.guildId,
    parentId: channel.id,
    ownerId: call.state.world.botId,
  })
  addThread(call, thread)
  return { status: 201, body: channelToWire(thread) }
}

function addThread({ state }: RestCall, thread: FakeChannel): void {
  state.world.channels.set(thread.id, thread)
  state.log.add('thread', {
    id: thread.id,
    parentId: thread.parentId,
    name: thread.name,
    type: thread.type,
    guildId: thread.guildId,
    appliedTags: thread.appliedTags,
  })
}

function nameFault(name: unknown): boolean {
  return typeof name !== 'string' || name.trim() === '' || name.length > 100
}

const requiresTag = 1 << 4

/** A post of a forum: a thread whose first message has its id. There is no nonce here. */
export function startForumPost(call: RestCall): Outcome {
  const channel = channelFor(call, call.params[0] ?? '', 'send')
  if (isRefusal(channel)) return channel
  if (channel.type !== 15) return invalidForm('type: only posts of forums are made here')
  const { name, message, applied_tags: tags = [] } = call.body
  const parsed = schemas.CreateForumThreadRequestSchema.safeParse(call.body)
  if (!parsed.success) return invalidForm(parsed.error.message)
  if (nameFault(name)) return invalidForm('name: must be between 1 and 100 in length')
  const refusal = messageRefusal(message as Json)
  if (refusal) return refusal
  const needsTag = (channel.flags & requiresTag) !== 0
  if (needsTag && (tags as unknown[]).length === 0) {
    return { status: 400, code: 40067, message: 'A tag is required to create a forum post' }
  }
  const id = call.state.newId()
  const thread = createChannel({
    id,
    type: 11,
    name: String(name),
    guildId: channel.guildId,
    parentId: channel.id,
    ownerId: call.state.world.botId,
    appliedTags: tags as string[],
  })
  addThread(call, thread)
  const first = addMessage(call.state, { id, channelId: id, body: message as Json })
  return { status: 201, body: { ...channelToWire(thread), message: toWire(call.state, first) } }
}

export function activeThreads(call: RestCall): Outcome {
  const guildId = call.params[0]
  const threads = [...call.state.world.channels.values()].filter(
    (each) => each.guildId === guildId && each.type === 11 && !each.archived,
  )
  return { status: 200, body: { threads: threads.map(channelToWire), members: [] } }
}

export function archivedThreads(call: RestCall): Outcome {
  const channel = channelFor(call, call.params[0] ?? '', 'history')
  if (isRefusal(channel)) return channel
  const threads = [...call.state.world.channels.values()].filter(
    (each) => each.parentId === channel.id && each.archived,
  )
  return {
    status: 200,
    body: { threads: threads.map(channelToWire), members: [], has_more: false },
  }
}
