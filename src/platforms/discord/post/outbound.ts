import { Routes } from 'discord.js'
import type { Platform, PostOutcome } from '../../../domain/platform.ts'
import type { Clock } from '../../../support/clock.ts'
import type { Channels } from './channels.ts'
import type { DiscordApi } from './discord-api.ts'
import { editMessage } from './edit-message.ts'
import { findMessage } from './find-message.ts'
import { postMessage } from './post-message.ts'
import { tellAdmins } from './tell-admins.ts'
import { workspaceOf } from './workspace-of.ts'

type Outbound = Pick<Platform, 'post' | 'edit' | 'find' | 'tellAdmins' | 'workspaceOf'>

/** Everything that Dateline sends by itself. Once Discord has refused the token or asked all to wait, nothing is sent. */
export function createOutbound(api: DiscordApi, channels: Channels, clock: Clock): Outbound {
  let own: Promise<string> | undefined
  let tokenRefusal: PostOutcome | undefined
  let pausedUntilMs = 0

  async function guarded(send: () => Promise<PostOutcome>): Promise<PostOutcome> {
    if (tokenRefusal) return tokenRefusal
    const pauseMs = pausedUntilMs - clock.monotonicMs()
    if (pauseMs > 0) return { kind: 'busy', retryAfterMs: pauseMs, scope: 'platform' }
    const outcome = await send()
    if (outcome.kind === 'busy' && outcome.scope === 'platform') {
      pausedUntilMs = clock.monotonicMs() + outcome.retryAfterMs
    }
    if (outcome.kind === 'refused' && outcome.scope === 'workspace') tokenRefusal = outcome
    return outcome
  }

  function ownId(): Promise<string> {
    own ??= api.get<{ readonly id: string }>(Routes.user()).then(
      ({ id }) => id,
      (error: unknown) => {
        own = undefined
        throw error
      },
    )
    return own
  }

  return {
    post: (outgoing) => guarded(() => postMessage(api, channels, outgoing)),
    edit: (message, outgoing) => guarded(() => editMessage(api, channels, message, outgoing)),
    find: (outgoing, attemptedAt) =>
      findMessage({ api, channels, now: clock.now(), ownId }, outgoing, attemptedAt),
    tellAdmins: (workspaceId, document) => guarded(() => tellAdmins(api, workspaceId, document)),
    workspaceOf: async (channel) =>
      channel.platform === 'discord' ? workspaceOf(channels, channel.id) : undefined,
  }
}
