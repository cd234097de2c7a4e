import type { WebClient } from '@slack/web-api'
import type { FindOutcome, OutgoingMessage } from '../../../domain/platform.ts'
import type { Tokens } from '../tokens/tokens.ts'
import { hasMark } from './delivery-mark.ts'
import { type CallFailure, withToken } from './with-token.ts'

/** How far the clocks of the host and of Slack may be apart. */
const clockToleranceMs = 60_000

/** More than this many pages of messages since the try is a channel in which we stop looking. */
const mostPages = 10
const pageSize = 200

/** Slack's words for "you may not read here"; a message there can only be sent again at our risk. */
const unreadable: ReadonlySet<string> = new Set([
  'missing_scope',
  'not_in_channel',
  'channel_not_found',
  'not_allowed_token_type',
  'no_permission',
  'method_not_supported_for_channel_type',
])

/** Looks through what was posted since the try for the mark of the delivery. */
export async function findMessage(
  client: WebClient,
  tokens: Tokens,
  outgoing: OutgoingMessage,
  since: Date,
): Promise<FindOutcome> {
  const oldest = String((since.getTime() - clockToleranceMs) / 1000)
  let cursor: string | undefined
  for (let page = 0; page < mostPages; page += 1) {
    const outcome = await withToken(tokens, outgoing.workspaceId, (token) =>
      listing(client, outgoing, { token, oldest, ...(cursor ? { cursor } : {}) }),
    )
    if (outcome.kind !== 'done') return whyNot(outcome)
    const { messages = [], response_metadata: more } = outcome.value
    const standing = messages.find((message) => hasMark(message, outgoing.deliveryId))
    if (standing?.ts) {
      return { kind: 'found', message: { channel: outgoing.channel, id: standing.ts } }
    }
    cursor = more?.next_cursor
    if (!cursor) return { kind: 'absent' }
  }
  return { kind: 'cannot-look', why: 'Too many messages were posted there since.' }
}

type Page = { readonly token: string; readonly oldest: string; readonly cursor?: string }

/** A thread's replies are not in the history of its channel. */
function listing(client: WebClient, { channel, message, parent }: OutgoingMessage, page: Page) {
  const asked = { ...page, channel: channel.id, limit: pageSize, include_all_metadata: true }
  return message.place === 'thread' && parent
    ? client.conversations.replies({ ...asked, ts: parent.id })
    : client.conversations.history(asked)
}

function whyNot(failure: CallFailure): FindOutcome {
  switch (failure.kind) {
    case 'busy':
      return { kind: 'failed', why: 'Slack asks to wait.', retryAfterMs: failure.retryAfterMs }
    case 'malformed':
      if (failure.code === 'thread_not_found') return { kind: 'absent' }
      return { kind: 'failed', why: failure.why, retryAfterMs: undefined }
    case 'refused':
      return unreadable.has(failure.code)
        ? { kind: 'cannot-look', why: failure.why }
        : { kind: 'failed', why: failure.why, retryAfterMs: undefined }
    default:
      return { kind: 'failed', why: failure.why, retryAfterMs: undefined }
  }
}
