import { type ChannelRef, readChannelRef, writeChannelRef } from '../../domain/channel.ts'
import { digestDocuments } from '../../domain/digest-document.ts'
import type { Document } from '../../domain/document.ts'
import { wordingFor } from '../../domain/wording/wording.ts'
import type { StandingThread } from '../../platforms/console/page/reads.ts'
import {
  lastChangeMs,
  type PostedDigest,
  postedDigests,
  storiesOfDeliveries,
} from '../../store/delivery/posted-messages.ts'
import { channelMessages, messageChannels } from '../../store/messages/messages.ts'
import type { WorkspaceTx } from '../../store/transaction.ts'
import { listSubscriptions } from '../../store/wishes/subscriptions.ts'
import { consoleWorkspace } from '../console.ts'

/** The newest digests of a channel: more would make the page heavy; older ones are found by their stories. */
const threadsShown = 5

/** Where digests go, and where something stands. */
export async function readChannels(tx: WorkspaceTx): Promise<readonly ChannelRef[]> {
  const wanted = (await listSubscriptions(tx)).map(({ channel }) => channel)
  const main = tx.workspaceId === consoleWorkspace ? ['console:main'] : []
  const named = [...main, ...[...wanted, ...(await messageChannels(tx))].map(writeChannelRef)]
  return [...new Set(named)].flatMap((name) => readChannelRef(name) ?? [])
}

/** Messages of the console stand in the store; those of other platforms are what they were given. */
export async function readThreads(
  tx: WorkspaceTx,
  channel: ChannelRef,
): Promise<readonly StandingThread[]> {
  if (channel.platform !== 'console')
    return (await postedDigests(tx, channel, threadsShown)).map(toThread)
  const messages = await channelMessages(tx, channel, threadsShown)
  const stories = await storiesOfDeliveries(
    tx,
    messages.map(({ id }) => id),
  )
  const standing = messages.map(({ id, parentId, payload }) => ({
    id,
    parentId,
    document: payload.document as Document,
    storyId: stories.get(id),
  }))
  return standing
    .filter(({ parentId }) => parentId === undefined)
    .map((parent) => ({
      ...parent,
      replies: standing.filter(({ parentId }) => parentId === parent.id),
    }))
}

function toThread({ digest, messages }: PostedDigest): StandingThread {
  const { parent, replies } = digestDocuments(digest, wordingFor(digest.language))
  return {
    document: parent,
    storyId: undefined,
    replies: replies.map((document, at) => ({
      document,
      storyId: digest.briefings[at]?.storyId,
    })),
    posted: { platform: digest.channel.platform, messages },
  }
}

export async function channelMark(tx: WorkspaceTx, channel: ChannelRef): Promise<string> {
  return String(await lastChangeMs(tx, channel))
}
