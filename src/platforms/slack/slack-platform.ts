import type { Platform } from '../../domain/platform.ts'
import type { Log } from '../../support/log.ts'
import { findMessage } from './post/find-message.ts'
import { editMessage, postMessage } from './post/post-message.ts'
import { tellAdmins } from './post/tell-admins.ts'
import { workspaceOf } from './post/workspace-of.ts'
import { renderSlack } from './render/render-digest.ts'
import { oneToken } from './tokens/one-token.ts'
import { createWebClient } from './web-client.ts'

export type SlackOptions = {
  readonly botToken: string
  /** Another server that speaks the same API: `http://host/api/`. */
  readonly apiUrl: string | undefined
  readonly log: Log
}

/** Slack: the outbound half through its Web API. */
export function createSlackPlatform({ botToken, apiUrl, log }: SlackOptions): Platform {
  const client = createWebClient(apiUrl, log)
  const tokens = oneToken(client, botToken)
  return {
    name: 'slack',
    render: renderSlack,
    start: () => Promise.resolve(),
    workspaceOf: (channel) => workspaceOf(client, tokens, channel),
    post: (outgoing) => postMessage(client, tokens, outgoing),
    edit: (message, outgoing) => editMessage(client, tokens, message, outgoing),
    find: (outgoing, since) => findMessage(client, tokens, outgoing, since),
    tellAdmins: (workspaceId, document) => tellAdmins(client, tokens, workspaceId, document),
    stop: () => Promise.resolve(),
  }
}
