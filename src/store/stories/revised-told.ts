import { type ChannelRef, readChannelRef } from '../../domain/channel.ts'
import { type StoryId, storyId, type WorkspaceId, workspaceId } from '../../domain/ids.ts'
import type { EverywhereTx } from '../transaction.ts'

/** A story that a channel was told, of which an article was changed since. */
export type RevisedTold = {
  readonly workspaceId: WorkspaceId
  readonly channel: ChannelRef
  readonly storyId: StoryId
}

/** Older stories are no longer corrected: nobody reads them any more. */
const memoryMs = 14 * 86_400_000

/** The stories told in the last 14 days of which a publisher has changed an article since `since`. */
export async function revisedTold(
  { db, now }: EverywhereTx,
  since: Date,
): Promise<readonly RevisedTold[]> {
  const rows = await db
    .selectFrom('told_articles')
    .innerJoin('articles', 'articles.id', 'told_articles.article_id')
    .select(['told_articles.workspace_id', 'told_articles.channel', 'told_articles.story_id'])
    .distinct()
    .where('articles.revised_at_ms', '>=', since.getTime())
    .where('told_articles.at_ms', '>=', now.getTime() - memoryMs)
    .whereRef('articles.revision', '>', 'told_articles.revision')
    .execute()
  return rows.flatMap((row) => {
    const channel = readChannelRef(row.channel)
    if (channel === undefined) return []
    return [{ workspaceId: workspaceId(row.workspace_id), channel, storyId: storyId(row.story_id) }]
  })
}
