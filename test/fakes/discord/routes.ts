import {
  activeThreads,
  archivedThreads,
  deleteMessage,
  getChannel,
  getMessage,
  listMessages,
  type Outcome,
  patchChannel,
  patchMessage,
  postMessage,
  startForumPost,
  startThread,
} from './channel-routes.ts'
import { listCommands, putCommands } from './command-routes.ts'
import type { Answer, RestCall } from './fake-state.ts'
import {
  answerInteraction,
  deleteOriginal,
  editOriginal,
  followUp,
  getOriginal,
} from './interaction-routes.ts'
import { userOf } from './messages.ts'
import { refusals } from './refusal.ts'
import { createChannel, ids, permissions } from './world.ts'

export type Route = {
  /** `POST /channels/:id/messages`: by this name faults strike and the log speaks. */
  readonly name: string
  readonly method: string
  readonly pattern: RegExp
  /** Interaction endpoints carry their token in the path and count against no limit. */
  readonly isOpen: boolean
  run(call: RestCall): Outcome
}

function route(name: string, run: (call: RestCall) => Outcome, isOpen = false): Route {
  const [method = '', path = ''] = name.split(' ')
  const pattern = new RegExp(`^${path.replace(/:[a-z]+/g, '([^/]+)')}$`)
  return { name, method, pattern, isOpen, run }
}

export const routes: readonly Route[] = [
  route('GET /gateway/bot', gatewayBot),
  route('GET /users/@me', ({ state }) => ({
    status: 200,
    body: userOf(state, state.world.botId, true),
  })),
  route('POST /users/@me/channels', openDirect),
  route('GET /applications/@me', application),
  route('GET /oauth2/applications/@me', application),
  route('GET /guilds/:id', getGuild),
  route('GET /guilds/:id/members/:id', getMember),
  route('GET /guilds/:id/threads/active', activeThreads),
  route('GET /channels/:id', getChannel),
  route('PATCH /channels/:id', patchChannel),
  route('GET /channels/:id/messages', listMessages),
  route('POST /channels/:id/messages', postMessage),
  route('GET /channels/:id/messages/:id', getMessage),
  route('PATCH /channels/:id/messages/:id', patchMessage),
  route('DELETE /channels/:id/messages/:id', deleteMessage),
  route('POST /channels/:id/messages/:id/threads', startThread),
  route('POST /channels/:id/threads', startForumPost),
  route('GET /channels/:id/threads/archived/public', archivedThreads),
  route('GET /applications/:id/commands', listCommands),
  route('PUT /applications/:id/commands', putCommands),
  route('GET /applications/:id/guilds/:id/commands', listCommands),
  route('PUT /applications/:id/guilds/:id/commands', putCommands),
  route('POST /interactions/:id/:token/callback', answerInteraction, true),
  route('POST /webhooks/:id/:token', followUp, true),
  route('GET /webhooks/:id/:token/messages/@original', getOriginal, true),
  route('PATCH /webhooks/:id/:token/messages/:id', editOriginal, true),
  route('DELETE /webhooks/:id/:token/messages/@original', deleteOriginal, true),
]

/** What the invitation link of `docs/discord.md` gives the bot's own role. */
const invitedWith = 309_237_730_304n

/** What everyone may do in a server. */
const everyone = String(permissions.viewChannel | permissions.sendMessages)

const identifiesADay = 1000
const dayMs = 86_400_000

function gatewayBot({ state }: RestCall): Answer {
  const used = state.identifies.filter(({ atMs }) => atMs > state.nowMs() - dayMs).length
  return {
    status: 200,
    body: {
      url: state.gatewayUrl(),
      shards: 1,
      session_start_limit: {
        total: identifiesADay,
        remaining: identifiesADay - used,
        reset_after: dayMs,
        max_concurrency: 1,
      },
    },
  }
}

function application({ state }: RestCall): Answer {
  const { applicationId: id, publicKey } = state.world
  return { status: 200, body: { id, name: 'Dateline', verify_key: publicKey, flags: 0 } }
}

function getGuild({ state, params }: RestCall): Outcome {
  const guild = state.world.guilds.get(params[0] ?? '')
  if (!guild) return refusals.unknownGuild
  return {
    status: 200,
    body: {
      id: guild.id,
      name: guild.name,
      owner_id: guild.ownerId,
      public_updates_channel_id: guild.publicUpdatesChannelId,
      preferred_locale: guild.preferredLocale,
      roles: [
        ...guild.roles.map((role) => ({ ...role, permissions: everyone })),
        { id: ids.botRole, name: 'Dateline', permissions: String(invitedWith) },
      ],
    },
  }
}

function getMember({ state, params }: RestCall): Outcome {
  const { botId } = state.world
  if (params[1] === botId && state.world.guilds.has(params[0] ?? '')) {
    return { status: 200, body: { user: userOf(state, botId, true), roles: [ids.botRole] } }
  }
  const member = state.world.guilds.get(params[0] ?? '')?.members.get(params[1] ?? '')
  if (!member) return { status: 404, code: 10007, message: 'Unknown Member' }
  return { status: 200, body: { user: userOf(state, member.userId, false), roles: member.roles } }
}

/** Direct messages to a person are a channel named after them. */
function openDirect({ state, body }: RestCall): Outcome {
  const personId = String(body.recipient_id)
  const isKnown = [...state.world.guilds.values()].some(({ members }) => members.has(personId))
  if (!isKnown) return refusals.unknownUser
  const id = `7${personId.slice(1)}`
  const channel =
    state.world.channels.get(id) ?? createChannel({ id, type: 1, guildId: undefined, name: 'dm' })
  state.world.channels.set(id, channel)
  return { status: 200, body: { id, type: 1, recipients: [userOf(state, personId, false)] } }
}
