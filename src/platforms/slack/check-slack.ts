import type { WebClient } from '@slack/web-api'
import type { Log } from '../../support/log.ts'
import { outcomeOfError } from './post/outcome-of-error.ts'
import { whyOf } from './post/slack-errors.ts'
import { botScopes, type Scope, scopeLosses } from './scopes.ts'
import { createWebClient } from './web-client.ts'

export type SlackChecked = {
  /** Undefined where workspaces bring tokens of their own by installing the app. */
  readonly bot:
    | {
        readonly kind: 'accepted'
        readonly team: string
        readonly missing: readonly MissingScope[]
      }
    | Refused
    | undefined
  /** Undefined without Socket Mode. */
  readonly socket: { readonly kind: 'accepted' } | Refused | undefined
  /** Those to which nothing can be posted, with the reason. */
  readonly closed: readonly { readonly id: string; readonly why: string }[]
}

export type MissingScope = { readonly scope: Scope; readonly loss: string }
type Refused = { readonly kind: 'refused'; readonly why: string }

export type SlackToCheck = {
  readonly botToken: string | undefined
  readonly appToken: string | undefined
  readonly apiUrl: string | undefined
  /** Ids of the channels in which digests are to be posted. */
  readonly channels: readonly string[]
}

/** Asks Slack whether the tokens hold, what they may do, and whether each channel can be posted to; posts nothing. */
export async function checkSlack(
  { botToken, appToken, apiUrl, channels }: SlackToCheck,
  log: Log,
): Promise<SlackChecked> {
  const client = createWebClient(apiUrl, log)
  const socket = appToken === undefined ? undefined : await checkSocket(client, appToken)
  if (botToken === undefined) return { bot: undefined, socket, closed: [] }
  try {
    const { team, response_metadata: about } = await client.auth.test({ token: botToken })
    const granted = about?.scopes ?? []
    const bot = { kind: 'accepted' as const, team: team ?? 'Slack', missing: missingIn(granted) }
    return { bot, socket, closed: await closedOf(client, botToken, channels, granted) }
  } catch (error) {
    return { bot: { kind: 'refused', why: wordsOf(error) }, socket, closed: [] }
  }
}

async function checkSocket(client: WebClient, token: string) {
  try {
    await client.apps.connections.open({ token })
    return { kind: 'accepted' as const }
  } catch (error) {
    return { kind: 'refused' as const, why: wordsOf(error) }
  }
}

function missingIn(granted: readonly string[]): readonly MissingScope[] {
  return botScopes
    .filter((scope) => !granted.includes(scope))
    .map((scope) => ({ scope, loss: scopeLosses[scope] }))
}

async function closedOf(
  client: WebClient,
  token: string,
  channels: readonly string[],
  granted: readonly string[],
): Promise<SlackChecked['closed']> {
  const reasons = await Promise.all(
    channels.map(async (id) => ({ id, why: await whyClosed(client, token, id, granted) })),
  )
  return reasons.flatMap(({ id, why }) => (why === undefined ? [] : [{ id, why }]))
}

async function whyClosed(
  client: WebClient,
  token: string,
  channel: string,
  granted: readonly string[],
): Promise<string | undefined> {
  try {
    const { channel: facts } = await client.conversations.info({ token, channel })
    if (facts?.is_archived) return whyOf('is_archived')
    if (facts?.is_member || facts?.is_im) return undefined
    return granted.includes('chat:write.public') ? undefined : whyOf('not_in_channel')
  } catch (error) {
    const failure = outcomeOfError(error)
    // Without the scope to look, a wrong channel shows when something is posted there.
    if (failure.kind === 'refused' && failure.code === 'missing_scope') return undefined
    return wordsOf(error)
  }
}

function wordsOf(error: unknown): string {
  const failure = outcomeOfError(error)
  if (failure.kind === 'token-expired') return whyOf('token_expired')
  return failure.kind === 'busy' ? 'Slack asks us to wait; try again in a minute.' : failure.why
}
