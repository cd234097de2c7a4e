import { personId } from '../../domain/ids.ts'
import type { Area, Holder, Permission } from '../../domain/permission.ts'
import type { WorkspaceTx } from '../transaction.ts'

type Right = Pick<Permission, 'holder' | 'area'>

/** `feeds:U012`, `all:role:1122`: the area before the first colon has none itself. */
function toSubject({ holder, area }: Right): string {
  return holder.kind === 'person' ? `${area}:${holder.personId}` : `${area}:role:${holder.roleId}`
}

function toRight(subject: string): Right {
  const [area = '', ...rest] = subject.split(':')
  return { area: area as Area, holder: toHolder(rest) }
}

function toHolder([first = '', ...rest]: readonly string[]): Holder {
  return first === 'role' && rest.length > 0
    ? { kind: 'role', roleId: rest.join(':') }
    : { kind: 'person', personId: personId([first, ...rest].join(':')) }
}

/** The rights that admins of the workspace gave. */
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
  return rows.map(({ subject, granted_by }) => ({ ...toRight(subject), grantedBy: granted_by }))
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
