import { type PersonId, personId, type WorkspaceId, workspaceId } from '../../domain/ids.ts'
import type { EverywhereTx, WorkspaceTx } from '../transaction.ts'

/** The app's presence in a workspace as it is kept: what is secret in it is sealed by whoever keeps it. */
export type SealedInstallation = {
  readonly sealed: string
  readonly installedBy: PersonId
  /** A renewal of its token came to nothing. */
  readonly isLost: boolean
}

/** Whoever began a renewal and has not ended it after this is taken for dead. */
const renewalMs = 60_000

/** Installed, or installed again: whatever was wrong with it before is over. */
export async function saveInstallation(
  { db, now, workspaceId: workspace }: WorkspaceTx,
  { sealed, installedBy }: Pick<SealedInstallation, 'sealed' | 'installedBy'>,
): Promise<void> {
  const values = {
    sealed,
    installed_by: installedBy,
    installed_at_ms: now.getTime(),
    renewing_since_ms: null,
    lost_at_ms: null,
    revoked_at_ms: null,
  }
  await db
    .insertInto('installations')
    .values({ workspace_id: workspace, ...values })
    .onConflict((conflict) => conflict.column('workspace_id').doUpdateSet(values))
    .execute()
}

/** Undefined where the app was never installed or is removed. */
export async function findInstallation({
  db,
  workspaceId: workspace,
}: WorkspaceTx): Promise<SealedInstallation | undefined> {
  const row = await db
    .selectFrom('installations')
    .selectAll()
    .where('workspace_id', '=', workspace)
    .where('revoked_at_ms', 'is', null)
    .executeTakeFirst()
  return (
    row && {
      sealed: row.sealed,
      installedBy: personId(row.installed_by),
      isLost: row.lost_at_ms !== null,
    }
  )
}

/** All workspaces in which the app is installed. */
export async function installedWorkspaces({ db }: EverywhereTx): Promise<readonly WorkspaceId[]> {
  const rows = await db
    .selectFrom('installations')
    .select('workspace_id')
    .where('revoked_at_ms', 'is', null)
    .orderBy('workspace_id')
    .execute()
  return rows.map((row) => workspaceId(row.workspace_id))
}

/** What is sealed, of every workspace. */
export async function sealedSecrets({
  db,
}: EverywhereTx): Promise<
  readonly { readonly workspaceId: WorkspaceId; readonly sealed: string }[]
> {
  const rows = await db
    .selectFrom('installations')
    .select(['workspace_id', 'sealed'])
    .where('sealed', '!=', '')
    .orderBy('workspace_id')
    .execute()
  return rows.map((row) => ({ workspaceId: workspaceId(row.workspace_id), sealed: row.sealed }))
}

/** Puts a secret that was sealed anew in the place of the old seal; false when that has changed meanwhile. */
export async function replaceSealed(
  { db, workspaceId: workspace }: WorkspaceTx,
  before: string,
  after: string,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('installations')
    .set({ sealed: after })
    .where('workspace_id', '=', workspace)
    .where('sealed', '=', before)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Whether the caller may renew the token now; nobody else may until it is done or taken for dead. */
export async function claimRenewal({
  db,
  now,
  workspaceId: workspace,
}: WorkspaceTx): Promise<boolean> {
  const claimed = await db
    .updateTable('installations')
    .set({ renewing_since_ms: now.getTime() })
    .where('workspace_id', '=', workspace)
    .where('revoked_at_ms', 'is', null)
    .where('lost_at_ms', 'is', null)
    .where((is) =>
      is.or([
        is('renewing_since_ms', 'is', null),
        is('renewing_since_ms', '<', now.getTime() - renewalMs),
      ]),
    )
    .executeTakeFirst()
  return claimed.numUpdatedRows > 0n
}

/** The renewal is done; an installation that was removed meanwhile stays so. */
export async function saveRenewed(
  { db, workspaceId: workspace }: WorkspaceTx,
  sealed: string,
): Promise<void> {
  await db
    .updateTable('installations')
    .set({ sealed, renewing_since_ms: null })
    .where('workspace_id', '=', workspace)
    .where('revoked_at_ms', 'is', null)
    .execute()
}

export async function markInstallationLost({
  db,
  now,
  workspaceId: workspace,
}: WorkspaceTx): Promise<void> {
  await db
    .updateTable('installations')
    .set({ lost_at_ms: now.getTime() })
    .where('workspace_id', '=', workspace)
    .execute()
}

/** Its secrets are erased. */
export async function removeInstallation({
  db,
  now,
  workspaceId: workspace,
}: WorkspaceTx): Promise<void> {
  await db
    .updateTable('installations')
    .set({ sealed: '', revoked_at_ms: now.getTime() })
    .where('workspace_id', '=', workspace)
    .execute()
}
