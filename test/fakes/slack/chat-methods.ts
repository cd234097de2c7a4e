import { blocksFault } from './check-blocks.ts'
import { type Call, fail, type Json, type Method } from './method.ts'
import { type Channel, createChannel, type Workspace } from './world.ts'

const mostTextUnits = 40_000

/** The channel that is meant, or Slack's word for why nothing can be posted there. */
export function channelOf(workspace: Workspace, id: unknown): Channel | string {
  if (typeof id !== 'string') return 'channel_not_found'
  if (workspace.people.has(id)) return { ...createChannel(`D${id}`), isMember: true }
  if (id.startsWith('D')) return { ...createChannel(id), isMember: true }
  const known = workspace.channels.get(id)
  if (known) return known
  if (!workspace.anyChannel || !/^[CG]/.test(id)) return 'channel_not_found'
  const made = createChannel(id)
  workspace.channels.set(id, made)
  return made
}

function channelForPosting({ workspace, args }: Call): Channel | string {
  const channel = channelOf(workspace, args.channel)
  if (typeof channel === 'string') return channel
  if (channel.isPrivate && !channel.isMember) return 'channel_not_found'
  if (channel.isArchived) return 'is_archived'
  if (channel.refusal) return channel.refusal
  if (!channel.isMember && !workspace.scopes.has('chat:write.public')) return 'not_in_channel'
  return channel
}

/** What is wrong with what a message says, whoever sends it. */
export function contentFault(args: Json): string | undefined {
  const hasBlocks = Array.isArray(args.blocks) && args.blocks.length > 0
  if (!hasBlocks && (typeof args.text !== 'string' || args.text === '')) return 'no_text'
  if (typeof args.text === 'string' && args.text.length > mostTextUnits) return 'msg_too_long'
  return args.blocks === undefined ? undefined : blocksFault(args.blocks, 'message')?.error
}

function metadataFault(metadata: unknown): string | undefined {
  if (metadata === undefined) return undefined
  const { event_type: type, event_payload: payload } = metadata as Json
  if (typeof type !== 'string' || typeof payload !== 'object') return 'invalid_metadata_format'
  return JSON.stringify(metadata).length > 8000 ? 'metadata_too_large' : undefined
}

const postMessage: Method = {
  scopes: ['chat:write'],
  run(call, state) {
    const { args, workspace } = call
    const channel = channelForPosting(call)
    if (typeof channel === 'string') return fail(channel)
    const fault = contentFault(args) ?? metadataFault(args.metadata)
    if (fault) return fail(fault)
    const threadTs = typeof args.thread_ts === 'string' ? args.thread_ts : undefined
    if (threadTs && !state.messages.find(workspace.teamId, channel.id, threadTs)) {
      return fail('thread_not_found')
    }
    const message = state.messages.post({
      teamId: workspace.teamId,
      channel: channel.id,
      threadTs,
      text: String(args.text ?? ''),
      blocks: args.blocks,
      metadata: args.metadata,
    })
    return { channel: channel.id, ts: message.ts, message: shown(message, workspace) }
  },
}

const postEphemeral: Method = {
  scopes: ['chat:write'],
  run(call, state) {
    const channel = channelForPosting(call)
    if (typeof channel === 'string') return fail(channel)
    const fault = contentFault(call.args)
    if (fault) return fail(fault)
    if (!call.workspace.people.has(String(call.args.user))) return fail('user_not_in_channel')
    state.log.add('ephemeral', { channel: channel.id, args: call.args })
    return { message_ts: `${Math.floor(Date.now() / 1000)}.999999` }
  },
}

const update: Method = {
  scopes: ['chat:write'],
  run({ args, workspace }, state) {
    const channel = channelOf(workspace, args.channel)
    if (typeof channel === 'string') return fail(channel)
    const message = state.messages.find(workspace.teamId, channel.id, String(args.ts))
    if (!message) return fail('message_not_found')
    const fault = contentFault(args) ?? metadataFault(args.metadata)
    if (fault) return fail(fault)
    message.text = String(args.text ?? '')
    message.blocks = args.blocks
    message.edited = true
    if (args.metadata !== undefined) message.metadata = args.metadata
    state.log.add('edited', { channel: channel.id, ts: message.ts, args })
    return { channel: channel.id, ts: message.ts, text: message.text }
  },
}

/** A message as `conversations.history` shows it. */
export function shown(
  message: { ts: string; threadTs: string | undefined; text: string; metadata: unknown },
  workspace: Workspace,
  withMetadata = false,
): Json {
  return {
    type: 'message',
    bot_id: workspace.botId,
    user: workspace.botUserId,
    app_id: 'A0001',
    ts: message.ts,
    text: message.text,
    ...(message.threadTs ? { thread_ts: message.threadTs } : {}),
    ...(withMetadata && message.metadata ? { metadata: message.metadata } : {}),
  }
}

export const chatMethods: Readonly<Record<string, Method>> = {
  'chat.postMessage': postMessage,
  'chat.postEphemeral': postEphemeral,
  'chat.update': update,
}
