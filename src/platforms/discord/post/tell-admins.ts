import { Routes } from 'discord.js'
import type { Document } from '../../../domain/document.ts'
import type { WorkspaceId } from '../../../domain/ids.ts'
import type { PostOutcome } from '../../../domain/platform.ts'
import { renderReply } from '../render/render-discord.ts'
import { guildOf } from './channels.ts'
import { openDirect } from './direct-channel.ts'
import type { DiscordApi } from './discord-api.ts'
import { outcomeOfError } from './outcome-of-error.ts'
import { deletedId, refOf } from './places.ts'

type Guild = { readonly owner_id: string; readonly public_updates_channel_id?: string | null }

/** A direct message to the server's owner; where they take none, the channel that Discord keeps for its moderators. */
export async function tellAdmins(
  api: DiscordApi,
  workspaceId: WorkspaceId,
  document: Document,
): Promise<PostOutcome> {
  try {
    const guildId = guildOf(workspaceId)
    const guild = guildId && (await api.get<Guild>(Routes.guild(guildId)))
    const owner = guild ? guild.owner_id : personOf(workspaceId)
    const inPerson = await tellPerson(api, owner, document)
    const channelId = guild ? guild.public_updates_channel_id : undefined
    if (inPerson.kind !== 'refused' || !channelId) return inPerson
    return await tellChannel(api, channelId, document)
  } catch (error) {
    return withoutDeleted(error)
  }
}

function personOf(workspaceId: WorkspaceId): string {
  return workspaceId.replace(/^discord:@/, '')
}

async function tellPerson(
  api: DiscordApi,
  personId: string,
  document: Document,
): Promise<PostOutcome> {
  try {
    return await tellChannel(api, await openDirect(api, personId), document)
  } catch (error) {
    return withoutDeleted(error)
  }
}

async function tellChannel(
  api: DiscordApi,
  channelId: string,
  document: Document,
): Promise<PostOutcome> {
  let last = deletedId
  for (const body of renderReply(document)) {
    last = (await api.post<{ readonly id: string }>(Routes.channelMessages(channelId), body)).id
  }
  return { kind: 'posted', message: refOf(channelId, { channelId, messageId: last }) }
}

function withoutDeleted(error: unknown): PostOutcome {
  const outcome = outcomeOfError(error)
  if (outcome.kind !== 'deleted') return outcome
  return { kind: 'not-sent', why: 'The message was deleted.', unreachable: false }
}
