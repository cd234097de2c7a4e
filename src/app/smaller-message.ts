import type { Delivery } from '../domain/delivery.ts'
import { digestDocuments } from '../domain/digest-document.ts'
import { withActionIds } from '../domain/document-actions.ts'
import type { DigestDocuments, RenderedMessage } from '../domain/platform.ts'
import { smallerDocument } from '../domain/smaller-document.ts'
import { wordingFor } from '../domain/wording/wording.ts'
import { saveActions } from '../store/actions/actions.ts'
import { findDigest } from '../store/delivery/sent-message.ts'
import type { Store } from '../store/store.ts'
import type { WorkspaceTx } from '../store/transaction.ts'
import { rendererFor } from './renderers.ts'

/** A message that its platform would not take, in less; undefined when there is no smaller form left. */
export async function smallerMessage(
  store: Store,
  delivery: Delivery,
  newId: () => string,
): Promise<RenderedMessage | undefined> {
  const render = await rendererFor(delivery.channel.platform)
  return store.inWorkspace(delivery.workspaceId, async (tx) => {
    const documents = await documentsOf(tx, delivery)
    const target = documents && documentAt(documents, delivery.part)
    const smaller = target && smallerDocument(target, delivery.cuts)
    if (!documents || !smaller) return undefined
    const { document, actions } = withActionIds(smaller, newId)
    await saveActions(tx, actions)
    return render(withDocumentAt(documents, delivery.part, document))[delivery.part]
  })
}

async function documentsOf(
  tx: WorkspaceTx,
  { slotId }: Delivery,
): Promise<DigestDocuments | undefined> {
  const digest = await findDigest(tx, slotId)
  return digest && digestDocuments(digest, wordingFor(digest.language))
}

function documentAt({ parent, replies }: DigestDocuments, part: number) {
  return part === 0 ? parent : replies[part - 1]
}

function withDocumentAt(
  documents: DigestDocuments,
  part: number,
  document: DigestDocuments['parent'],
): DigestDocuments {
  if (part === 0) return { ...documents, parent: document }
  return { ...documents, replies: documents.replies.with(part - 1, document) }
}
