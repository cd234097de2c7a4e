import type { Document } from '../../../domain/document.ts'
import type { DigestDocuments, RenderedMessage } from '../../../domain/platform.ts'
import { renderMessage } from './render-message.ts'

/** One message that everyone is notified of and a reply per story beneath it; a digest of one story is one message. */
export function renderSlack(documents: DigestDocuments): readonly RenderedMessage[] {
  const [first, ...others] = documents.replies
  const { mention } = documents
  if (first && others.length === 0)
    return [renderMessage(joined(documents.parent, first), 'channel', mention)]
  return [
    renderMessage(documents.parent, 'channel', mention),
    ...documents.replies.map((reply) => renderMessage(reply, 'thread')),
  ]
}

/** The story stands where the list of headlines would have been. */
function joined(parent: Document, story: Document): Document {
  const blocks = parent.blocks.flatMap((block) =>
    block.kind === 'headlines' ? story.blocks : [block],
  )
  return { blocks, fallback: parent.fallback }
}
