import type { WorkspaceTx } from '../transaction.ts'

/** Notes that a request came; false for one that has come before. */
export async function isNewArrival(
  { db, now, workspaceId }: WorkspaceTx,
  id: string,
): Promise<boolean> {
  const noted = await db
    .insertInto('arrivals')
    .values({ workspace_id: workspaceId, id, at_ms: now.getTime() })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return (noted.numInsertedOrUpdatedRows ?? 0n) > 0n
}
