import type { ChannelRef, PlatformName } from '../../domain/channel.ts'
import type { Delivery, Verdict } from '../../domain/delivery.ts'
import { afterNews, type ChannelNews } from '../../domain/destination.ts'
import type { Store } from '../store.ts'
import type { WorkspaceTx } from '../transaction.ts'
import { claimDueDeliveries, type DeliveryClaim, findTooLate } from './claim-deliveries.ts'
import {
  holdDestination,
  openDestination,
  readDestination,
  takeSuspensionNotice,
  writeDestination,
} from './destinations.ts'
import { pausePlatform } from './platform-pauses.ts'
import { claimNextPart, settleDelivery } from './settle-delivery.ts'

/** The records of deliveries, each call a transaction of its own. */
export function createDeliveryRecords(store: Store) {
  return {
    claim: (claim: DeliveryClaim) => store.everywhere((tx) => claimDueDeliveries(tx, claim)),
    settle: (delivery: Delivery, verdict: Verdict, news?: ChannelNews) =>
      store.inWorkspace(delivery.workspaceId, async (tx) => {
        const isOurs = await settleDelivery(tx, delivery, verdict)
        if (isOurs && news) await noteChannel(tx, delivery.channel, news)
        return isOurs
      }),
    settleSent: (delivery: Delivery, verdict: Verdict, leaseMs: number) =>
      store.inWorkspace(delivery.workspaceId, async (tx) => {
        if (!(await settleDelivery(tx, delivery, verdict))) return undefined
        const isFirstNews = delivery.part === 0 || delivery.attempts > 1
        if (isFirstNews) await noteChannel(tx, delivery.channel, { kind: 'success' })
        const parent = delivery.part === 0 ? verdict.sentAs : delivery.parent
        return claimNextPart(tx, { ...delivery, parent }, leaseMs)
      }),
    pausePlatform: (name: PlatformName, until: Date) =>
      store.shared((tx) => pausePlatform(tx, name, until)),
    findTooLate: (limit: number) => store.everywhere((tx) => findTooLate(tx, limit)),
    takeSuspensionNotice: ({ workspaceId, channel }: Delivery, scope: 'channel' | 'workspace') =>
      store.inWorkspace(workspaceId, (tx) =>
        takeSuspensionNotice(tx, scope === 'workspace' ? scope : channel),
      ),
  }
}

async function noteChannel(tx: WorkspaceTx, channel: ChannelRef, news: ChannelNews): Promise<void> {
  if (news.kind === 'success') return openDestination(tx, channel)
  const place = news.kind === 'suspended' && news.scope === 'workspace' ? 'workspace' : channel
  await holdDestination(tx, place)
  const before = await readDestination(tx, place)
  await writeDestination(tx, place, afterNews(before, news, tx.now))
}
