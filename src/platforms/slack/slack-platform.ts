import type { Receiver } from '@slack/bolt'
import type { WebClient } from '@slack/web-api'
import type { CommandDesk } from '../../domain/command.ts'
import { type WorkspaceId, workspaceId } from '../../domain/ids.ts'
import type { Platform } from '../../domain/platform.ts'
import type { Clock } from '../../support/clock.ts'
import type { HttpClient } from '../../support/http/http-client.ts'
import type { Mount } from '../../support/inbound.ts'
import type { Log } from '../../support/log.ts'
import type { Random } from '../../support/random.ts'
import { createHttpReceiver } from './listen/http-receiver.ts'
import { createInWork } from './listen/in-work.ts'
import { createPersonLook } from './listen/person.ts'
import { createResponder } from './listen/response-url.ts'
import type { Scene } from './listen/scene.ts'
import { createSeen, type Seen } from './listen/seen.ts'
import { createSlackApp } from './listen/slack-app.ts'
import { createSockets } from './listen/sockets.ts'
import { createInstallPage } from './oauth/install-page.ts'
import { findMessage } from './post/find-message.ts'
import { editMessage, postMessage } from './post/post-message.ts'
import { tellAdmins } from './post/tell-admins.ts'
import { workspaceOf } from './post/workspace-of.ts'
import { renderSlack } from './render/render-digest.ts'
import type { Installations } from './tokens/installations.ts'
import { installedTokens } from './tokens/installed-tokens.ts'
import { oneToken } from './tokens/one-token.ts'
import type { Tokens } from './tokens/tokens.ts'
import { createWebClient } from './web-client.ts'

/** How Slack is reached, as the settings say it. */
export type SlackSettings = {
  /** Token of the one workspace; undefined when workspaces install the app themselves. */
  readonly botToken: string | undefined
  /** Socket Mode when set. */
  readonly appToken: string | undefined
  /** HTTP when set. */
  readonly signingSecret: string | undefined
  readonly oauth:
    | { readonly clientId: string; readonly clientSecret: string; readonly stateSecret: string }
    | undefined
  /** Another server that speaks the same API: `http://host/api/`. */
  readonly apiUrl: string | undefined
  /** Put before each slash command: `/news-briefing` with the prefix `news-`. */
  readonly commandPrefix: string
}

export type SlackOptions = {
  readonly settings: SlackSettings
  readonly clock: Clock
  readonly random: Random
  readonly log: Log
  /** For `response_url`s; it must let the host of `apiUrl` through. */
  readonly postJson: HttpClient['postJson']
  /** How the world reaches our web server; installing needs it. */
  readonly publicUrl?: string | undefined
  /** Where the tokens of many workspaces are kept, sealed. */
  readonly installations?: Installations
  /** The app was removed from a workspace: its jobs stop. */
  onRemoved?(workspaceId: WorkspaceId): Promise<void>
  /** Slack refuses the app's token: nothing is heard any more before a person acts. */
  onDeaf?(words: string): void
}

export type SlackPlatform = Platform & {
  /** What the web server hands to Slack's half: `/slack/events`, `/slack/install`, `/slack/oauth_redirect`. */
  readonly mounts: readonly Mount[]
}

/** Slack: its Web API to post, Bolt to listen, over sockets or over HTTP. */
export function createSlackPlatform(options: SlackOptions): SlackPlatform {
  const { clock, log, settings } = options
  const client = createWebClient(settings.apiUrl, log)
  const tokens = createTokens(options, client)
  const seen = createSeen(clock)
  const http = settings.signingSecret
    ? createHttpReceiver({ signingSecret: settings.signingSecret, clock, seen, log })
    : undefined
  const install = createInstallPage(options, client)
  const inWork = createInWork(clock)
  let receiver: Receiver | undefined
  return {
    name: 'slack',
    mounts: [
      ...(http ? [{ path: '/slack/events', respond: http.respond }] : []),
      ...(install ? install.mounts : []),
    ],
    render: renderSlack,
    async start(desk) {
      const sockets = socketsOf(options)
      receiver = sockets ?? http
      if (!receiver) return
      const scene = createScene(options, { client, desk, follow: inWork.follow, seen, tokens })
      createSlackApp({ ...listening(options), receiver, tokens }, scene)
      await receiver.start()
    },
    workspaceOf: (channel) => workspaceOf(client, tokens, channel),
    post: (outgoing) => postMessage(client, tokens, outgoing),
    edit: (message, outgoing) => editMessage(client, tokens, message, outgoing),
    find: (outgoing, attemptedAt) => findMessage(client, tokens, outgoing, attemptedAt),
    tellAdmins: (workspace, document) => tellAdmins(client, tokens, workspace, document),
    async stop() {
      await receiver?.stop()
      await inWork.finish()
    },
  }
}

function createTokens({ clock, installations, settings }: SlackOptions, client: WebClient): Tokens {
  const { botToken, oauth } = settings
  if (botToken !== undefined) return oneToken(client, botToken)
  return installedTokens({ client, clock, installations, oauth })
}

function socketsOf(options: SlackOptions): Receiver | undefined {
  const { apiUrl, appToken } = options.settings
  return appToken === undefined ? undefined : createSockets({ ...options, appToken, apiUrl })
}

function listening({ log, settings }: SlackOptions) {
  return { apiUrl: settings.apiUrl, commandPrefix: settings.commandPrefix, log }
}

function createScene(
  options: SlackOptions,
  parts: {
    readonly client: WebClient
    readonly desk: CommandDesk
    readonly follow: Scene['follow']
    readonly seen: Seen
    readonly tokens: Tokens
  },
): Scene {
  const { clock, log, postJson, settings } = options
  const { client, tokens } = parts
  return {
    ...parts,
    clock,
    log,
    look: createPersonLook(client, tokens, clock),
    respond: createResponder(postJson, settings.apiUrl, log),
    async removed(teamId) {
      const workspace = workspaceId(`slack:${teamId}`)
      await tokens.forget(workspace)
      await options.onRemoved?.(workspace)
    },
  }
}
