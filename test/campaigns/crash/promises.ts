import { rendererFor } from '../../../src/app/renderers.ts'
import type { ChannelRef } from '../../../src/domain/channel.ts'
import type { Digest } from '../../../src/domain/digest.ts'
import { digestDocuments } from '../../../src/domain/digest-document.ts'
import { withActionIds } from '../../../src/domain/document-actions.ts'
import { storyId, type WorkspaceId, workspaceId } from '../../../src/domain/ids.ts'
import type { RenderedMessage } from '../../../src/domain/platform.ts'
import { wordingFor } from '../../../src/domain/wording/wording.ts'
import { openSlot } from '../../../src/store/delivery/open-slot.ts'
import { recordDigest } from '../../../src/store/delivery/record-digest.ts'
import type { Store } from '../../../src/store/store.ts'
import { aBriefing, aDigest } from '../../domain/a-digest.ts'
import { subscribe } from '../../store/delivery/a-schedule.ts'

/** A digest that readers are to see once: a parent in its channel, and its stories beneath. */
export type Promised = {
  readonly digest: number
  readonly workspaceId: WorkspaceId
  readonly channel: ChannelRef
  readonly messages: number
}

/** Where digests go, in turn: a Slack whose history may be read, one whose may not, and Discord. */
export const workspaces = {
  open: workspaceId('slack:T0001'),
  blind: workspaceId('slack:T0002'),
  discord: workspaceId('discord:100000000000000001'),
} as const

export const messagesPerDigest = 5
const channelsPerWorkspace = 60
const hourMs = 3_600_000

/** The digest's own words, by which the judge knows it on the platform. */
const titleOf = (digest: number) => `Digest ${digest}`
const headlineOf = (digest: number, story: number) => `Story ${story} of digest ${digest}`

/** What a message on a platform is: the parent is part 0. Undefined when it is none of ours. */
export function readMark(
  text: string,
): { readonly digest: number; readonly part: number } | undefined {
  const parent = /Digest (\d+) ·/.exec(text)
  if (parent) return { digest: Number(parent[1]), part: 0 }
  const story = /Story (\d+) of digest (\d+)/.exec(text)
  return story ? { digest: Number(story[2]), part: Number(story[1]) } : undefined
}

/** Records a digest with its messages, due now, as making a digest does. */
export async function promise(store: Store, digest: number): Promise<Promised> {
  const { workspaceId: workspace, channel } = placeOf(digest)
  const name = `to-${channel.id.toLowerCase()}`
  const subscription = await subscribe(store, { workspaceId: workspace, channel, name })
  const made = digestOf(digest, channel, workspace)
  const messages = await messagesOf(digest, made)
  await store.inWorkspace(workspace, async (tx) => {
    // A slot of its own for each digest, though all are asked for within a few minutes.
    const slotTx = { ...tx, now: new Date(digest * 60_000) }
    const claim = await openSlot(slotTx, subscription, hourMs)
    if (claim === undefined) throw new Error(`digest ${digest} was promised before`)
    const due = {
      ...claim,
      slot: { ...claim.slot, dueAt: tx.now },
      tooLateAt: new Date(tx.now.getTime() + 12 * hourMs),
    }
    await recordDigest(tx, due, {
      digest: made,
      parts: messages.map((message, part) => ({
        message,
        storyId: part === 0 ? undefined : storyId(`story ${part}`),
      })),
      seen: [],
    })
  })
  return { digest, workspaceId: workspace, channel, messages: messages.length }
}

function placeOf(digest: number): Pick<Promised, 'workspaceId' | 'channel'> {
  const channel = Math.floor(digest / 3) % channelsPerWorkspace
  // Both Slack workspaces have channels of the same names, so that a mix-up would show.
  const slack: ChannelRef = { platform: 'slack', id: `C${1000 + channel}` }
  const discord: ChannelRef = { platform: 'discord', id: `3${String(channel).padStart(17, '0')}` }
  const places = [
    { workspaceId: workspaces.open, channel: slack },
    { workspaceId: workspaces.blind, channel: slack },
    { workspaceId: workspaces.discord, channel: discord },
  ] as const
  return places[(digest % 3) as 0 | 1 | 2]
}

function digestOf(digest: number, channel: ChannelRef, workspace: WorkspaceId): Digest {
  const stories = Array.from({ length: messagesPerDigest - 1 }, (_, at) => at + 1)
  return aDigest({
    title: titleOf(digest),
    channel,
    workspaceId: workspace,
    briefings: stories.map((story) =>
      aBriefing({ storyId: storyId(`story ${story}`), headline: headlineOf(digest, story) }),
    ),
  })
}

async function messagesOf(number: number, digest: Digest): Promise<readonly RenderedMessage[]> {
  const documents = digestDocuments(digest, wordingFor('en'))
  let count = 0
  const newId = () => `${number}.${++count}`
  const render = await rendererFor(digest.channel.platform)
  return render({
    ...documents,
    parent: withActionIds(documents.parent, newId).document,
    replies: documents.replies.map((reply) => withActionIds(reply, newId).document),
  })
}
