import { WebAPIPlatformError, type WebClient } from '@slack/web-api'
import { type Wording, wordingFor } from '../../../domain/wording/wording.ts'
import type { Clock } from '../../../support/clock.ts'
import type { InboundReply, InboundRequest, Mount } from '../../../support/inbound.ts'
import type { Log } from '../../../support/log.ts'
import type { Random } from '../../../support/random.ts'
import { createSeen } from '../listen/seen.ts'
import { botScopes } from '../scopes.ts'
import type { Installations } from '../tokens/installations.ts'
import { installed } from '../tokens/oauth-answer.ts'
import { isState, stateSeconds, writeState } from './install-state.ts'
import { page } from './page.ts'

export type InstallOptions = {
  readonly settings: {
    readonly oauth:
      | { readonly clientId: string; readonly clientSecret: string; readonly stateSecret: string }
      | undefined
    readonly apiUrl: string | undefined
  }
  readonly installations?: Installations
  readonly publicUrl?: string | undefined
  readonly clock: Clock
  readonly random: Random
  readonly log: Log
}

const installPath = '/slack/install'
const returnPath = '/slack/oauth_redirect'
const cookieName = 'dateline-install'

/** The page that adds the app to a workspace, and the address to which Slack sends the person back. */
export function createInstallPage(
  options: InstallOptions,
  client: WebClient,
): { readonly mounts: readonly Mount[] } | undefined {
  const { installations, publicUrl, settings } = options
  const { oauth } = settings
  if (!oauth || !installations || !publicUrl) return undefined
  const parts: Parts = {
    ...options,
    ...oauth,
    client,
    installations,
    authorizeUrl: authorizeUrl(settings.apiUrl),
    redirectUri: new URL(returnPath, publicUrl).href,
    isSecure: publicUrl.startsWith('https:'),
    isUnused: createSeen(options.clock).isNew,
  }
  return {
    mounts: [
      { path: installPath, respond: (request) => Promise.resolve(offer(parts, request)) },
      { path: returnPath, respond: (request) => complete(parts, request) },
    ],
  }
}

type Parts = {
  readonly clientId: string
  readonly clientSecret: string
  readonly stateSecret: string
  readonly client: WebClient
  readonly installations: Installations
  readonly authorizeUrl: string
  readonly redirectUri: string
  readonly isSecure: boolean
  readonly isUnused: (key: string) => boolean
  readonly clock: Clock
  readonly random: Random
  readonly log: Log
}

/** Slack's own page stands beside its API, not within it. */
function authorizeUrl(apiUrl: string | undefined): string {
  return new URL('/oauth/v2/authorize', apiUrl ?? 'https://slack.com/').href
}

function offer(parts: Parts, request: InboundRequest): InboundReply {
  const {
    authorizeUrl: address,
    clientId,
    clock,
    isSecure,
    random,
    redirectUri,
    stateSecret,
  } = parts
  const state = writeState(stateSecret, random.id(), clock.now())
  const link = new URL(address)
  link.searchParams.set('client_id', clientId)
  link.searchParams.set('scope', botScopes.join(','))
  link.searchParams.set('redirect_uri', redirectUri)
  link.searchParams.set('state', state)
  const { language, say } = wordingOf(request)
  const html = page({
    language,
    title: say('install.title'),
    words: say('install.intro'),
    link: { url: link.href, label: say('install.button') },
  })
  return withCookie(html, `${state}; Max-Age=${stateSeconds}`, isSecure)
}

async function complete(parts: Parts, request: InboundRequest): Promise<InboundReply> {
  const { clock, isSecure, isUnused, log, stateSecret } = parts
  const asked = new URL(request.url, 'http://here').searchParams
  const wording = wordingOf(request)
  const state = asked.get('state') ?? ''
  const isOurs = isState(stateSecret, state, cookieOf(request), clock.now())
  if (!isOurs || !isUnused(`install ${state}`)) return told(wording, 'install.stale', 400)
  const code = asked.get('code')
  if (code === null) return told(wording, 'install.cancelled', 400)
  try {
    const name = await exchange(parts, code)
    if (name === undefined) return told(wording, 'install.orgWide', 400)
    return withCookie(
      told(wording, 'install.done', 200, { workspace: name }),
      '; Max-Age=0',
      isSecure,
    )
  } catch (error) {
    log.warn('installation failed', { error })
    const said = error instanceof WebAPIPlatformError ? error.data.error : 'no answer'
    return told(wording, 'install.refused', 502, { code: said })
  }
}

/** The name of the workspace; undefined for a whole organization, whose token would belong to no workspace. */
async function exchange(parts: Parts, code: string): Promise<string | undefined> {
  const { client, clientId, clientSecret, clock, installations, redirectUri } = parts
  const answer = await client.oauth.v2.access({
    client_id: clientId,
    client_secret: clientSecret,
    code,
    redirect_uri: redirectUri,
  })
  if (answer.is_enterprise_install) return undefined
  const installation = installed(answer, clock.now())
  await installations.save(installation)
  return installation.workspaceName
}

function told(
  { language, say }: Wording,
  key:
    | 'install.stale'
    | 'install.cancelled'
    | 'install.refused'
    | 'install.orgWide'
    | 'install.done',
  status: number,
  values: Readonly<Record<string, string>> = {},
): InboundReply {
  const html = page({
    language,
    title: say('slack.title'),
    words: say(key, values),
    link: undefined,
  })
  return { ...html, status }
}

function withCookie(reply: InboundReply, value: string, isSecure: boolean): InboundReply {
  const cookie = `${cookieName}=${value}; Path=/slack; HttpOnly; SameSite=Lax${isSecure ? '; Secure' : ''}`
  return { ...reply, headers: { ...reply.headers, 'set-cookie': cookie } }
}

function cookieOf({ headers }: InboundRequest): string {
  return new RegExp(`(?:^|;\\s*)${cookieName}=([^;]*)`).exec(headers.cookie ?? '')?.[1] ?? ''
}

function wordingOf({ headers }: InboundRequest): Wording {
  return wordingFor(headers['accept-language']?.split(/[,;]/)[0] ?? 'en')
}
