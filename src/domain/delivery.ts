import type { ChannelRef } from './channel.ts'
import type { DeliveryId, SlotId, StoryId, WorkspaceId } from './ids.ts'
import type { MessageRef, RenderedMessage } from './platform.ts'

/** Where a delivery stands. `ready` was never sent; `unknown` may stand on the platform and must be looked for. */
export type DeliveryState =
  | 'ready'
  | 'sending'
  | 'sent'
  | 'retry_at'
  | 'unknown'
  | 'dead'
  | 'suspended'
  | 'skipped'

/** The record of one message of one digest to one channel. Its payload is stored before anything is sent. */
export type Delivery = {
  readonly id: DeliveryId
  readonly workspaceId: WorkspaceId
  readonly slotId: SlotId
  readonly channel: ChannelRef
  /** 0 is the parent; part n + 1 is sent only after part n is `sent`. */
  readonly part: number
  readonly message: RenderedMessage
  /** How often a smaller form has taken the message's place because the platform would not take it. */
  readonly cuts: number
  readonly state: DeliveryState
  readonly attempts: number
  readonly reconciliations: number
  /** The first attempt whose outcome is still unknown. */
  readonly attemptStartedAt: Date | undefined
  /** The message that the part before it became; replies go beneath the parent. */
  readonly parent: MessageRef | undefined
  readonly dueAt: Date
  /** After this instant the digest would be posted too late to be news. */
  readonly tooLateAt: Date
  readonly fence: number
}

/** One message of a digest as it is recorded, and the story that it tells. */
export type DigestPart = {
  readonly message: RenderedMessage
  /** Undefined for the parent. */
  readonly storyId: StoryId | undefined
}

/** What a delivery becomes. */
export type Verdict = Pick<
  Delivery,
  'state' | 'attempts' | 'reconciliations' | 'attemptStartedAt' | 'dueAt'
> & {
  /** Why, for the record and the admins. */
  readonly words: string
  /** Where it stands, once it is `sent`. */
  readonly sentAs: MessageRef | undefined
  /** The smaller form to be sent from now on. */
  readonly message?: RenderedMessage
}
