import { correctionsOf } from '../briefing/corrections.ts'
import type { PlatformName } from '../domain/channel.ts'
import type { Correction } from '../domain/correction.ts'
import { correctedDocument, digestDocuments } from '../domain/digest-document.ts'
import { withActionIds } from '../domain/document-actions.ts'
import type { StoryId } from '../domain/ids.ts'
import type { Platform, RenderedMessage } from '../domain/platform.ts'
import type { ToldStory } from '../domain/story.ts'
import { type Wording, wordingFor } from '../domain/wording/wording.ts'
import { saveActions } from '../store/actions/actions.ts'
import { findSentMessage, type SentMessage } from '../store/delivery/sent-message.ts'
import type { Store } from '../store/store.ts'
import type { RevisedTold } from '../store/stories/revised-told.ts'
import { findToldStory, keepCorrections } from '../store/stories/told.ts'
import type { WorkspaceTx } from '../store/transaction.ts'
import { rendererFor } from './renderers.ts'

export type CorrectTools = {
  readonly store: Store
  readonly platforms: ReadonlyMap<PlatformName, Pick<Platform, 'edit'>>
  newId(): string
}

type Planned = {
  readonly sent: SentMessage
  readonly message: RenderedMessage
  readonly corrections: readonly Correction[]
}

/**
 * Edits a message of which a publisher has changed something that was printed, and says what and when; true when there is
 * nothing left to do. The edit is kept only after it stands: a crash between makes it once more, with the same words.
 */
export async function correctTold(told: RevisedTold, tools: CorrectTools): Promise<boolean> {
  const { store, platforms, newId } = tools
  const platform = platforms.get(told.channel.platform)
  const render = await rendererFor(told.channel.platform)
  const plan = await store.inWorkspace(told.workspaceId, (tx) => planEdit(tx, told, render, newId))
  if (plan === undefined || platform === undefined) return true
  const { channel, workspaceId } = told
  const at = (id: string) => ({ channel, id })
  const outcome = await platform.edit(at(plan.sent.messageId), {
    deliveryId: plan.sent.deliveryId,
    workspaceId,
    channel,
    message: plan.message,
    parent: plan.sent.parentId === undefined ? undefined : at(plan.sent.parentId),
  })
  const isOver = outcome.kind === 'posted' || outcome.kind === 'refused'
  if (isOver) {
    await store.inWorkspace(workspaceId, (tx) =>
      keepCorrections(tx, channel, told.storyId, plan.corrections),
    )
  }
  return isOver
}

async function planEdit(
  tx: WorkspaceTx,
  { channel, storyId }: RevisedTold,
  render: Platform['render'],
  newId: () => string,
): Promise<Planned | undefined> {
  const story = await findToldStory(tx, channel, storyId)
  const sent = story && (await findSentMessage(tx, story.slotId, storyId))
  if (!story || !sent) return undefined
  const wording = wordingFor(sent.digest.language)
  const [corrected] = correctionsOf([story], { now: tx.now, wording })
  if (!corrected) return undefined
  const { document, actions } = documentsWith(story, sent, corrected.corrections, wording, newId)
  await saveActions(tx, actions)
  const message = render(document)[sent.part]
  return message && { sent, message, corrections: corrected.corrections }
}

/** The digest as it was posted, with what was corrected on top of the story. */
function documentsWith(
  { id, corrections: earlier }: ToldStory,
  { digest }: SentMessage,
  corrections: readonly Correction[],
  wording: Wording,
  newId: () => string,
) {
  const documents = digestDocuments(digest, wording)
  const all = [...earlier, ...corrections]
  const replies = documents.replies.map((reply, place) =>
    isStory(digest, place, id)
      ? all.reduce(
          (document, { at, what }) =>
            correctedDocument(document, { at, what, timezone: digest.timezone }, wording),
          reply,
        )
      : reply,
  )
  const named = replies.map((reply) => withActionIds(reply, newId))
  return {
    document: { ...documents, replies: named.map(({ document }) => document) },
    actions: named.flatMap(({ actions }) => actions),
  }
}

function isStory(digest: SentMessage['digest'], place: number, id: StoryId): boolean {
  return digest.briefings[place]?.storyId === id
}
