import type { ChannelRef } from '../../domain/channel.ts'
import type { Document } from '../../domain/document.ts'
import type { WorkspaceId } from '../../domain/ids.ts'
import type {
  DigestDocuments,
  MessageRef,
  OutgoingMessage,
  Platform,
  PostOutcome,
  RenderedMessage,
} from '../../domain/platform.ts'
import { renderText, type TextFormat } from './render/render-text.ts'

/** A message of the console: the document itself, so that each face shows it by its own means. */
export type ConsolePayload = { readonly document: Document }

export type ConsoleOptions = {
  /** The one workspace whose channels stand here. */
  readonly workspaceId: WorkspaceId
  readonly format: TextFormat
  /** Takes the text of each message that is posted or changed, in order. */
  write(text: string): void
  /** Puts a message into its channel once; false when it stands there already. */
  keep(message: {
    readonly id: string
    readonly channel: ChannelRef
    readonly parentId: string | undefined
    readonly payload: ConsolePayload
  }): Promise<boolean>
  /** Whether the message stood there to be changed. */
  change(id: string, payload: ConsolePayload): Promise<boolean>
  stands(id: string): Promise<boolean>
}

/** This machine's terminal and page as a platform: what is posted is kept, then printed. */
export function createConsolePlatform(options: ConsoleOptions): Platform {
  const print = ({ document }: ConsolePayload) =>
    options.write(`${renderText(document, options.format)}\n`)
  return {
    name: 'console',
    render: renderConsole,
    start: async () => {},
    workspaceOf: async ({ platform }) => (platform === 'console' ? options.workspaceId : undefined),
    async post({ deliveryId, channel, parent, message }) {
      const payload = payloadOf(message)
      const kept = { id: deliveryId, channel, parentId: parent?.id, payload }
      if (await options.keep(kept)) print(payload)
      return { kind: 'posted', message: { channel, id: deliveryId } }
    },
    async edit(ref, { message }) {
      const payload = payloadOf(message)
      if (!(await options.change(ref.id, payload))) return gone(ref)
      print(payload)
      return { kind: 'posted', message: ref }
    },
    async find({ deliveryId, channel }: OutgoingMessage) {
      const isThere = await options.stands(deliveryId)
      return isThere ? { kind: 'found', message: { channel, id: deliveryId } } : { kind: 'absent' }
    },
    async tellAdmins(_workspaceId, document) {
      print({ document })
      return { kind: 'posted', message: { channel: adminChannel, id: 'printed' } }
    },
    stop: async () => {},
  }
}

/** Whoever sits at the terminal runs the bot. */
const adminChannel: ChannelRef = { platform: 'console', id: 'admins' }

/** The parent, and each story beneath it; the console has no limits to keep. */
export function renderConsole({ parent, replies }: DigestDocuments): readonly RenderedMessage[] {
  return [
    { place: 'channel', payload: { document: parent } },
    ...replies.map((document): RenderedMessage => ({ place: 'thread', payload: { document } })),
  ]
}

function payloadOf({ payload }: RenderedMessage): ConsolePayload {
  return payload as ConsolePayload
}

function gone({ channel, id }: MessageRef): PostOutcome {
  const why = `There is no message ${id} in the channel ${channel.id}.`
  return { kind: 'refused', scope: 'channel', code: 'no-such-message', why }
}
