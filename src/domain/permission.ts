import type { Caller } from './command.ts'
import type { PersonId } from './ids.ts'

/** What a right is for; `all` is everything that an admin may change. */
export type Area = 'all' | 'feeds' | 'digests' | 'filters' | 'budget'

/** Who has a right: a person, or everybody to whom the platform gives a role. */
export type Holder =
  | { readonly kind: 'person'; readonly personId: PersonId }
  | { readonly kind: 'role'; readonly roleId: string }

/** A right that an admin gave, beside those that the platform itself gives its admins. */
export type Permission = {
  readonly holder: Holder
  readonly area: Area
  readonly grantedBy: string
}

/** Whether the caller may change things of the area; a stranger never, whoever has given them a right. */
export function mayChange(
  caller: Pick<Caller, 'personId' | 'roles' | 'isAdmin' | 'isStranger'>,
  area: Area,
  permissions: readonly Permission[],
): boolean {
  if (caller.isStranger) return false
  if (caller.isAdmin) return true
  return permissions.some((each) => isFor(each, area) && isHeldBy(each.holder, caller))
}

/** Whether the right is enough for the area. */
export function isFor(permission: Pick<Permission, 'area'>, area: Area): boolean {
  return permission.area === 'all' || permission.area === area
}

function isHeldBy(holder: Holder, { personId, roles = [] }: Pick<Caller, 'personId' | 'roles'>) {
  return holder.kind === 'person' ? holder.personId === personId : roles.includes(holder.roleId)
}
