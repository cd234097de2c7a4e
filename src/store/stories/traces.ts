import { type ArticleId, type SlotId, slotId } from '../../domain/ids.ts'
import type { StoryTrace } from '../../domain/story-trace.ts'
import { inSlices } from '../slices.ts'
import type { WorkspaceTx } from '../transaction.ts'

/** Keeps what became of the articles of a digest, in the transaction that records it. */
export async function keepTraces(
  { db, now, workspaceId }: WorkspaceTx,
  slot: SlotId,
  traces: readonly StoryTrace[],
): Promise<void> {
  const rows = traces.map(({ articleId, stage, words }) => ({
    workspace_id: workspaceId,
    article_id: articleId,
    slot_id: slot,
    stage,
    words,
    at_ms: now.getTime(),
  }))
  await inSlices(rows, (some) =>
    db
      .insertInto('story_traces')
      .values(some)
      .onConflict((conflict) =>
        conflict
          .columns(['workspace_id', 'article_id', 'slot_id', 'stage'])
          .doUpdateSet((row) => ({ words: row.ref('excluded.words'), at_ms: now.getTime() })),
      )
      .execute(),
  )
}

/** What became of an article in the digests of a workspace. */
export type KeptTrace = Omit<StoryTrace, 'articleId'> & {
  readonly slotId: SlotId
  readonly at: Date
}

/** The latest first. */
export async function tracesOf(
  { db, workspaceId }: WorkspaceTx,
  articleId: ArticleId,
): Promise<readonly KeptTrace[]> {
  const rows = await db
    .selectFrom('story_traces')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('article_id', '=', articleId)
    .orderBy('at_ms', 'desc')
    .orderBy('slot_id')
    .execute()
  return rows.map((row) => ({
    slotId: slotId(row.slot_id),
    stage: row.stage as StoryTrace['stage'],
    words: row.words,
    at: new Date(row.at_ms),
  }))
}
