import type { PlatformName } from '../domain/channel.ts'
import { budgetNotice, deliveryNotice, silenceNotice } from '../domain/delivery-notices.ts'
import type { Document } from '../domain/document.ts'
import type { WorkspaceId } from '../domain/ids.ts'
import type { Platform } from '../domain/platform.ts'
import type { Silence } from '../domain/silence.ts'
import type { ClaimedSlot } from '../domain/slot.ts'
import type { Wording } from '../domain/wording/wording.ts'
import type { Log } from '../support/log.ts'
import type { DeliveryEvent } from './deliver.ts'
import type { DeliveryRecords } from './records.ts'

export type AdminTools = {
  readonly records: Pick<DeliveryRecords, 'takeSuspensionNotice'>
  readonly platforms: ReadonlyMap<PlatformName, Pick<Platform, 'tellAdmins'>>
  /** The workspace's own language. */
  wordingOf(workspaceId: WorkspaceId): Promise<Wording>
  /** Why the digest's channel has had no news for long; given once per silence. */
  takeSilence(claim: ClaimedSlot): Promise<Silence | undefined>
  /** How far the workspace has come towards its limit of the month; given once per stage. */
  takeBudgetNotice(workspaceId: WorkspaceId): Promise<Spending | undefined>
  readonly log: Log
}

type Spending = {
  readonly stage: 'soft' | 'hard'
  readonly spentMicroDollars: number
  readonly limitMicroDollars: number
}

/** Tells a workspace's admins what only they can mend, once each. */
export type AdminNotices = {
  /** After a delivery was settled: a channel that is suspended, a message that is given up. */
  onSettled(event: DeliveryEvent): Promise<void>
  /** After an empty digest was recorded. */
  onEmpty(claim: ClaimedSlot): Promise<void>
  /** After a digest was recorded, which may have cost something. */
  onSpent(claim: ClaimedSlot): Promise<void>
}

export function createAdminNotices(tools: AdminTools): AdminNotices {
  const { records, log } = tools

  async function tell(workspaceId: WorkspaceId, name: PlatformName, document: Document) {
    const outcome = await tools.platforms.get(name)?.tellAdmins(workspaceId, document)
    if (outcome?.kind !== 'posted') {
      log.warn('admins could not be told', { workspaceId, outcome: outcome?.kind })
    }
  }

  return {
    async onSettled({ delivery, verdict, scope }) {
      const { workspaceId, channel } = delivery
      const isSuspended = scope !== undefined
      if (!isSuspended && verdict.state !== 'dead') return
      if (isSuspended && !(await records.takeSuspensionNotice(delivery, scope))) return
      const what = isSuspended ? { ...verdict, state: 'suspended' as const } : verdict
      const document = deliveryNotice(delivery, what, await tools.wordingOf(workspaceId))
      await tell(workspaceId, channel.platform, document)
    },
    async onSpent({ subscription: { workspaceId, channel } }) {
      const spending = await tools.takeBudgetNotice(workspaceId)
      if (spending === undefined) return
      const { stage, spentMicroDollars, limitMicroDollars } = spending
      const wording = await tools.wordingOf(workspaceId)
      const document = budgetNotice(stage, spentMicroDollars, limitMicroDollars, wording)
      await tell(workspaceId, channel.platform, document)
    },
    async onEmpty(claim) {
      const silence = await tools.takeSilence(claim)
      if (silence === undefined) return
      const { workspaceId, title, channel } = claim.subscription
      const document = silenceNotice(title, silence, await tools.wordingOf(workspaceId))
      await tell(workspaceId, channel.platform, document)
    },
  }
}
