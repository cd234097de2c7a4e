import { readJson, writeJson } from '../json.ts'
import type { WorkspaceTx } from '../transaction.ts'

/** What the model answered before to the same content; undefined when it was not asked. */
export async function readModelResult(
  { db, workspaceId }: WorkspaceTx,
  key: string,
): Promise<unknown> {
  const row = await db
    .selectFrom('model_results')
    .select('value_json')
    .where('workspace_id', '=', workspaceId)
    .where('key', '=', key)
    .executeTakeFirst()
  return row && readJson<unknown>(row.value_json)
}

/** Keeps an answer of the model; the last one counts. */
export async function keepModelResult(
  { db, now, workspaceId }: WorkspaceTx,
  key: string,
  value: unknown,
): Promise<void> {
  const kept = { value_json: writeJson(value), at_ms: now.getTime() }
  await db
    .insertInto('model_results')
    .values({ workspace_id: workspaceId, key, ...kept })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'key']).doUpdateSet(kept))
    .execute()
}
