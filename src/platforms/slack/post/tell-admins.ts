import type { WebClient } from '@slack/web-api'
import type { Document } from '../../../domain/document.ts'
import { type PersonId, personId, type WorkspaceId } from '../../../domain/ids.ts'
import type { PostOutcome } from '../../../domain/platform.ts'
import { slackPayload } from '../render/render-message.ts'
import type { Tokens } from '../tokens/tokens.ts'
import { type CallOutcome, withToken } from './with-token.ts'

/** Nobody wants a message to a whole committee; these will pass it on. */
const mostTold = 3

/** A direct message to who installed the bot, or else to the first few who own or administer the workspace. */
export async function tellAdmins(
  client: WebClient,
  tokens: Tokens,
  workspaceId: WorkspaceId,
  document: Document,
): Promise<PostOutcome> {
  const admins = await adminsOf(client, tokens, workspaceId)
  if (admins.kind !== 'done') return admins
  let last: PostOutcome = nobody
  for (const admin of admins.value) {
    const outcome = await withToken(tokens, workspaceId, (token) =>
      client.apiCall('chat.postMessage', { ...slackPayload(document), token, channel: admin }),
    )
    last = outcome.kind === 'done' ? toldBy(outcome.value, admin) : outcome
  }
  return last
}

const nobody: PostOutcome = {
  kind: 'refused',
  scope: 'channel',
  code: 'no_admin_known',
  why: 'I do not know who administers this workspace.',
}

function toldBy(answer: object, admin: PersonId): PostOutcome {
  const id = 'ts' in answer ? String(answer.ts) : ''
  return { kind: 'posted', message: { channel: { platform: 'slack', id: admin }, id } }
}

async function adminsOf(
  client: WebClient,
  tokens: Tokens,
  workspaceId: WorkspaceId,
): Promise<CallOutcome<readonly PersonId[]>> {
  const installer = await tokens.installerOf(workspaceId)
  if (installer) return { kind: 'done', value: [installer] }
  const outcome = await withToken(tokens, workspaceId, (token) =>
    client.users.list({ token, limit: 200 }),
  )
  if (outcome.kind !== 'done') return outcome
  const { members = [] } = outcome.value
  const ids = members
    .filter((member) => (member.is_owner || member.is_admin) && !member.deleted)
    .filter((member) => `slack:${member.team_id}` === workspaceId)
    .sort((a, b) => Number(b.is_primary_owner ?? false) - Number(a.is_primary_owner ?? false))
    .flatMap(({ id }) => (id ? [personId(id)] : []))
  return { kind: 'done', value: ids.slice(0, mostTold) }
}
