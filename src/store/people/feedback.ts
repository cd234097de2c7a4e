import type { ArticleId, PersonId } from '../../domain/ids.ts'
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

function ordered([one, other]: readonly [ArticleId, ArticleId]) {
  const [first_article_id, second_article_id] = one < other ? [one, other] : [other, one]
  return { first_article_id, second_article_id }
}

/** Notes that two articles do not tell of one event. */
export async function saveSplit(
  { db, now, workspaceId }: WorkspaceTx,
  person: PersonId,
  pair: readonly [ArticleId, ArticleId],
): Promise<void> {
  await db
    .insertInto('splits')
    .values({
      workspace_id: workspaceId,
      ...ordered(pair),
      person_id: person,
      at_ms: now.getTime(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function removeSplit(
  { db, workspaceId }: WorkspaceTx,
  pair: readonly [ArticleId, ArticleId],
): Promise<void> {
  const { first_article_id, second_article_id } = ordered(pair)
  await db
    .deleteFrom('splits')
    .where('workspace_id', '=', workspaceId)
    .where('first_article_id', '=', first_article_id)
    .where('second_article_id', '=', second_article_id)
    .execute()
}
