import type { OauthV2AccessResponse } from '@slack/web-api'
import { UnusableError } from '../../../domain/errors.ts'
import { personId, workspaceId } from '../../../domain/ids.ts'
import type { Installation } from './installations.ts'

/** What `oauth.v2.access` says of a new installation, at the time it was asked. */
export function installed(answer: OauthV2AccessResponse, now: Date): Installation {
  const { access_token: token, authed_user: person, bot_user_id: botUserId, team } = answer
  if (!token || !team?.id || !botUserId || !person?.id) {
    throw new UnusableError('Slack’s answer to the installation lacks the workspace or its token.')
  }
  return {
    workspaceId: workspaceId(`slack:${team.id}`),
    workspaceName: team.name ?? team.id,
    installedBy: personId(person.id),
    botUserId,
    token,
    refreshToken: answer.refresh_token,
    expiresAt: expiry(answer, now),
  }
}

/** The same installation with the tokens that a renewal brought. */
export function renewed(
  before: Installation,
  answer: OauthV2AccessResponse,
  now: Date,
): Installation {
  if (!answer.access_token) throw new UnusableError('Slack renewed a token without naming it.')
  return {
    ...before,
    token: answer.access_token,
    refreshToken: answer.refresh_token ?? before.refreshToken,
    expiresAt: expiry(answer, now),
  }
}

function expiry({ expires_in: seconds }: OauthV2AccessResponse, now: Date): Date | undefined {
  return seconds === undefined ? undefined : new Date(now.getTime() + seconds * 1000)
}
