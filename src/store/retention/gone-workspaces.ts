import { sql } from 'kysely'
import { undoMs } from '../../domain/retention.ts'
import { workspaceTables } from '../tables/tables.ts'
import type { EverywhereTx } from '../transaction.ts'
import { forgetSome } from './forget.ts'

/** The last to go is the row that says that it must. */
const inOrder = [
  ...workspaceTables.filter((table) => table !== 'installations'),
  'installations' as const,
]

/** Deletes some of what is kept of workspaces that took the app away more than 30 days ago; 0 when nothing is left. */
export async function forgetGoneWorkspaces(tx: EverywhereTx, limit: number): Promise<number> {
  const { db, now } = tx
  const gone = await db
    .selectFrom('installations')
    .select('workspace_id')
    .where('revoked_at_ms', '<', now.getTime() - undoMs)
    .orderBy('workspace_id')
    .limit(1)
    .executeTakeFirst()
  if (gone === undefined) return 0
  const isOld = sql<boolean>`workspace_id = ${gone.workspace_id}`
  for (const table of inOrder) {
    const some = await forgetSome(tx, { table, isOld }, limit)
    if (some > 0) return some
  }
  return 0
}
