import { Routes } from 'discord.js'
import type { FindOutcome, MessageRef, OutgoingMessage } from '../../../domain/platform.ts'
import type { ChannelFacts, Channels } from './channels.ts'
import { hasMark, markOf } from './delivery-mark.ts'
import type { DiscordApi } from './discord-api.ts'
import { codeOf, outcomeOfError } from './outcome-of-error.ts'
import { refOf, threadOn } from './places.ts'
import { snowflakeAt } from './snowflake.ts'

type Message = { readonly id: string; readonly author: { readonly id: string } }
type Thread = { readonly id: string; readonly parent_id?: string | null }

/** Discord gives back the message that stands for the same nonce for "a few minutes"; this long is on the safe side. */
const nonceHoldsMs = 120_000
/** How far the platform's clock may be from ours. */
const clockToleranceMs = 60_000
const pageSize = 100
/** More messages than this since the attempt, and the listing counts as incomplete. */
const mostPages = 50

export type Search = {
  readonly api: DiscordApi
  readonly channels: Channels
  readonly now: Date
  /** The bot's own id; nobody else's message is ever taken for ours. */
  ownId(): Promise<string>
}

/** Looks for a message of unknown fate; while the nonce surely holds, posting it again is the safest look. */
export async function findMessage(
  search: Search,
  outgoing: OutgoingMessage,
  attemptedAt: Date,
): Promise<FindOutcome> {
  try {
    const isInForum =
      outgoing.message.place === 'channel' && (await search.channels.isForum(outgoing.channel.id))
    const ageMs = search.now.getTime() - attemptedAt.getTime()
    if (!isInForum && ageMs >= 0 && ageMs < nonceHoldsMs) return { kind: 'repeatable' }
    const after = snowflakeAt(new Date(attemptedAt.getTime() - clockToleranceMs))
    const message = isInForum
      ? await inForum(search, outgoing, after)
      : await inPlaces(search, outgoing, after)
    return message === undefined ? { kind: 'absent' } : { kind: 'found', message }
  } catch (error) {
    return outcomeOf(error)
  }
}

/** A part of a thread stands in the thread, or in the channel where no thread could be started. */
async function inPlaces(
  search: Search,
  outgoing: OutgoingMessage,
  after: string,
): Promise<MessageRef | undefined> {
  const { parent, channel, message } = outgoing
  const thread = message.place === 'thread' && parent ? [threadOn(parent)] : []
  for (const channelId of [...thread, channel.id]) {
    const id = await inChannel(search, channelId, markOf(outgoing.deliveryId), after)
    if (id !== undefined) return refOf(channel.id, { channelId, messageId: id })
  }
  return undefined
}

async function inChannel(
  search: Search,
  channelId: string,
  mark: string,
  after: string,
): Promise<string | undefined> {
  let from = after
  for (let page = 0; page < mostPages; page++) {
    const messages = await list(search.api, channelId, from)
    const ours = await search.ownId()
    const found = messages.find((each) => each.author.id === ours && hasMark(each, mark))
    if (found) return found.id
    if (messages.length < pageSize) return undefined
    from = messages.map(({ id }) => id).reduce((a, b) => (BigInt(a) > BigInt(b) ? a : b))
  }
  throw new Error('too many messages since the attempt')
}

async function list(
  api: DiscordApi,
  channelId: string,
  after: string,
): Promise<readonly Message[]> {
  try {
    return await api.get(Routes.channelMessages(channelId), { after, limit: String(pageSize) })
  } catch (error) {
    // A thread that was never started, or a channel that is gone, holds no message.
    if (codeOf(error) === 10003) return []
    throw error
  }
}

/** Posts of a forum are threads; the first message of each has the thread's id. */
async function inForum(
  { api, channels, ownId }: Search,
  outgoing: OutgoingMessage,
  after: string,
): Promise<MessageRef | undefined> {
  const forum: ChannelFacts = await channels.look(outgoing.channel.id)
  const active = await api.get<{ readonly threads: readonly Thread[] }>(
    Routes.guildActiveThreads(forum.guild_id ?? ''),
  )
  const archived = await api.get<{ readonly threads: readonly Thread[] }>(
    Routes.channelThreads(forum.id, 'public'),
  )
  const posts = [...active.threads, ...archived.threads].filter(
    ({ id, parent_id }) => (parent_id ?? forum.id) === forum.id && BigInt(id) > BigInt(after),
  )
  const ours = await ownId()
  for (const { id } of posts) {
    const first = await api.get<Message>(Routes.channelMessage(id, id))
    if (first.author.id === ours && hasMark(first, markOf(outgoing.deliveryId))) {
      return refOf(forum.id, { channelId: id, messageId: id })
    }
  }
  return undefined
}

function outcomeOf(error: unknown): FindOutcome {
  const outcome = outcomeOfError(error)
  if (outcome.kind === 'busy') {
    return {
      kind: 'failed',
      why: 'Discord asked to wait.',
      retryAfterMs: outcome.retryAfterMs,
    }
  }
  if (outcome.kind === 'refused') return { kind: 'cannot-look', why: outcome.why }
  const why = 'why' in outcome ? outcome.why : 'The message was deleted.'
  return { kind: 'failed', why, retryAfterMs: undefined }
}
