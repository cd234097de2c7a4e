import type { DigestId } from '../../domain/ids.ts'
import type { WorkspaceTx } from '../transaction.ts'

const dayMs = 86_400_000
/** A digest looks back to the one before it; the first one over a day; none further than this. */
export const farthestBackMs = 8 * dayMs
/** What came in while the digest before was being made is taken again; what it used is known. */
const overlapMs = 3_600_000

/** From when on a digest reads articles: a little before the last one that was made; missed ones leave theirs to the next. */
export async function windowStart(
  { db, workspaceId, now }: WorkspaceTx,
  id: DigestId,
): Promise<Date> {
  const last = await db
    .selectFrom('slots')
    .select('due_at_ms')
    .where('workspace_id', '=', workspaceId)
    .where('digest_id', '=', id)
    .where('state', 'in', ['recorded', 'empty'])
    .orderBy('due_at_ms', 'desc')
    .limit(1)
    .executeTakeFirst()
  const sinceMs = last === undefined ? now.getTime() - dayMs : last.due_at_ms - overlapMs
  return new Date(Math.max(sinceMs, now.getTime() - farthestBackMs))
}
