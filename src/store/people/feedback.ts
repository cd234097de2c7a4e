import type { PersonId } from '../../domain/ids.ts'
import { newId } from '../columns.ts'
import type { WorkspaceTx } from '../transaction.ts'

/** What a reader said of a story: less of this kind, or an error in it. */
export type Feedback = {
  readonly personId: PersonId
  readonly kind: 'less' | 'report'
  /** The story's id. */
  readonly about: string
  readonly words: string
}

export async function saveFeedback(
  { db, now, workspaceId }: WorkspaceTx,
  { personId, kind, about, words }: Feedback,
): Promise<void> {
  await db
    .insertInto('feedback')
    .values({
      workspace_id: workspaceId,
      id: newId(),
      person_id: personId,
      kind,
      about,
      words,
      at_ms: now.getTime(),
    })
    .execute()
}
