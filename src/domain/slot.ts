import type { DigestId, SlotId, WorkspaceId } from './ids.ts'
import type { Subscription } from './subscription.ts'

/**
 * Where a slot stands. `due`: its digest is to be made. `recorded`: its messages are. `empty`: there was nothing to tell.
 * `missed`: it came too late to be news, or a later slot took its place. `failed`: its digest could not be made.
 */
export type SlotState = 'due' | 'recorded' | 'empty' | 'missed' | 'failed'

/** One planned digest. */
export type Slot = {
  readonly id: SlotId
  readonly workspaceId: WorkspaceId
  readonly digestId: DigestId
  /** The local date and time with its zone, as written in the schedule. */
  readonly key: string
  readonly dueAt: Date
}

/** A slot that this process alone may make the digest of, until its lease ends; `fence` proves it at every write. */
export type ClaimedSlot = {
  readonly slot: Slot
  readonly subscription: Subscription
  readonly fence: number
  /** How often making its digest has failed. */
  readonly attempts: number
  /** After this instant the digest would no longer be news. */
  readonly tooLateAt: Date
  /** When the bot was back; undefined for a digest that is on time. */
  readonly lateUntil: Date | undefined
  /** When the digest after it is due. */
  readonly nextAt: Date | undefined
}
