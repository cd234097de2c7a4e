import type { DigestPart } from '../domain/delivery.ts'
import { type KeptAction, withActionIds } from '../domain/document-actions.ts'
import type { DigestDocuments } from '../domain/platform.ts'
import type { ClaimedSlot } from '../domain/slot.ts'
import { storyTraces } from '../domain/story-trace.ts'
import type { MadeDigest } from '../pipeline.ts'
import { saveActions } from '../store/actions/actions.ts'
import { recordDigest } from '../store/delivery/record-digest.ts'
import type { Store } from '../store/store.ts'
import { keepTold } from '../store/stories/told.ts'
import { keepTraces } from '../store/stories/traces.ts'
import { rendererFor } from './renderers.ts'

/**
 * Records a digest with all that hangs on it, in one transaction: its messages as they will be sent, its buttons, what
 * the channel is told with it, and what became of every article. False when another process has taken the slot over.
 */
export async function recordMadeDigest(
  store: Store,
  claim: ClaimedSlot,
  made: MadeDigest,
  newId: () => string,
): Promise<boolean> {
  const { digest, subscription, briefed, left, window } = made
  const { documents, actions } = namedDocuments(made.documents, newId)
  const isSkipped = digest.briefings.length === 0 && subscription.onEmpty === 'skip'
  const parts = isSkipped ? [] : await partsOf(made, documents)
  return store.inWorkspace(subscription.workspaceId, (tx) =>
    recordDigest(tx, claim, {
      digest,
      parts,
      seen: window.articles,
      async alsoRecord(open) {
        const printed = briefed.map(({ ranked, briefing }) => ({ story: ranked.story, briefing }))
        await keepTold(open, subscription.channel, claim.slot.id, printed)
        await keepTraces(open, claim.slot.id, storyTraces(briefed, left, window.wording))
        await saveActions(open, actions)
      },
    }),
  )
}

/** A platform may put a short digest into one message, and then no part tells a story of its own. */
async function partsOf(
  { digest }: MadeDigest,
  documents: DigestDocuments,
): Promise<readonly DigestPart[]> {
  const render = await rendererFor(digest.channel.platform)
  const messages = render(documents)
  const isOneEach = messages.length === digest.briefings.length + 1
  return messages.map((message, at) => ({
    message,
    storyId: isOneEach ? digest.briefings[at - 1]?.storyId : undefined,
  }))
}

function namedDocuments(documents: DigestDocuments, newId: () => string) {
  const parent = withActionIds(documents.parent, newId)
  const replies = documents.replies.map((reply) => withActionIds(reply, newId))
  const actions: readonly KeptAction[] = [parent, ...replies].flatMap((named) => named.actions)
  const named: DigestDocuments = {
    ...documents,
    parent: parent.document,
    replies: replies.map(({ document }) => document),
  }
  return { documents: named, actions }
}
