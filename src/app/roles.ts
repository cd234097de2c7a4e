import { UsageError } from '../domain/errors.ts'

/** What a process does; several processes on one PostgreSQL may share the roles out as they like. */
export const roles = ['poll', 'digest', 'deliver', 'commands', 'web'] as const
export type Role = (typeof roles)[number]

/** `poll,digest` as roles; all of them when nothing was asked for. */
export function readRoles(written: string | undefined): ReadonlySet<Role> {
  if (written === undefined) return new Set(roles)
  const asked = written.split(',').map((word) => word.trim())
  const odd = asked.find((word) => !roles.includes(word as Role))
  if (odd !== undefined)
    throw new UsageError(`I read the role "${odd}"; there are ${roles.join(', ')}.`)
  return new Set(asked as readonly Role[])
}
