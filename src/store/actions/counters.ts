import type { WorkspaceTx } from '../transaction.ts'

/** Counts one more under the key, from 1 again once `windowMs` have passed since the first; the count so far. */
export async function countUp(
  { db, now, workspaceId }: WorkspaceTx,
  key: string,
  windowMs: number,
): Promise<number> {
  const nowMs = now.getTime()
  const row = await db
    .insertInto('counters')
    .values({ workspace_id: workspaceId, key, window_start_ms: nowMs, count: 1 })
    .onConflict((conflict) =>
      conflict.columns(['workspace_id', 'key']).doUpdateSet((eb) => {
        const isOver = eb('counters.window_start_ms', '<=', nowMs - windowMs)
        return {
          window_start_ms: eb
            .case()
            .when(isOver)
            .then(eb.ref('excluded.window_start_ms'))
            .else(eb.ref('counters.window_start_ms'))
            .end(),
          count: eb
            .case()
            .when(isOver)
            .then(eb.ref('excluded.count'))
            .else(eb('counters.count', '+', 1))
            .end(),
        }
      }),
    )
    .returning('count')
    .executeTakeFirstOrThrow()
  return row.count
}
