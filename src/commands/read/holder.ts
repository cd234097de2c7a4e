import type { PlatformName } from '../../domain/channel.ts'
import { UsageError } from '../../domain/errors.ts'
import { personId } from '../../domain/ids.ts'
import type { Holder } from '../../domain/permission.ts'
import type { ReadyCall } from '../command.ts'
import type { Person } from '../memory.ts'
import { short } from '../options.ts'

/** What the platforms' own ids of people look like. */
const idOn: Readonly<Record<PlatformName, RegExp>> = {
  slack: /^[UW][A-Z0-9]{2,20}$/,
  discord: /^\d{5,20}$/,
  console: /^[a-z][a-z0-9-]{0,63}$/,
}

/** Whoever is mentioned: a person by mention, id or known name, or a role by mention or as `role:1122`. */
export function readHolder(
  option: 'grant' | 'revoke',
  typed: string,
  people: readonly Person[],
  { wording, caller }: Pick<ReadyCall, 'wording' | 'caller'>,
): Holder {
  const [, role] = /^(?:<@&|role:\s*)([A-Za-z0-9]{1,32})>?$/.exec(typed) ?? []
  if (role !== undefined) return { kind: 'role', roleId: role }
  const [, mentioned] = /^<@!?([A-Za-z0-9]{1,32})(?:\|[^>]*)?>$/.exec(typed) ?? []
  if (mentioned !== undefined) return { kind: 'person', personId: personId(mentioned) }
  const known = people.filter(
    (each) => each.personId === typed || each.name.toLowerCase() === typed.toLowerCase(),
  )
  const [only, ...others] = known
  if (only && others.length === 0) return { kind: 'person', personId: only.personId }
  if (known.length === 0 && idOn[caller.platform].test(typed)) {
    return { kind: 'person', personId: personId(typed) }
  }
  throw new UsageError(wording.say('fault.person', { value: short(typed) }), { option })
}

/** A role as Discord mentions one, the only platform that has them. */
function mentionRole(roleId: string): string {
  return `<@&${roleId}>`
}

/** A holder's name, or the mention that the platform turns into it. */
export function holderWords(holder: Holder, people: readonly Person[]): string {
  if (holder.kind === 'role') return mentionRole(holder.roleId)
  const { personId: id } = holder
  return people.find((each) => each.personId === id)?.name ?? `<@${id}>`
}
