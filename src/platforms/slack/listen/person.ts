import { WebAPIPlatformError, type WebClient } from '@slack/web-api'
import { type PersonId, personId, type WorkspaceId } from '../../../domain/ids.ts'
import type { Clock } from '../../../support/clock.ts'
import type { Tokens } from '../tokens/tokens.ts'

/** What Slack says of a person. */
export type Person = {
  readonly name: string
  readonly isAdmin: boolean
  readonly isStranger: boolean
  readonly locale: string
  readonly timezone: string | undefined
}

export type PersonQuestion = {
  readonly workspaceId: WorkspaceId
  readonly token: string
  readonly userId: string
  /** The person's own workspace, as the request says it; for where `users:read` is missing. */
  readonly homeTeam: string | undefined
  /** Asked of Slack now, whatever is remembered: rights may have changed since. */
  readonly isFresh: boolean
}

export type PersonLook = (question: PersonQuestion) => Promise<Person>

/** How long an answer serves reading commands; whoever changes anything is asked for anew. */
const rememberedMs = 60_000
const mostRemembered = 5_000

/** Asks Slack who a person is. Where it does not tell, the one who installed the app is its only admin. */
export function createPersonLook(client: WebClient, tokens: Tokens, clock: Clock): PersonLook {
  const known = new Map<string, { readonly person: Person; readonly at: number }>()
  return async (question) => {
    const key = `${question.workspaceId} ${question.userId}`
    const now = clock.monotonicMs()
    const before = known.get(key)
    if (!question.isFresh && before && now - before.at < rememberedMs) return before.person
    const person = await ask(client, tokens, question)
    if (known.size >= mostRemembered) known.clear()
    known.set(key, { person, at: now })
    return person
  }
}

async function ask(client: WebClient, tokens: Tokens, question: PersonQuestion): Promise<Person> {
  const { workspaceId, token, userId, homeTeam } = question
  const installer: PersonId | undefined = await tokens.installerOf(workspaceId)
  const isInstaller = installer === personId(userId)
  const isForeign = (team: string | undefined) =>
    team !== undefined && `slack:${team}` !== workspaceId
  try {
    const { user } = await client.users.info({ token, user: userId, include_locale: true })
    const isStranger = Boolean(
      isForeign(user?.team_id) ||
        isForeign(homeTeam) ||
        user?.is_restricted ||
        user?.is_ultra_restricted ||
        user?.is_stranger,
    )
    return {
      name: user?.profile?.display_name || user?.real_name || userId,
      isAdmin: !isStranger && Boolean(user?.is_admin || user?.is_owner || isInstaller),
      isStranger,
      locale: user?.locale ?? 'en',
      timezone: user?.tz,
    }
  } catch (error) {
    const isStranger = isForeign(homeTeam) || isUnknownPerson(error)
    const isAdmin = isInstaller && !isStranger
    return { name: userId, isAdmin, isStranger, locale: 'en', timezone: undefined }
  }
}

/** Slack's words for a person whom this workspace does not have. */
function isUnknownPerson(error: unknown): boolean {
  if (!(error instanceof WebAPIPlatformError)) return false
  return ['user_not_found', 'user_not_visible'].includes(error.data.error)
}
