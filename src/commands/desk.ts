import type { CommandCall, CommandDesk, Reply } from '../domain/command.ts'
import { withActionIds } from '../domain/document-actions.ts'
import { UnusableError, UsageError } from '../domain/errors.ts'
import { actionId } from '../domain/ids.ts'
import { mayChange, type Permission } from '../domain/permission.ts'
import { type Wording, wordingFor } from '../domain/wording/wording.ts'
import { type Admission, admit } from './admission.ts'
import type { Command, ReadyCall } from './command.ts'
import { commandLine } from './command-line.ts'
import { complete } from './complete.ts'
import { formOf } from './form.ts'
import { nearest } from './nearest.ts'
import { missingOption, readOptions } from './options.ts'
import { done, failed, list, refused } from './reply.ts'
import { deny } from './rights.ts'
import { commands } from './table.ts'
import type { CommandTools } from './tools.ts'

const offered = commands.filter(({ isHidden }) => !isHidden)

/** Where every face brings what people ask; the same commands behind all of them. */
export function createCommandDesk(tools: CommandTools): CommandDesk {
  return {
    // What only buttons lead to is not there for any face to list, to complete or to read.
    specs: offered.map(
      ({ run: _, examples: __, area: ___, isOnce: ____, isForMembers: _____, ...spec }) => spec,
    ),
    run: (call) => runSafely(call, tools),
    complete: (query) => complete(query, tools),
  }
}

async function runSafely(call: CommandCall, tools: CommandTools): Promise<Reply> {
  const wording = wordingFor(call.caller.locale)
  try {
    return await withKeptActions(await runCall(call, wording, tools), call, tools)
  } catch (error) {
    if (error instanceof UnusableError) return failed(error.message)
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
  const typed = call.command.toLowerCase()
  const command = commands.find(({ name }) => name === typed || name === `briefing ${typed}`)
  // What stands behind a button alone is not there for anyone who only knows its name.
  if (!command || command.isOnce) return Promise.resolve(unknownCommand(call.command, wording))
  return runCommand(command, call, permissions, wording, tools)
}

/** A family's name alone is answered with its commands. */
function unknownCommand(typed: string, wording: Wording): Reply {
  const family = offered.filter(({ name }) => name.startsWith(`${typed.toLowerCase()} `))
  if (family.length > 0) return done(list(family.map((each) => commandLine(each, wording))))
  const names = offered.map(({ name }) => name)
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
  const ready: Omit<ReadyCall, 'options'> = {
    command: command.name,
    caller: call.caller,
    wording,
    now: tools.clock.now(),
    may: (area) => mayChange(call.caller, area, permissions),
    remember: (work) => tools.inWorkspace(call.caller.workspaceId, work),
  }
  try {
    const options = readOptions(call.options, command.options, wording)
    return await command.run({ ...ready, options }, tools)
  } catch (error) {
    if (error instanceof UsageError) return faulty(error, command, call, wording)
    throw error
  }
}

/** A form for what is still needed; the sentence stands where no form can be shown. */
function askFor(
  missing: Command['options'][number],
  command: Command,
  call: CommandCall,
  wording: Wording,
): Reply {
  const meaning = wording.say(missing.description)
  const words = wording.say('fault.missing', { option: missing.name, meaning })
  const faults = call.isForm ? { [missing.name]: words } : {}
  return { ...failed(words), form: formOf(command, call, faults, wording) }
}

/** What was wrong with the request; one from a form comes back with the form, and the fault at its field. */
function faulty(
  { message, option }: UsageError,
  command: Command,
  call: CommandCall,
  wording: Wording,
): Reply {
  const isField = command.options.some(({ name }) => name === option)
  if (!call.isForm || option === undefined || !isField) return failed(message)
  return { ...failed(message), form: formOf(command, call, { [option]: message }, wording) }
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
