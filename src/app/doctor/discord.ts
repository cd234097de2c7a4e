import type { DiscordSettings } from '../../config/settings.ts'
import { checkDiscord } from '../../platforms/discord/check-discord.ts'
import { type Finding, fault, ok, warning } from './finding.ts'

/** Whether Discord takes our token, and what the bot may do in each channel of a digest. */
export async function examineDiscord(
  { token, apiUrl }: DiscordSettings,
  channels: readonly string[],
): Promise<readonly Finding[]> {
  const { bot, closed, poorer } = await checkDiscord({ token, apiUrl, channels })
  if (bot.kind === 'refused') return [fault('Discord', `DISCORD_TOKEN: ${bot.why}`)]
  const open = channels.length - closed.length
  return [
    ok('Discord', `the token is that of ${bot.name}`),
    ...closed.map(({ id, why }) => fault('Discord channel', `${id}: ${why}`)),
    ...poorer.map(({ id, losses }) => warning('Discord channel', `${id}: ${losses.join('; ')}.`)),
    ...(open > 0 ? [ok('Discord channel', `${open} can be posted to`)] : []),
  ]
}
