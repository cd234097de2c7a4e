import type { CommandCall, CommandDesk, Reply } from '../domain/command.ts'
import { withActionIds } from '../domain/document-actions.ts'
import { UnusableError, UsageError } from '../domain/errors.ts'
import { actionId } from '../domain/ids.ts'
import { type Wording, wordingFor } from '../domain/wording/wording.ts'
import { type Admission, admit } from './admission.ts'
import type { Command, ReadyCall } from './command.ts'
import { complete } from './complete.ts'
import type { Permission } from './memory.ts'
import { nearest } from './nearest.ts'
import { missingOption, readOptions } from './options.ts'
import { failed, refused } from './reply.ts'
import { commands } from './table.ts'
import type { CommandTools } from './tools.ts'

/** Where every face brings what people ask; the same commands behind all of them. */
export function createCommandDesk(tools: CommandTools): CommandDesk {
  return {
    specs: commands.map(({ run: _, examples: __, area: ___, isOnce: ____, ...spec }) => spec),
    run: (call) => runSafely(call, tools),
    complete: (query) => complete(query, tools),
  }
}

async function runSafely(call: CommandCall, tools: CommandTools): Promise<Reply> {
  const wording = wordingFor(call.caller.locale)
  try {
    return await withKeptActions(await runCall(call, wording, tools), call, tools)
  } catch (error) {
    if (error instanceof UsageError || error instanceof UnusableError) return failed(error.message)
    const number = tools.random.id().slice(0, 8)
    tools.onFault(error, number)
    return failed(wording.say('fault.unexpected', { number }))
  }
}

async function runCall(call: CommandCall, wording: Wording, tools: CommandTools): Promise<Reply> {
  const { workspaceId } = call.caller
  const admission = await tools.inWorkspace(workspaceId, (memory) => admit(call, memory, tools))
  switch (admission.kind) {
    case 'repeated':
      return failed(wording.say('fault.repeated'))
    case 'too-many':
      return refused(wording.say('fault.tooMany', { limit: admission.limit }))
    case 'admitted':
      return call.command === 'press'
        ? press(call, admission, wording, tools)
        : runNamed(call, admission, wording, tools)
  }
}

type Admitted = Extract<Admission, { kind: 'admitted' }>

function runNamed(
  call: CommandCall,
  { permissions }: Admitted,
  wording: Wording,
  tools: CommandTools,
): Promise<Reply> {
  const command = commands.find(({ name }) => name === call.command.toLowerCase())
  // What stands behind a button alone is not there for anyone who only knows its name.
  if (!command || command.isOnce) return Promise.resolve(unknownCommand(call.command, wording))
  return runCommand(command, call, permissions, wording, tools)
}

function unknownCommand(typed: string, wording: Wording): Reply {
  const names = commands.filter(({ isHidden }) => !isHidden).map(({ name }) => name)
  const near = nearest(typed, names)
  return near.length > 0
    ? failed(wording.say('fault.nearCommand', { command: typed, near: near.join(', ') }))
    : failed(wording.say('fault.unknownCommand', { command: typed }))
}

async function press(
  call: CommandCall,
  { permissions }: Admitted,
  wording: Wording,
  tools: CommandTools,
): Promise<Reply> {
  const id = actionId(call.options.action ?? '')
  const { workspaceId } = call.caller
  const action = await tools.inWorkspace(workspaceId, (memory) => memory.findAction(id))
  const command = commands.find(({ name }) => name === action?.command)
  if (!action || !command) return failed(wording.say('fault.noAction'))
  const pressed = { ...call, command: action.command, options: action.options }
  const denied = await deny(command, pressed, permissions, wording, tools)
  if (denied) return denied
  if (command.isOnce) {
    const isFirst = await tools.inWorkspace(workspaceId, (memory) => memory.takeAction(id))
    if (!isFirst) return failed(wording.say('fault.noAction'))
  }
  return runCommand(command, pressed, permissions, wording, tools)
}

async function runCommand(
  command: Command,
  call: CommandCall,
  permissions: readonly Permission[],
  wording: Wording,
  tools: CommandTools,
): Promise<Reply> {
  const denied = await deny(command, call, permissions, wording, tools)
  if (denied) return denied
  const missing = missingOption(call.options, command.options)
  if (missing) return askFor(missing, command, call, wording)
  const options = readOptions(call.options, command.options, wording)
  const ready: ReadyCall = {
    command: command.name,
    caller: call.caller,
    options,
    wording,
    now: tools.clock.now(),
    may: (area) => isAllowed(call, area, permissions),
    remember: (work) => tools.inWorkspace(call.caller.workspaceId, work),
  }
  return command.run(ready, tools)
}

/** A form for what is still needed; the sentence stands where no form can be shown. */
function askFor(
  missing: Command['options'][number],
  command: Command,
  call: CommandCall,
  wording: Wording,
): Reply {
  const meaning = wording.say(missing.description)
  const reply = failed(wording.say('fault.missing', { option: missing.name, meaning }))
  return {
    ...reply,
    form: {
      title: command.name,
      command: command.name,
      fields: command.options.map((option) => ({
        option,
        label: option.name,
        value: call.options[option.name],
        hint: wording.say(option.description),
      })),
      submit: wording.say('form.submit'),
      faults: {},
    },
  }
}

function isAllowed(
  { caller }: CommandCall,
  area: Permission['area'],
  permissions: readonly Permission[],
): boolean {
  if (caller.isStranger) return false
  return (
    caller.isAdmin ||
    permissions.some(
      (each) => each.personId === caller.personId && (each.area === 'all' || each.area === area),
    )
  )
}

/** The refusal for a caller without the right, noted in the audit log; undefined for one who has it. */
async function deny(
  command: Command,
  call: CommandCall,
  permissions: readonly Permission[],
  wording: Wording,
  tools: CommandTools,
): Promise<Reply | undefined> {
  if (command.audience === 'everyone') return undefined
  if (isAllowed(call, command.area ?? 'all', permissions)) return undefined
  const { caller } = call
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
  { area }: Command,
  { caller }: CommandCall,
  permissions: readonly Permission[],
  tools: CommandTools,
): Promise<string> {
  const people = await tools.inWorkspace(caller.workspaceId, (memory) => memory.listPeople())
  const granted = permissions
    .filter((each) => each.area === 'all' || each.area === area)
    .flatMap((each) => people.find(({ personId }) => personId === each.personId)?.name ?? [])
  return [...new Set([...(await tools.adminNames(caller.workspaceId)), ...granted])].join(', ')
}

/** Keeps what the reply's buttons run, so that they work after a restart. */
async function withKeptActions(
  reply: Reply,
  { caller }: CommandCall,
  tools: CommandTools,
): Promise<Reply> {
  const { document, actions } = withActionIds(reply.document, tools.random.id)
  if (actions.length === 0) return reply
  await tools.inWorkspace(caller.workspaceId, (memory) => memory.saveActions(actions))
  return { ...reply, document }
}
