import type { Digest } from '../domain/digest.ts'
import { digestDocuments } from '../domain/digest-document.ts'
import type { Block } from '../domain/document.ts'
import type { Wording } from '../domain/wording/wording.ts'

/** A digest in one message: the list of its stories, then each story, as they would stand in the channel. */
export function digestBlocks(digest: Digest, wording: Wording): readonly Block[] {
  const { parent, replies } = digestDocuments(digest, wording)
  return [
    ...parent.blocks,
    ...replies.flatMap(({ blocks }): readonly Block[] => [{ kind: 'divider' }, ...blocks]),
  ]
}
