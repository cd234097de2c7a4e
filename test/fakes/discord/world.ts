import { generateKeyPairSync, type KeyObject } from 'node:crypto'

/** What the bot may do in a channel; what Discord calls permissions. */
export type BotPermission =
  | 'view'
  | 'send'
  | 'send-in-threads'
  | 'create-threads'
  | 'manage-threads'
  | 'history'

export type FakeChannel = {
  readonly id: string
  /** 0 text, 1 direct message, 2 voice, 5 announcement, 11 thread, 15 forum. */
  readonly type: number
  readonly name: string
  readonly guildId: string | undefined
  readonly parentId?: string
  readonly ownerId?: string
  readonly appliedTags?: readonly string[]
  tags: readonly { readonly id: string; readonly name: string }[]
  flags: number
  may: Set<BotPermission>
  readonly overwrites: readonly {
    readonly id: string
    readonly type: 0 | 1
    readonly allow: string
    readonly deny: string
  }[]
  archived: boolean
  /** The bot's direct messages to this person are refused. */
  isClosed: boolean
}

export type FakeMember = {
  readonly userId: string
  name: string
  roles: readonly string[]
  /** As Discord computes them for the channel, a bit set in decimal. */
  permissions: bigint
  locale: string
}

export type FakeGuild = {
  readonly id: string
  readonly name: string
  readonly ownerId: string
  readonly roles: readonly { readonly id: string; readonly name: string }[]
  readonly members: Map<string, FakeMember>
  publicUpdatesChannelId: string | null
  preferredLocale: string
}

export type World = {
  readonly token: string
  readonly applicationId: string
  readonly botId: string
  /** Signs HTTP interactions. */
  readonly privateKey: KeyObject
  /** Hexadecimal, as the developer portal shows it. */
  readonly publicKey: string
  readonly guilds: Map<string, FakeGuild>
  readonly channels: Map<string, FakeChannel>
  /** Channels that nobody made come into being in this server when they are used. */
  anyChannelIn: string | undefined
  /** What the bot may do in those. */
  usualPermissions: Set<BotPermission>
}

export const permissions = {
  manageGuild: 1n << 5n,
  viewChannel: 1n << 10n,
  sendMessages: 1n << 11n,
  readMessageHistory: 1n << 16n,
  manageThreads: 1n << 34n,
  createPublicThreads: 1n << 35n,
  sendMessagesInThreads: 1n << 38n,
} as const

/** Under which bit Discord shows each. */
const botBits: Readonly<Record<BotPermission, bigint>> = {
  view: permissions.viewChannel,
  send: permissions.sendMessages,
  history: permissions.readMessageHistory,
  'manage-threads': permissions.manageThreads,
  'create-threads': permissions.createPublicThreads,
  'send-in-threads': permissions.sendMessagesInThreads,
}

/** What the channel denies the bot, as an overwrite of its own. */
export function overwriteOfBot({ may }: FakeChannel): FakeChannel['overwrites'][number] {
  const missing = everything.filter((permission) => !may.has(permission))
  const deny = missing.reduce((all, permission) => all | botBits[permission], 0n)
  const allow = [...may].reduce((all, permission) => all | botBits[permission], 0n)
  return { id: ids.bot, type: 1, allow: String(allow), deny: String(deny) }
}

const member = permissions.viewChannel | permissions.sendMessages
const everything: readonly BotPermission[] = [
  'view',
  'send',
  'send-in-threads',
  'create-threads',
  'manage-threads',
  'history',
]

export function createChannel(
  changes: Partial<FakeChannel> & { readonly id: string },
): FakeChannel {
  return {
    type: 0,
    name: 'news',
    guildId: ids.guild,
    tags: [],
    flags: 0,
    may: new Set(everything),
    overwrites: [],
    archived: false,
    isClosed: false,
    ...changes,
  }
}

/** The names under which tests know the parts of the first server. */
export const ids = {
  guild: '100000000000000001',
  otherGuild: '100000000000000002',
  news: '200000000000000001',
  forum: '200000000000000002',
  secret: '200000000000000003',
  announcements: '200000000000000004',
  otherNews: '200000000000000005',
  editors: '300000000000000001',
  owner: '400000000000000001',
  member: '400000000000000002',
  editor: '400000000000000003',
  bot: '900000000000000001',
  botRole: '300000000000000002',
} as const

export function createWorld(): World {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const channels = [
    createChannel({ id: ids.news }),
    createChannel({
      id: ids.forum,
      type: 15,
      name: 'briefings',
      tags: [{ id: '500000000000000001', name: 'Morning' }],
    }),
    createChannel({ id: ids.secret, name: 'secret', may: new Set() }),
    createChannel({
      id: ids.announcements,
      type: 5,
      name: 'announcements',
      overwrites: [
        { id: ids.guild, type: 0, allow: '0', deny: String(permissions.sendMessages) },
        { id: ids.editors, type: 0, allow: String(permissions.sendMessages), deny: '0' },
      ],
    }),
    createChannel({ id: ids.otherNews, guildId: ids.otherGuild }),
  ]
  return {
    token: 'OTAwMDAwMDAwMDAwMDAwMDAx.fake.token',
    applicationId: ids.bot,
    botId: ids.bot,
    privateKey,
    publicKey: publicKey.export({ format: 'der', type: 'spki' }).subarray(-32).toString('hex'),
    guilds: new Map([
      [ids.guild, createGuild(ids.guild, 'Harbour')],
      [ids.otherGuild, createGuild(ids.otherGuild, 'Elsewhere')],
    ]),
    channels: new Map(channels.map((channel) => [channel.id, channel])),
    anyChannelIn: undefined,
    usualPermissions: new Set(everything),
  }
}

export function createGuild(id: string, name: string): FakeGuild {
  const person = (userId: string, called: string, extra = 0n, roles: readonly string[] = []) => ({
    userId,
    name: called,
    roles,
    permissions: member | extra,
    locale: 'en-US',
  })
  return {
    id,
    name,
    ownerId: ids.owner,
    roles: [
      { id, name: '@everyone' },
      { id: ids.editors, name: 'Editors' },
    ],
    members: new Map([
      [ids.owner, person(ids.owner, 'Ana', permissions.manageGuild)],
      [ids.member, person(ids.member, 'Bo')],
      [ids.editor, person(ids.editor, 'Cleo', 0n, [ids.editors])],
    ]),
    publicUpdatesChannelId: null,
    preferredLocale: 'en-US',
  }
}
