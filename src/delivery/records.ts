import type { PlatformName } from '../domain/channel.ts'
import type { Delivery, Verdict } from '../domain/delivery.ts'
import type { ChannelNews } from '../domain/destination.ts'

/** What delivering needs of the store; every write is refused when the claim has gone to another process. */
export type DeliveryRecords = {
  /** Deliveries that are due, leased to us: in `sending` to be posted at once, in `unknown` to be looked for. */
  claim(claim: {
    readonly platforms: readonly PlatformName[]
    readonly limit: number
    readonly leaseMs: number
  }): Promise<readonly Delivery[]>
  /** False when the claim has gone to another process; then nothing is written. */
  settle(delivery: Delivery, verdict: Verdict, news?: ChannelNews): Promise<boolean>
  /** Settles a message that was sent and leases the part after it, in one; undefined when there is none to send. */
  settleSent(delivery: Delivery, verdict: Verdict, leaseMs: number): Promise<Delivery | undefined>
  pausePlatform(name: PlatformName, until: Date): Promise<void>
  /** Deliveries that wait for a channel where nothing can be posted, and whose time is over. */
  findTooLate(limit: number): Promise<readonly Delivery[]>
  /** Whether we are the one to tell the admins that a channel is suspended; true once. */
  takeSuspensionNotice(delivery: Delivery, scope: 'channel' | 'workspace'): Promise<boolean>
}
