import type { WebClient } from '@slack/web-api'
import type { MessageRef, OutgoingMessage, PostOutcome } from '../../../domain/platform.ts'
import type { SlackPayload } from '../render/render-message.ts'
import type { Tokens } from '../tokens/tokens.ts'
import { deliveryMark } from './delivery-mark.ts'
import { withToken } from './with-token.ts'

/** Posts once; the bytes are the stored ones, with the mark of their delivery. */
export async function postMessage(
  client: WebClient,
  tokens: Tokens,
  outgoing: OutgoingMessage,
): Promise<PostOutcome> {
  const { channel, deliveryId, message, parent, workspaceId } = outgoing
  const thread = message.place === 'thread' && parent ? { thread_ts: parent.id } : {}
  const outcome = await withToken(tokens, workspaceId, (token) =>
    client.apiCall('chat.postMessage', {
      ...message.payload,
      ...thread,
      token,
      channel: channel.id,
      metadata: deliveryMark(deliveryId),
    }),
  )
  return outcome.kind === 'done' ? posted(outgoing, outcome.value) : outcome
}

/** Puts other words in place of the message that stands there. */
export async function editMessage(
  client: WebClient,
  tokens: Tokens,
  standing: MessageRef,
  { deliveryId, message, workspaceId }: OutgoingMessage,
): Promise<PostOutcome> {
  const { text, blocks } = message.payload as SlackPayload
  const outcome = await withToken(tokens, workspaceId, (token) =>
    client.apiCall('chat.update', {
      token,
      channel: standing.channel.id,
      ts: standing.id,
      text,
      blocks,
      parse: 'none',
      metadata: deliveryMark(deliveryId),
    }),
  )
  return outcome.kind === 'done' ? { kind: 'posted', message: standing } : outcome
}

function posted({ channel }: OutgoingMessage, answer: object): PostOutcome {
  const ts = 'ts' in answer ? answer.ts : undefined
  return typeof ts === 'string'
    ? { kind: 'posted', message: { channel, id: ts } }
    : { kind: 'unknown', why: 'Slack did not say which message it made.' }
}
