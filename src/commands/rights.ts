import type { CommandCall, Reply } from '../domain/command.ts'
import { isFor, mayChange, type Permission } from '../domain/permission.ts'
import type { Wording } from '../domain/wording/wording.ts'
import type { Command } from './command.ts'
import { holderWords } from './read/holder.ts'
import { refused } from './reply.ts'
import type { CommandTools } from './tools.ts'

/** The refusal for a caller who may not, noted in the audit log; undefined for one who may. */
export async function deny(
  command: Command,
  call: CommandCall,
  permissions: readonly Permission[],
  wording: Wording,
  tools: CommandTools,
): Promise<Reply | undefined> {
  const { caller } = call
  const isForAll = command.audience === 'everyone'
  if (isForAll && !(command.isForMembers && caller.isStranger)) return undefined
  if (!isForAll && mayChange(caller, command.area ?? 'all', permissions)) return undefined
  await tools.inWorkspace(caller.workspaceId, (memory) =>
    memory.recordAudit({
      personId: caller.personId,
      name: caller.name,
      what: `${command.name} refused`,
      before: undefined,
      after: undefined,
    }),
  )
  if (caller.isStranger) return refused(wording.say('refused.stranger'))
  const names = await whoMay(command, call, permissions, tools)
  return refused(
    names === ''
      ? wording.say('refused.nobodyKnown', { command: command.name })
      : wording.say('refused.notAdmin', { command: command.name, names }),
  )
}

async function whoMay(
  { area = 'all' }: Command,
  { caller }: CommandCall,
  permissions: readonly Permission[],
  tools: CommandTools,
): Promise<string> {
  const people = await tools.inWorkspace(caller.workspaceId, (memory) => memory.listPeople())
  const granted = permissions
    .filter((each) => isFor(each, area))
    .map(({ holder }) => holderWords(holder, people))
  return [...new Set([...(await tools.adminNames(caller.workspaceId)), ...granted])].join(', ')
}
