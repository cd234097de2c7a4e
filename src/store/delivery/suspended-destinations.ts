import { type WorkspaceId, workspaceId } from '../../domain/ids.ts'
import { toDate } from '../columns.ts'
import type { EverywhereTx } from '../transaction.ts'

/** A channel to which nothing is posted before an admin has seen to it. */
export type SuspendedDestination = {
  readonly workspaceId: WorkspaceId
  /** As it is stored: `slack:C0123456789`; `*` for every channel of the workspace. */
  readonly channel: string
  readonly since: Date
  /** Why, for people. */
  readonly words: string
}

/** Over all workspaces, the longest suspended first. */
export async function suspendedDestinations({
  db,
}: EverywhereTx): Promise<readonly SuspendedDestination[]> {
  const rows = await db
    .selectFrom('destinations')
    .select(['workspace_id', 'channel', 'suspended_at_ms', 'suspended_words'])
    .where('suspended_at_ms', 'is not', null)
    .orderBy('suspended_at_ms')
    .execute()
  return rows.map((row) => ({
    workspaceId: workspaceId(row.workspace_id),
    channel: row.channel,
    since: toDate(row.suspended_at_ms ?? 0),
    words: row.suspended_words,
  }))
}
