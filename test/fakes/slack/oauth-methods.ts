import type { FakeState } from './fake-state.ts'
import { fail, type Json } from './method.ts'
import type { Workspace } from './world.ts'

/** How long a rotated token holds: https://docs.slack.dev/authentication/using-token-rotation */
const tokenLifeMs = 43_200_000

/** Methods that bring the app's own secret and no token. */
export const oauthMethods: Readonly<Record<string, (args: Json, state: FakeState) => Json>> = {
  'oauth.v2.access': (args, state) => {
    const { clientId, clientSecret } = state.world.oauth
    if (args.client_id !== clientId) return fail('invalid_client_id')
    if (args.client_secret !== clientSecret) return fail('bad_client_secret')
    return args.grant_type === 'refresh_token' ? refresh(args, state) : exchange(args, state)
  },
}

function refresh(args: Json, state: FakeState): Json {
  const token = String(args.refresh_token)
  for (const workspace of state.world.workspaces.values()) {
    if (!workspace.refreshTokens.delete(token)) continue
    state.log.add('refreshed', { teamId: workspace.teamId })
    return grant(workspace, state)
  }
  return fail('invalid_refresh_token')
}

function exchange(args: Json, state: FakeState): Json {
  const code = String(args.code)
  const teamId = state.codes.get(code)
  if (teamId === undefined) return fail('invalid_code')
  state.codes.delete(code)
  const workspace = state.world.workspaces.get(teamId)
  if (!workspace) return fail('invalid_team_for_non_distributed_app')
  state.log.add('installed', { teamId })
  return grant(workspace, state)
}

function grant(workspace: Workspace, state: FakeState): Json {
  const token = `xoxe.xoxb-${state.newId('t')}`
  const refreshToken = `xoxe-${state.newId('r')}`
  workspace.tokens.set(token, { untilMs: state.nowMs() + tokenLifeMs, revoked: false })
  workspace.refreshTokens.add(refreshToken)
  return {
    access_token: token,
    refresh_token: refreshToken,
    expires_in: tokenLifeMs / 1000,
    token_type: 'bot',
    scope: [...workspace.scopes].join(','),
    bot_user_id: workspace.botUserId,
    app_id: state.world.app.id,
    team: { id: workspace.teamId, name: `Team ${workspace.teamId}` },
    enterprise: null,
    is_enterprise_install: false,
    authed_user: { id: 'UADMIN' },
  }
}
