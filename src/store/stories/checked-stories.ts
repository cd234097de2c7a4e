import type { Briefing } from '../../domain/briefing.ts'
import type { Digest } from '../../domain/digest.ts'
import { toDate } from '../columns.ts'
import type { WorkspaceTx } from '../transaction.ts'

/** A story as a digest printed it, as far as its checks are concerned. */
export type CheckedStory = Pick<Briefing, 'storyId' | 'headline' | 'checks' | 'authorship'> & {
  readonly at: Date
  readonly points: number
  readonly quotes: number
}

/** The stories of the digests that were made since then, the latest first; what is no longer kept is not among them. */
export async function checkedStories(
  { db, workspaceId }: WorkspaceTx,
  since: Date,
  digests: number,
): Promise<readonly CheckedStory[]> {
  const rows = await db
    .selectFrom('slots')
    .select(['due_at_ms', 'digest_json'])
    .where('workspace_id', '=', workspaceId)
    .where('due_at_ms', '>=', since.getTime())
    .where('digest_json', 'is not', null)
    .orderBy('due_at_ms', 'desc')
    .limit(digests)
    .execute()
  return rows.flatMap((row) => storiesIn(row.digest_json ?? '', toDate(row.due_at_ms)))
}

/** Nothing that is taken from the digest is a date, so that none of its many dates is read. */
function storiesIn(json: string, at: Date): readonly CheckedStory[] {
  const { briefings } = JSON.parse(json) as Pick<Digest, 'briefings'>
  return briefings.map(({ storyId, headline, checks, authorship, points, quotes }) => ({
    storyId,
    headline,
    checks,
    authorship,
    at,
    points: points.length,
    quotes: quotes.length,
  }))
}
