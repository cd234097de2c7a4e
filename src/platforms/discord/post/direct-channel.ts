import { Routes } from 'discord.js'
import type { DiscordApi } from './discord-api.ts'

/** The conversation of the bot with one person, opened if there is none; it has an id of its own. */
export async function openDirect(api: DiscordApi, personId: string): Promise<string> {
  const direct = await api.post<{ readonly id: string }>(Routes.userChannels(), {
    recipient_id: personId,
  })
  return direct.id
}
