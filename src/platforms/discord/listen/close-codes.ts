/**
 * Close codes after which trying again can only fail, and what to do about each.
 * https://docs.discord.com/developers/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes
 */
const finalCloses: Readonly<Record<number, string>> = {
  4004: 'Discord does not accept the bot’s token. Set DISCORD_TOKEN to the current one and start Dateline again.',
  4010: 'Discord does not know this shard. Check DISCORD_SHARDS and start Dateline again.',
  4011: 'The bot is on too many servers for one connection. Set DISCORD_SHARDS and start Dateline again.',
  4012: 'Discord no longer speaks this version of its gateway. Update Dateline.',
  4013: 'Discord does not know an intent that Dateline asks for. Update Dateline.',
  4014: 'Discord does not allow an intent that Dateline asks for. Check the bot’s intents in the developer portal and start Dateline again.',
}

/** What to do about a close after which nothing is heard any more; undefined when connecting again may help. */
export function finalWords(code: number | undefined): string | undefined {
  return finalCloses[code ?? 0]
}
