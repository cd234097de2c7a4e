import { REST, Routes } from 'discord.js'
import type { ReplyFile } from '../../../domain/command.ts'

type Body = Readonly<Record<string, unknown>>

/** How an interaction is answered. Its first answer goes over the API or is the response to the HTTP request. */
export type InteractionApi = {
  answer(interaction: Key, body: Body): Promise<void>
  editOriginal(interaction: Key, body: Body, file?: ReplyFile): Promise<void>
  deleteOriginal(interaction: Key): Promise<void>
  followUp(interaction: Key, body: Body, file?: ReplyFile): Promise<void>
  putCommands(applicationId: string, commands: readonly Body[]): Promise<void>
  commands(applicationId: string): Promise<readonly Body[]>
  applicationId(): Promise<string>
  /** The language that a server prefers; a message does not tell its author's. Undefined where Discord does not say. */
  guildLocale(guildId: string): Promise<string | undefined>
  /** A message in a channel, in answer to another one. */
  say(channelId: string, body: Body): Promise<void>
}

/** What an interaction is answered by. */
type Key = { readonly id: string; readonly token: string; readonly application_id: string }

/** Answers wait for limits as the SDK does it: they are asked for by a person, and few. */
export function createInteractionApi(token: string, apiUrl: string | undefined): InteractionApi {
  const rest = new REST({
    version: '10',
    retries: 0,
    timeout: 10_000,
    ...(apiUrl === undefined ? {} : { api: apiUrl }),
  }).setToken(token)
  const original = (key: Key) => Routes.webhookMessage(key.application_id, key.token)
  return {
    async answer({ id, token: own }, body) {
      await rest.post(Routes.interactionCallback(id, own), { body, auth: false })
    },
    async editOriginal(key, body, file) {
      await rest.patch(original(key), { body, auth: false, ...attached(file) })
    },
    async deleteOriginal(key) {
      await rest.delete(original(key), { auth: false })
    },
    async followUp(key, body, file) {
      const route = Routes.webhook(key.application_id, key.token)
      await rest.post(route, { body, auth: false, ...attached(file) })
    },
    async putCommands(applicationId, commands) {
      await rest.put(Routes.applicationCommands(applicationId), { body: commands })
    },
    async commands(applicationId) {
      const query = new URLSearchParams({ with_localizations: 'true' })
      return (await rest.get(Routes.applicationCommands(applicationId), { query })) as Body[]
    },
    async applicationId() {
      return ((await rest.get(Routes.currentApplication())) as { readonly id: string }).id
    },
    async guildLocale(guildId) {
      try {
        const guild = (await rest.get(Routes.guild(guildId))) as { preferred_locale?: string }
        return guild.preferred_locale
      } catch {
        return undefined
      }
    },
    async say(channelId, body) {
      await rest.post(Routes.channelMessages(channelId), { body })
    },
  }
}

function attached(file: ReplyFile | undefined) {
  if (file === undefined) return {}
  return { files: [{ name: file.name, data: file.text, contentType: file.mediaType }] }
}
