import { chatMethods } from './chat-methods.ts'
import { conversationMethods } from './conversation-methods.ts'
import type { FakeState } from './fake-state.ts'
import { fail, type Json, type Method } from './method.ts'
import { oauthMethods } from './oauth-methods.ts'
import { viewMethods } from './view-methods.ts'
import type { Workspace } from './world.ts'

const authTest: Method = {
  scopes: [],
  run: ({ workspace }) => ({
    team_id: workspace.teamId,
    team: `Team ${workspace.teamId}`,
    user_id: workspace.botUserId,
    bot_id: workspace.botId,
    user: 'dateline',
    url: `https://${workspace.teamId.toLowerCase()}.slack.example/`,
  }),
}

const methods: Readonly<Record<string, Method>> = {
  'auth.test': authTest,
  ...chatMethods,
  ...conversationMethods,
  ...viewMethods,
}

/** The answer of one call, as Slack gives it. */
export function callMethod(
  state: FakeState,
  method: string,
  token: string | undefined,
  args: Json,
): Json {
  if (method === 'apps.connections.open') return openConnection(state, token)
  const open = oauthMethods[method]
  if (open) return open(args, state)
  const workspace = workspaceOf(state, token)
  if (typeof workspace === 'string') return fail(workspace)
  const known = methods[method]
  if (!known) return fail('unknown_method')
  const { scopes } = known
  if (scopes.length > 0 && !scopes.some((scope) => workspace.scopes.has(scope))) {
    return { ok: false, error: 'missing_scope', needed: scopes[0] }
  }
  return known.run({ method, args, workspace }, state)
}

function openConnection(state: FakeState, token: string | undefined): Json {
  if (token !== state.world.app.appToken) return fail('invalid_auth')
  return { url: state.socketUrl() }
}

/** The workspace of a token, or the error of a token that does not hold. */
function workspaceOf(state: FakeState, token: string | undefined): Workspace | string {
  if (!token) return 'not_authed'
  for (const workspace of state.world.workspaces.values()) {
    const known = workspace.tokens.get(token)
    if (known?.revoked) return 'token_revoked'
    if (known) return state.nowMs() < known.untilMs ? workspace : 'token_expired'
  }
  return 'invalid_auth'
}
