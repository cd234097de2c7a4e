import type { KeptAction } from '../../domain/document-actions.ts'
import { type ActionId, actionId } from '../../domain/ids.ts'
import { readJson, writeJson } from '../json.ts'
import { inSlices } from '../slices.ts'
import type { WorkspaceTx } from '../transaction.ts'

/** Keeps what the buttons of a document run, so that they work after a restart. */
export async function saveActions(
  { db, now, workspaceId }: WorkspaceTx,
  actions: readonly KeptAction[],
): Promise<void> {
  const rows = actions.map(({ id, command, options }) => ({
    workspace_id: workspaceId,
    id,
    command,
    options_json: writeJson(options),
    created_at_ms: now.getTime(),
  }))
  await inSlices(rows, (some) =>
    db
      .insertInto('actions')
      .values(some)
      .onConflict((conflict) => conflict.doNothing())
      .execute(),
  )
}

/** What a button of this workspace runs; undefined for one that is not there, or is another workspace's. */
export async function findAction(
  { db, workspaceId }: WorkspaceTx,
  id: ActionId,
): Promise<KeptAction | undefined> {
  const row = await db
    .selectFrom('actions')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && { id: actionId(row.id), command: row.command, options: readJson(row.options_json) }
}

/** Uses a button up; false when somebody has done so before. */
export async function takeAction({ db, workspaceId }: WorkspaceTx, id: ActionId): Promise<boolean> {
  const taken = await db
    .deleteFrom('actions')
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .executeTakeFirst()
  return taken.numDeletedRows > 0n
}
