import type { ChannelRef } from '../../../src/domain/channel.ts'
import { storyId, type WorkspaceId } from '../../../src/domain/ids.ts'
import type { Schedule } from '../../../src/domain/schedule.ts'
import type { ClaimedSlot } from '../../../src/domain/slot.ts'
import type { Subscription } from '../../../src/domain/subscription.ts'
import { claimDueSlots } from '../../../src/store/delivery/claim-slots.ts'
import { planNewSubscriptions, planSlots } from '../../../src/store/delivery/plan-slots.ts'
import { type DigestRecord, recordDigest } from '../../../src/store/delivery/record-digest.ts'
import type { Store } from '../../../src/store/store.ts'
import { saveSubscription } from '../../../src/store/wishes/subscriptions.ts'
import { aBriefing, aDigest } from '../../domain/a-digest.ts'
import { ours } from '../sample.ts'

const dailyAt8: Schedule = {
  kind: 'times',
  days: [1, 2, 3, 4, 5, 6, 7],
  at: ['08:00'],
  timezone: 'UTC',
  exact: true,
}

const aChannel: ChannelRef = { platform: 'slack', id: 'C1' }

export type Wanted = {
  readonly name?: string
  readonly workspaceId?: WorkspaceId
  readonly channel?: ChannelRef
  readonly schedule?: Schedule
  readonly paused?: boolean
}

/** A digest that a channel wants from now on. */
export async function subscribe(store: Store, wanted: Wanted = {}): Promise<Subscription> {
  const name = wanted.name ?? 'morning'
  const subscription = await store.inWorkspace(wanted.workspaceId ?? ours, (tx) =>
    saveSubscription(
      tx,
      {
        name,
        title: 'Morning briefing',
        channel: wanted.channel ?? aChannel,
        schedule: wanted.schedule ?? dailyAt8,
        feeds: { kind: 'all' },
        stories: 7,
        length: 'short',
        language: undefined,
        onEmpty: 'skip',
        images: false,
        mention: undefined,
        paused: wanted.paused ?? false,
      },
      'command',
    ),
  )
  await store.everywhere((tx) => planNewSubscriptions(tx, 1_000))
  return subscription
}

const leaseMs = 60_000

export async function planAndClaim(store: Store, limit = 10): Promise<readonly ClaimedSlot[]> {
  await store.everywhere((tx) => planSlots(tx, 1_000))
  return store.everywhere((tx) => claimDueSlots(tx, limit, leaseMs))
}

/** A digest of so many messages, the first of them the parent. */
export function aRecord(claim: ClaimedSlot, messages: number): DigestRecord {
  const { slot, subscription } = claim
  return {
    digest: aDigest({
      workspaceId: slot.workspaceId,
      digestId: slot.digestId,
      channel: subscription.channel,
      dueAt: slot.dueAt,
      briefings: messages === 0 ? [] : [aBriefing()],
    }),
    parts: Array.from({ length: messages }, (_, part) => ({
      message: {
        place: part === 0 ? 'channel' : 'thread',
        payload: { text: `${slot.key} part ${part}` },
      },
      storyId: part === 0 ? undefined : storyId(`story ${part}`),
    })),
    seen: [],
  }
}

/** Makes the digests of all slots that are due, each of so many messages. */
export async function recordAll(store: Store, messages: number): Promise<number> {
  const claims = await planAndClaim(store, 1_000)
  for (const claim of claims) {
    await store.inWorkspace(claim.slot.workspaceId, (tx) =>
      recordDigest(tx, claim, aRecord(claim, messages)),
    )
  }
  return claims.length
}
