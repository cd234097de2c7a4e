import { readJson, writeJson } from '../json.ts'
import type { WorkspaceTx } from '../transaction.ts'

/** A setting of a workspace; `otherwise` where it was never made. */
export async function readSetting<Value>(
  { db, workspaceId }: WorkspaceTx,
  key: string,
  otherwise: Value,
): Promise<Value> {
  const row = await db
    .selectFrom('settings')
    .select('value_json')
    .where('workspace_id', '=', workspaceId)
    .where('key', '=', key)
    .executeTakeFirst()
  return row ? readJson<Value>(row.value_json) : otherwise
}

export async function writeSetting(
  { db, workspaceId }: WorkspaceTx,
  key: string,
  value: unknown,
): Promise<void> {
  const value_json = writeJson(value)
  await db
    .insertInto('settings')
    .values({ workspace_id: workspaceId, key, value_json })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'key']).doUpdateSet({ value_json }))
    .execute()
}
