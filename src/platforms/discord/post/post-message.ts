import type { MessageRef, OutgoingMessage, PostOutcome } from '../../../domain/platform.ts'
import type { MessageBody } from '../render/components.ts'
import { toEmbedBody, toPlainBody } from '../render/simpler-bodies.ts'
import type { Channels } from './channels.ts'
import { markOf, withMark } from './delivery-mark.ts'
import type { DiscordApi } from './discord-api.ts'
import { postInForum } from './forum-post.ts'
import { codeOf, type Failure, outcomeOfError } from './outcome-of-error.ts'
import { deletedId } from './places.ts'
import { create, type Posting } from './posting.ts'
import { postInThread } from './thread-post.ts'

/** This kind of channel takes no messages: a forum takes posts. */
const noTextChannel = [50008, 50024]

/** Posts a message, or says whether it may be tried again. What Discord does not take is sent in a simpler form at once. */
export async function postMessage(
  api: DiscordApi,
  channels: Channels,
  outgoing: OutgoingMessage,
): Promise<PostOutcome> {
  const mark = markOf(outgoing.deliveryId)
  const body = withMark(outgoing.message.payload as MessageBody, mark)
  const posting = { api, channels, outgoing }
  for (const simpler of [body, toEmbedBody(body)]) {
    const outcome = await attempt(posting, simpler, mark)
    if (outcome.kind !== 'malformed' || outcome.code !== '50035') return outcome
  }
  return attempt(posting, toPlainBody(body), mark)
}

async function attempt(posting: Posting, body: MessageBody, mark: string): Promise<PostOutcome> {
  try {
    return { kind: 'posted', message: await send(posting, body, mark) }
  } catch (error) {
    return settled(outcomeOfError(error), posting.outgoing)
  }
}

async function send(posting: Posting, body: MessageBody, mark: string): Promise<MessageRef> {
  const { outgoing, channels } = posting
  const message = { ...body, nonce: mark, enforce_nonce: true }
  if (outgoing.message.place === 'thread' && outgoing.parent !== undefined) {
    return postInThread(posting, outgoing.parent, message)
  }
  if (channels.isKnownForum(outgoing.channel.id)) return postInForum(posting, body)
  try {
    return await create(posting, outgoing.channel.id, message)
  } catch (error) {
    const isForum = noTextChannel.includes(codeOf(error) ?? 0)
    if (isForum && (await channels.isForum(outgoing.channel.id))) return postInForum(posting, body)
    throw error
  }
}

/** A message that was posted and deleted since counts as posted: nobody wants it again. */
function settled(failure: Failure, outgoing: OutgoingMessage): PostOutcome {
  if (failure.kind !== 'deleted') return failure
  return { kind: 'posted', message: { channel: outgoing.channel, id: deletedId } }
}
