import { type PersonId, personId } from '../../domain/ids.ts'
import type { WorkspaceTx } from '../transaction.ts'

/** A right that an admin gave to a person: to change everything (`all`), or one part of it. */
export type Permission = {
  readonly personId: PersonId
  readonly area: 'all' | 'feeds' | 'digests' | 'filters' | 'budget'
  readonly grantedBy: string
}

type Right = Pick<Permission, 'personId' | 'area'>

function toSubject({ personId: id, area }: Right): string {
  return `${area}:${id}`
}

export async function listPermissions({
  db,
  workspaceId,
}: WorkspaceTx): Promise<readonly Permission[]> {
  const rows = await db
    .selectFrom('permissions')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .orderBy('subject')
    .execute()
  return rows.map(({ subject, granted_by }) => {
    const [area = '', ...id] = subject.split(':')
    return {
      personId: personId(id.join(':')),
      area: area as Permission['area'],
      grantedBy: granted_by,
    }
  })
}

export async function grantPermission(
  { db, now, workspaceId }: WorkspaceTx,
  right: Right,
  grantedBy: string,
): Promise<void> {
  await db
    .insertInto('permissions')
    .values({
      workspace_id: workspaceId,
      subject: toSubject(right),
      granted_by: grantedBy,
      granted_at_ms: now.getTime(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function revokePermission(
  { db, workspaceId }: WorkspaceTx,
  right: Right,
): Promise<void> {
  await db
    .deleteFrom('permissions')
    .where('workspace_id', '=', workspaceId)
    .where('subject', '=', toSubject(right))
    .execute()
}
