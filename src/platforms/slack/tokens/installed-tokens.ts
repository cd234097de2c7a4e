import { WebAPIPlatformError, type WebClient } from '@slack/web-api'
import type { Clock } from '../../../support/clock.ts'
import type { Installation, Installations } from './installations.ts'
import { renewed } from './oauth-answer.ts'
import type { BotToken, Tokens } from './tokens.ts'

export type InstalledTokensOptions = {
  readonly client: WebClient
  readonly clock: Clock
  readonly installations: Installations | undefined
  readonly oauth: { readonly clientId: string; readonly clientSecret: string } | undefined
}

/** A token lives 12 h; it is renewed in its last two, so that an outage of Slack costs no digest. */
const renewBeforeMs = 7_200_000

/** How long is waited for the token that another process is renewing. */
const patienceMs = 8_000
const lookAgainMs = 250

/**
 * Tokens of many workspaces, renewed whenever one is about to run out: on the way to a post as well, so that a quiet
 * workspace's digest never meets a token that nobody has used for a day.
 */
export function installedTokens(options: InstalledTokensOptions): Tokens {
  const { clock, installations } = options
  const isDue = ({ expiresAt }: Installation, marginMs: number) =>
    expiresAt !== undefined && expiresAt.getTime() - clock.now().getTime() < marginMs
  return {
    async get(id) {
      const kept = await installations?.find(id)
      if (!kept) return undefined
      if (!isDue(kept, renewBeforeMs)) return toBot(kept)
      const isPast = isDue(kept, 0)
      if (kept.isLost) return isPast ? undefined : toBot(kept)
      return (await renew(options, kept, isPast)) ?? (isPast ? undefined : toBot(kept))
    },
    async renew(id, expired) {
      const kept = await installations?.find(id)
      if (!kept || kept.isLost) return undefined
      return kept.token === expired ? renew(options, kept, true) : toBot(kept)
    },
    workspaces: async () => (await installations?.workspaces()) ?? [],
    installerOf: async (id) => (await installations?.find(id))?.installedBy,
    forget: async (id) => installations?.remove(id),
  }
}

function toBot({ token, botUserId }: Installation): BotToken {
  return { token, botUserId }
}

/** Renews it here, or waits for the process that is renewing it where the old token does not hold any more. */
async function renew(
  options: InstalledTokensOptions,
  kept: Installation,
  mustWait: boolean,
): Promise<BotToken | undefined> {
  const { clock, installations } = options
  const { refreshToken, workspaceId } = kept
  if (!installations || refreshToken === undefined) return undefined
  if (await installations.claimRenewal(workspaceId)) {
    const current = await installations.find(workspaceId)
    if (current && current.token !== kept.token) return toBot(current)
    return exchange(options, installations, kept, refreshToken)
  }
  for (let waited = 0; mustWait && waited < patienceMs; waited += lookAgainMs) {
    await clock.sleep(lookAgainMs)
    const current = await installations.find(workspaceId)
    if (!current || current.token !== kept.token) return current && toBot(current)
  }
  return undefined
}

async function exchange(
  { client, clock, oauth }: InstalledTokensOptions,
  installations: Installations,
  kept: Installation,
  refreshToken: string,
): Promise<BotToken | undefined> {
  try {
    const answer = await client.oauth.v2.access({
      client_id: oauth?.clientId ?? '',
      client_secret: oauth?.clientSecret ?? '',
      grant_type: 'refresh_token',
      refresh_token: refreshToken,
    })
    const installation = renewed(kept, answer, clock.now())
    await installations.saveRenewed(installation)
    return toBot(installation)
  } catch (error) {
    if (isUsedUp(error)) {
      await installations.markLost(kept.workspaceId)
      return undefined
    }
    throw error
  }
}

function isUsedUp(error: unknown): boolean {
  return error instanceof WebAPIPlatformError && error.data.error === 'invalid_refresh_token'
}
