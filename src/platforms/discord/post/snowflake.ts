/** The first second of 2015: https://docs.discord.com/developers/reference#snowflakes */
const discordEpochMs = 1_420_070_400_000n

/** The smallest id that something made at this instant can have. */
export function snowflakeAt(at: Date): string {
  const sinceMs = BigInt(at.getTime()) - discordEpochMs
  return String((sinceMs > 0n ? sinceMs : 0n) << 22n)
}
