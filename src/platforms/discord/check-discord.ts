import { Routes } from 'discord.js'
import { permissionBits, permissionsIn, type Roles } from './permissions.ts'
import type { ChannelFacts } from './post/channels.ts'
import { createDiscordApi, type DiscordApi } from './post/discord-api.ts'
import { outcomeOfError } from './post/outcome-of-error.ts'

export type DiscordChecked = {
  readonly bot:
    | { readonly kind: 'accepted'; readonly name: string }
    | { readonly kind: 'refused'; readonly why: string }
  /** Those to which nothing can be posted, with the reason. */
  readonly closed: readonly { readonly id: string; readonly why: string }[]
  /** Those that work, with the permissions that are missing and what is lost with each. */
  readonly poorer: readonly { readonly id: string; readonly losses: readonly string[] }[]
}

export type DiscordToCheck = {
  readonly token: string
  readonly apiUrl: string | undefined
  /** Ids of the channels in which digests are to be posted. */
  readonly channels: readonly string[]
}

const needed = [
  ['viewChannel', 'View Channel'],
  ['sendMessages', 'Send Messages'],
] as const

/** As `docs/discord.md` gives the reasons. */
const useful = [
  ['embedLinks', 'without "Embed Links" no digest can be sent as an embed'],
  ['createPublicThreads', 'without "Create Public Threads" the stories follow as replies'],
  ['sendMessagesInThreads', 'without "Send Messages in Threads" the stories follow as replies'],
  [
    'readMessageHistory',
    'without "Read Message History" a crash in the middle of a post may double a message',
  ],
] as const

/** Asks Discord whether the token holds and what the bot may do in each channel; posts nothing. */
export async function checkDiscord({
  token,
  apiUrl,
  channels,
}: DiscordToCheck): Promise<DiscordChecked> {
  const api = createDiscordApi(token, apiUrl)
  try {
    const bot = await api.get<{ id: string; username: string }>(Routes.user())
    const looks = await Promise.all(channels.map((id) => look(api, bot.id, id)))
    return {
      bot: { kind: 'accepted', name: bot.username },
      closed: looks.flatMap(({ id, why }) => (why === undefined ? [] : [{ id, why }])),
      poorer: looks.flatMap(({ id, losses }) => (losses.length === 0 ? [] : [{ id, losses }])),
    }
  } catch (error) {
    return { bot: { kind: 'refused', why: wordsOf(error) }, closed: [], poorer: [] }
  }
}

type Look = {
  readonly id: string
  readonly why: string | undefined
  readonly losses: readonly string[]
}

async function look(api: DiscordApi, botId: string, id: string): Promise<Look> {
  try {
    const facts = await api.get<ChannelFacts>(Routes.channel(id))
    return { id, ...(await rightsIn(api, botId, facts)) }
  } catch (error) {
    return { id, why: wordsOf(error), losses: [] }
  }
}

/** A direct message has no server and asks for no right. */
async function rightsIn(api: DiscordApi, botId: string, facts: ChannelFacts) {
  const { guild_id: guildId } = facts
  if (guildId === undefined) return { why: undefined, losses: [] }
  const { roles } = await api.get<{ roles: Roles }>(Routes.guild(guildId))
  const member = await api.get<{ roles: string[] }>(Routes.guildMember(guildId, botId))
  const may = permissionsIn(facts, { id: guildId, roles }, { id: botId, roles: member.roles })
  const lacks = (bit: keyof typeof permissionBits) => (may & permissionBits[bit]) === 0n
  const missing = needed.filter(([bit]) => lacks(bit)).map(([, name]) => `"${name}"`)
  return {
    why: missing.length > 0 ? `Give the bot ${missing.join(' and ')} there.` : undefined,
    losses: missing.length > 0 ? [] : useful.filter(([bit]) => lacks(bit)).map(([, loss]) => loss),
  }
}

function wordsOf(error: unknown): string {
  const failure = outcomeOfError(error)
  if (failure.kind === 'busy') return 'Discord asks us to wait; try again in a minute.'
  return failure.kind === 'deleted' ? 'It was deleted.' : failure.why
}
