/** What exists on the fake: workspaces with their people, channels and tokens. Tests change it as they go. */
export type World = {
  readonly app: { readonly id: string; readonly appToken: string; readonly signingSecret: string }
  readonly oauth: { readonly clientId: string; readonly clientSecret: string }
  readonly workspaces: Map<string, Workspace>
}

export type Workspace = {
  readonly teamId: string
  readonly botUserId: string
  readonly botId: string
  /** Every token that was ever given, and until when it holds. */
  readonly tokens: Map<string, { untilMs: number; revoked: boolean }>
  readonly refreshTokens: Set<string>
  readonly scopes: Set<string>
  readonly people: Map<string, Person>
  readonly channels: Map<string, Channel>
  /** Channels that were never named exist when they are asked for: for campaigns over thousands of them. */
  anyChannel: boolean
  /** `conversations.history` once a minute and 15 messages: an app that is sold outside the Marketplace. */
  limitedHistory: boolean
}

export type Person = {
  readonly id: string
  readonly name: string
  readonly teamId: string
  isAdmin: boolean
  isOwner: boolean
  isGuest: boolean
  readonly locale: string
  readonly timezone: string
}

export type Channel = {
  readonly id: string
  isMember: boolean
  isArchived: boolean
  readonly isPrivate: boolean
  /** Refuses posts with this code, as an admin's policy does. */
  refusal: string | undefined
}

/** What the app's manifest asks for. */
const allScopes = [
  'commands',
  'chat:write',
  'chat:write.public',
  'channels:read',
  'groups:read',
  'channels:history',
  'groups:history',
  'im:history',
  'users:read',
  'app_mentions:read',
  'assistant:write',
]

export function createWorld(): World {
  return {
    app: { id: 'A0001', appToken: 'xapp-1-A0001-1-app', signingSecret: 'signing-secret-of-tests' },
    oauth: { clientId: '1.2', clientSecret: 'client-secret' },
    workspaces: new Map([['T0001', createWorkspace('T0001', 'xoxb-one')]]),
  }
}

export function createWorkspace(teamId: string, botToken: string): Workspace {
  const person = (id: string, name: string, changes: Partial<Person> = {}): [string, Person] => [
    id,
    {
      id,
      name,
      teamId,
      isAdmin: false,
      isOwner: false,
      isGuest: false,
      locale: 'en-US',
      timezone: 'Europe/Berlin',
      ...changes,
    },
  ]
  return {
    teamId,
    botUserId: 'UBOT',
    botId: 'BBOT',
    tokens: new Map([[botToken, { untilMs: Number.POSITIVE_INFINITY, revoked: false }]]),
    refreshTokens: new Set(),
    scopes: new Set(allScopes),
    people: new Map([
      person('UADMIN', 'Ana', { isAdmin: true }),
      person('UOWNER', 'Olu', { isAdmin: true, isOwner: true }),
      person('UMEMBER', 'Bo', { locale: 'de-DE' }),
      person('UGUEST', 'Gil', { isGuest: true }),
      person('USTRANGER', 'Sam', { teamId: 'TOTHER', isAdmin: true }),
    ]),
    channels: new Map(['C0001', 'C0002'].map((id): [string, Channel] => [id, createChannel(id)])),
    anyChannel: false,
    limitedHistory: false,
  }
}

export function createChannel(id: string): Channel {
  return {
    id,
    isMember: true,
    isArchived: false,
    isPrivate: id.startsWith('G'),
    refusal: undefined,
  }
}
