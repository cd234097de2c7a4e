import type { ChannelRef, PlatformName } from './channel.ts'
import type { CommandDesk } from './command.ts'
import type { Document } from './document.ts'
import type { DeliveryId, WorkspaceId } from './ids.ts'

/** How to find a message again on its platform. */
export type MessageRef = {
  readonly channel: ChannelRef
  /** Slack's `ts`, Discord's message id, the console's number. */
  readonly id: string
}

/** One message as the platform takes it, within all its limits. JSON that survives storage. */
export type RenderedMessage = {
  /** Beneath the digest's first message, or a message of its own. */
  readonly place: 'channel' | 'thread'
  readonly payload: Readonly<Record<string, unknown>>
  /** What the digest's thread is called, where the platform names threads. Plain text. */
  readonly title?: string
}

/** What is sent: the same bytes at every try, and the mark by which the message can be found again. */
export type OutgoingMessage = {
  readonly deliveryId: DeliveryId
  readonly workspaceId: WorkspaceId
  readonly channel: ChannelRef
  readonly message: RenderedMessage
  /** The digest's first message, for parts placed in its thread. */
  readonly parent: MessageRef | undefined
}

/** What became of a try to post. Each outcome says what may be done next. */
export type PostOutcome =
  | { readonly kind: 'posted'; readonly message: MessageRef }
  /** Not sent; the platform asks to wait. `platform` means: pause all of it, not only this channel. */
  | { readonly kind: 'busy'; readonly retryAfterMs: number; readonly scope: 'channel' | 'platform' }
  /** Certainly not sent; may be tried again later. */
  | { readonly kind: 'not-sent'; readonly why: string; readonly unreachable: boolean }
  /** It may stand there. Must be reconciled, never blindly repeated. */
  | { readonly kind: 'unknown'; readonly why: string }
  /** Certainly not sent and never will be before a person acts. */
  | {
      readonly kind: 'refused'
      readonly scope: 'channel' | 'workspace'
      readonly code: string
      readonly why: string
    }
  /** The platform will not take this payload; halve it, then plain text, then drop. */
  | { readonly kind: 'malformed'; readonly code: string; readonly why: string }

/** What a look for a message of unknown fate found. */
export type FindOutcome =
  | { readonly kind: 'found'; readonly message: MessageRef }
  /** The listing was complete and the message is not in it. */
  | { readonly kind: 'absent' }
  /** Nothing was looked up: the platform itself still refuses a second message with the same mark, so posting again now cannot double. */
  | { readonly kind: 'repeatable' }
  /** The platform does not let us look (no history scope), so the next try is at our risk. */
  | { readonly kind: 'cannot-look'; readonly why: string }
  | { readonly kind: 'failed'; readonly why: string; readonly retryAfterMs: number | undefined }

/** A digest as documents: the parent that everyone is notified of, and one reply per story. */
export type DigestDocuments = {
  readonly parent: Document
  readonly replies: readonly Document[]
  /** The role or group that the parent notifies, as the platform's own id; nobody else is ever mentioned. */
  readonly mention?: string
}

/** What Slack, Discord and the console have in common. Posting never throws for what the platform answers. */
export type Platform = {
  readonly name: PlatformName
  /** Pure: the messages that a digest becomes here, in order, each within every limit. */
  render(documents: DigestDocuments): readonly RenderedMessage[]
  start(desk: CommandDesk): Promise<void>
  /** The workspace in which a channel stands; undefined when the bot cannot see it. */
  workspaceOf(channel: ChannelRef): Promise<WorkspaceId | undefined>
  post(outgoing: OutgoingMessage): Promise<PostOutcome>
  /** Replaces a message that stands there. */
  edit(message: MessageRef, outgoing: OutgoingMessage): Promise<PostOutcome>
  /**
   * Looks for a message of unknown fate. `attemptedAt` is when its first try of unknown fate began, by our clock: a platform
   * that lists messages allows a minute for clocks that differ.
   */
  find(outgoing: OutgoingMessage, attemptedAt: Date): Promise<FindOutcome>
  /** A word to the workspace's admins alone: who installed the bot, or who may configure it. */
  tellAdmins(workspaceId: WorkspaceId, document: Document): Promise<PostOutcome>
  stop(): Promise<void>
}
