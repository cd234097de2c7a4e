import type { CommandDesk } from '../../../domain/command.ts'
import type { WorkspaceId } from '../../../domain/ids.ts'
import type { Clock } from '../../../support/clock.ts'
import type { Mount } from '../../../support/inbound.ts'
import type { Log } from '../../../support/log.ts'
import type { Channels } from '../post/channels.ts'
import { readAttachment } from './attachments.ts'
import { type Gateway, listenOnGateway } from './gateway.ts'
import { httpInteractions, readPublicKey } from './http-interactions.ts'
import { createInWork } from './in-work.ts'
import type { Interaction } from './interaction.ts'
import { createInteractionApi } from './interaction-api.ts'
import { hear } from './listen.ts'
import { createMembership } from './membership.ts'
import { hearMention, type PersonsMessage } from './mentions.ts'
import { registerCommands } from './register.ts'
import type { Scene } from './scene.ts'
import { createSeen } from './seen.ts'

export type ListenerOptions = {
  readonly token: string
  readonly apiUrl: string | undefined
  /** With it interactions come over HTTP, and no gateway is connected. */
  readonly publicKey?: string | undefined
  readonly shards?:
    | { readonly first: number; readonly last: number; readonly of: number }
    | undefined
  readonly clock: Clock
  readonly log: Log
  /** The bot was added to a server: what was stopped there may go on. */
  onJoined?(workspaceId: WorkspaceId): Promise<void>
  /** The bot was removed from a server: its work there stops. */
  onRemoved?(workspaceId: WorkspaceId): Promise<void>
  /** Discord has closed the connection for good: nothing is heard any more before a person acts. */
  onDeaf?(words: string): void
}

export type Listener = {
  start(desk: CommandDesk): Promise<void>
  stop(): Promise<void>
  readonly mounts: readonly Mount[]
}

const registerAgainMs = 60_000

/** What people do in Discord, brought to the command desk. */
export function createListener(options: ListenerOptions, channels: Channels): Listener {
  const { apiUrl, clock, log, publicKey, token } = options
  const api = createInteractionApi(token, apiUrl)
  const inWork = createInWork(clock)
  const seen = createSeen(clock)
  const stopping = new AbortController()
  let scene: Scene | undefined
  let gateway: Gateway | undefined

  async function register({ desk }: Scene): Promise<void> {
    while (!stopping.signal.aborted) {
      try {
        const isNew = await registerCommands(api, await api.applicationId(), desk.specs)
        return log.info('commands registered', { isNew })
      } catch (error) {
        log.warn('commands not registered', { error, againInMs: registerAgainMs })
      }
      await clock.sleep(registerAgainMs, stopping.signal)
    }
  }

  async function start(desk: CommandDesk): Promise<void> {
    const listening: Scene = {
      desk,
      clock,
      log,
      seen,
      follow: inWork.follow,
      readAttachment: (url) => readAttachment(url, apiUrl),
    }
    scene = listening
    inWork.follow(register(listening))
    if (publicKey !== undefined) return
    gateway = await listenOnGateway({
      ...options,
      shards: options.shards,
      onEvent: eventsFor(listening),
      onDeaf: (words) => options.onDeaf?.(words),
    })
  }

  function eventsFor(listening: Scene): (type: string, data: unknown) => void {
    const membership = createMembership({
      onJoined: (id) => inWork.follow(Promise.resolve(options.onJoined?.(id))),
      onRemoved: (id) => inWork.follow(Promise.resolve(options.onRemoved?.(id))),
    })
    let botId: Promise<string> | undefined
    function onInteraction(interaction: Interaction): void {
      const answer = (body: Readonly<Record<string, unknown>>) => api.answer(interaction, body)
      inWork.follow(hear(listening, api, interaction, answer))
    }
    function onMessage(message: PersonsMessage): void {
      if (!message.mentions?.length) return
      botId ??= api.applicationId()
      const own = botId
      inWork.follow(own.then((id) => hearMention(listening, api, channels, id, message)))
    }
    return (type, data) => {
      membership.hear(type, data)
      if (type === 'INTERACTION_CREATE') onInteraction(data as Interaction)
      if (type === 'MESSAGE_CREATE') onMessage(data as PersonsMessage)
    }
  }

  return {
    start,
    async stop() {
      stopping.abort()
      await inWork.finish()
      await gateway?.stop()
      gateway = undefined
      scene = undefined
    },
    mounts:
      publicKey === undefined
        ? []
        : [
            httpInteractions(
              readPublicKey(publicKey),
              () => clock.now(),
              () => scene,
              api,
            ),
          ],
  }
}
