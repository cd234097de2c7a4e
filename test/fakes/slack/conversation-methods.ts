import { channelOf, shown } from './chat-methods.ts'
import type { FakeState } from './fake-state.ts'
import type { FakeMessage } from './messages.ts'
import { type Call, fail, type Json, type Method } from './method.ts'
import type { Channel } from './world.ts'

type Refusal = Json & { readonly ok: false }

const mostWhenLimited = 15
const most = 999

/** The answer to a call whose limit is used up; the server turns it into HTTP 429. */
const limited = (seconds: number): Refusal => ({
  ok: false,
  error: 'ratelimited',
  retry_after: seconds,
})

const readScopes: Readonly<Record<string, string>> = {
  C: 'channels:history',
  G: 'groups:history',
  D: 'im:history',
}

function readable(call: Call, state: FakeState): Channel | Refusal {
  const channel = channelOf(call.workspace, call.args.channel)
  if (typeof channel === 'string') return fail(channel)
  const scope = readScopes[channel.id[0] ?? ''] ?? 'channels:history'
  if (!call.workspace.scopes.has(scope)) return { ok: false, error: 'missing_scope', needed: scope }
  if (!channel.isMember) return fail('not_in_channel')
  if (!call.workspace.limitedHistory) return channel
  const wait = state.histories.take(`${call.workspace.teamId} ${call.method}`)
  return wait === undefined ? channel : limited(wait)
}

function isAnswer(value: Channel | Refusal): value is Refusal {
  return 'ok' in value
}

/** One page of messages, with a cursor when there are more. */
function page(call: Call, messages: readonly FakeMessage[]): Json {
  const { args, workspace } = call
  const asked = Math.min(Number(args.limit ?? 100), most)
  const size = workspace.limitedHistory ? Math.min(asked, mostWhenLimited) : asked
  const start = Number(args.cursor ?? 0)
  const next = start + size
  const hasMore = next < messages.length
  const withMetadata = String(args.include_all_metadata) === 'true'
  return {
    messages: messages.slice(start, next).map((each) => shown(each, workspace, withMetadata)),
    has_more: hasMore,
    response_metadata: { next_cursor: hasMore ? String(next) : '' },
  }
}

export const conversationMethods: Readonly<Record<string, Method>> = {
  'conversations.history': {
    scopes: [],
    run(call, state) {
      const channel = readable(call, state)
      if (isAnswer(channel)) return channel
      const oldest = Number(call.args.oldest ?? 0)
      return page(call, state.messages.history(call.workspace.teamId, channel.id, oldest))
    },
  },
  'conversations.replies': {
    scopes: [],
    run(call, state) {
      const channel = readable(call, state)
      if (isAnswer(channel)) return channel
      const parent = String(call.args.ts)
      if (!state.messages.find(call.workspace.teamId, channel.id, parent)) {
        return fail('thread_not_found')
      }
      const oldest = Number(call.args.oldest ?? 0)
      return page(call, state.messages.replies(call.workspace.teamId, channel.id, parent, oldest))
    },
  },
  'conversations.info': {
    scopes: ['channels:read', 'groups:read'],
    run({ args, workspace }) {
      const channel = channelOf(workspace, args.channel)
      if (typeof channel === 'string') return fail(channel)
      if (channel.isPrivate && !channel.isMember) return fail('channel_not_found')
      return {
        channel: {
          id: channel.id,
          name: channel.id.toLowerCase(),
          is_member: channel.isMember,
          is_archived: channel.isArchived,
          context_team_id: workspace.teamId,
        },
      }
    },
  },
  'users.info': {
    scopes: ['users:read'],
    run({ args, workspace }) {
      const person = workspace.people.get(String(args.user))
      if (!person) return fail('user_not_found')
      return { user: shownPerson(person, workspace.teamId) }
    },
  },
  'users.list': {
    scopes: ['users:read'],
    run: ({ workspace }) => ({
      members: [...workspace.people.values()].map((each) => shownPerson(each, workspace.teamId)),
      response_metadata: { next_cursor: '' },
    }),
  },
}

function shownPerson(
  person: Readonly<{
    id: string
    name: string
    teamId: string
    isAdmin: boolean
    isOwner: boolean
    isGuest: boolean
    locale: string
    timezone: string
  }>,
  teamId: string,
): Json {
  return {
    id: person.id,
    team_id: person.teamId,
    name: person.name.toLowerCase(),
    real_name: person.name,
    profile: { display_name: person.name },
    tz: person.timezone,
    locale: person.locale,
    is_admin: person.isAdmin,
    is_owner: person.isOwner,
    is_primary_owner: person.isOwner,
    is_restricted: person.isGuest,
    is_ultra_restricted: false,
    is_stranger: person.teamId !== teamId,
    is_bot: false,
    deleted: false,
  }
}
