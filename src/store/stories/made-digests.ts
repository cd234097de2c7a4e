import type { Digest } from '../../domain/digest.ts'
import { readJson } from '../json.ts'
import type { WorkspaceTx } from '../transaction.ts'

/** The digests that were made since then, the latest first; what is no longer kept is not among them. */
export async function madeDigests(
  { db, workspaceId }: WorkspaceTx,
  since: Date,
  limit: number,
): Promise<readonly Digest[]> {
  const rows = await db
    .selectFrom('slots')
    .select('digest_json')
    .where('workspace_id', '=', workspaceId)
    .where('due_at_ms', '>=', since.getTime())
    .where('digest_json', 'is not', null)
    .orderBy('due_at_ms', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => readJson<Digest>(row.digest_json ?? 'null'))
}
