import type { Filter } from '../../domain/filter.ts'
import { orNone, orNull, toBit } from '../columns.ts'
import type { WorkspaceTx } from '../transaction.ts'

/** A filter with who looks after it. */
export type KeptFilter = Filter & { readonly managedBy: 'file' | 'command' }

function rows({ db, workspaceId }: WorkspaceTx) {
  return db.selectFrom('filters').selectAll().where('workspace_id', '=', workspaceId)
}

/** A workspace's filters, in a lasting order. */
export async function listFilters(tx: WorkspaceTx): Promise<readonly KeptFilter[]> {
  const found = await rows(tx).where('removed_at_ms', 'is', null).orderBy('id').execute()
  return found.map((row) => ({
    id: row.id,
    action: row.action as Filter['action'],
    field: row.field as Filter['field'],
    match: row.match as Filter['match'],
    value: row.value,
    not: row.negated === 1,
    scope: orNone(row.scope),
    managedBy: row.managed_by,
  }))
}

/** Writes a filter, over one of the same id where there is one, even one removed before. */
export async function saveFilter(
  { db, workspaceId }: WorkspaceTx,
  filter: Filter,
  managedBy: KeptFilter['managedBy'],
): Promise<void> {
  const columns = {
    action: filter.action,
    field: filter.field,
    match: filter.match,
    value: filter.value,
    negated: toBit(filter.not),
    scope: orNull(filter.scope),
    managed_by: managedBy,
    removed_at_ms: null,
  }
  await db
    .insertInto('filters')
    .values({ workspace_id: workspaceId, id: filter.id, ...columns })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'id']).doUpdateSet(columns))
    .execute()
}

/** Takes a filter away; it is kept aside, so that it can be put back. */
export async function removeFilter(
  { db, now, workspaceId }: WorkspaceTx,
  id: string,
): Promise<void> {
  await db
    .updateTable('filters')
    .set({ removed_at_ms: now.getTime() })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .execute()
}
