import type { CommandSpec } from '../../../domain/command.ts'
import { commandTree } from './command-tree.ts'
import type { InteractionApi } from './interaction-api.ts'

type Json = Readonly<Record<string, unknown>>

/** Registers the commands when they are not what Discord has; says whether it did. */
export async function registerCommands(
  api: InteractionApi,
  applicationId: string,
  specs: readonly CommandSpec[],
): Promise<boolean> {
  const wanted = commandTree(specs)
  const registered = await api.commands(applicationId)
  if (isSameSet(wanted, registered)) return false
  await api.putCommands(applicationId, wanted)
  return true
}

function isSameSet(wanted: readonly Json[], registered: readonly Json[]): boolean {
  const key = (command: Json) => `${command.type ?? 1} ${command.name}`
  const there = new Map(registered.map((command) => [key(command), command]))
  return (
    wanted.length === registered.length &&
    wanted.every((command) => isIn(command, there.get(key(command))))
  )
}

/** Whether everything that is wanted is there; Discord adds ids of its own, and leaves out what is empty or false. */
function isIn(wanted: unknown, there: unknown): boolean {
  if (isNothing(wanted)) return isNothing(there)
  if (Array.isArray(wanted)) {
    const list = Array.isArray(there) ? there : []
    return list.length === wanted.length && wanted.every((each, at) => isIn(each, list[at]))
  }
  if (typeof wanted !== 'object' || wanted === null) return wanted === there
  if (typeof there !== 'object' || there === null) return false
  return Object.entries(wanted).every(([key, inner]) => isIn(inner, (there as Json)[key]))
}

function isNothing(value: unknown): boolean {
  const isEmptyList = Array.isArray(value) && value.length === 0
  return value === undefined || value === null || value === false || isEmptyList
}
