import { type WorkspaceId, workspaceId } from '../../domain/ids.ts'
import type { EverywhereTx } from '../transaction.ts'

/** The workspaces that want a feed or a digest, by name. */
export async function workspacesInUse({ db }: EverywhereTx): Promise<readonly WorkspaceId[]> {
  const wanting = (table: 'feed_subscriptions' | 'subscriptions') =>
    db.selectFrom(table).select('workspace_id').where('removed_at_ms', 'is', null)
  const rows = await wanting('feed_subscriptions').union(wanting('subscriptions')).execute()
  return rows.map((row) => workspaceId(row.workspace_id)).sort()
}
