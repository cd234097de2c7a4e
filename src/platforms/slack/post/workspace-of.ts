import type { WebClient } from '@slack/web-api'
import type { ChannelRef } from '../../../domain/channel.ts'
import type { WorkspaceId } from '../../../domain/ids.ts'
import type { Tokens } from '../tokens/tokens.ts'
import { withToken } from './with-token.ts'

/** The workspace in which the bot sees the channel; the only one there is where it may not look. */
export async function workspaceOf(
  client: WebClient,
  tokens: Tokens,
  channel: ChannelRef,
): Promise<WorkspaceId | undefined> {
  if (channel.platform !== 'slack') return undefined
  const workspaces = await tokens.workspaces()
  for (const workspaceId of workspaces) {
    const outcome = await withToken(tokens, workspaceId, (token) =>
      client.conversations.info({ token, channel: channel.id }),
    )
    if (outcome.kind === 'done') return workspaceId
    const mayNotLook = outcome.kind === 'refused' && outcome.code === 'missing_scope'
    if (mayNotLook && workspaces.length === 1) return workspaceId
  }
  return undefined
}
