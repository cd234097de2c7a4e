import type { Caller, CommandOption, CommandSpec, Reply } from '../domain/command.ts'
import type { Area } from '../domain/permission.ts'
import type { MessageKey } from '../domain/wording/messages-en.ts'
import type { Wording } from '../domain/wording/wording.ts'
import type { Memory } from './memory.ts'
import type { CommandTools } from './tools.ts'

/** A line as people type it, and words that the reply has: run as a test, printed in the documents. */
export type Example = { readonly line: string; readonly says: string }

/** One command: its line in the table, and what it does. */
export type Command = Omit<CommandSpec, 'description' | 'options'> & {
  readonly description: MessageKey
  readonly options: readonly (CommandOption & { readonly description: MessageKey })[]
  /** Which right a person who is no admin needs; everybody may where it is undefined. */
  readonly area?: Area
  readonly examples: readonly Example[]
  /** Keeps something of whoever asks, or tells others of it: not for strangers, who may read. */
  readonly isForMembers?: boolean
  /** Shows in its form what the fields come to. */
  readonly preview?: Pick<Command, 'name' | 'options'>
  /** Pressing the button that leads here uses it up. */
  readonly isOnce?: boolean
  run(call: ReadyCall, tools: CommandTools): Promise<Reply>
}

/** A call whose options are checked by their kind and whose caller has the right to it. */
export type ReadyCall = {
  readonly command: string
  readonly caller: Caller
  /** By name; what was not given is not there. */
  readonly options: Readonly<Record<string, string>>
  readonly wording: Wording
  readonly now: Date
  /** Whether the caller may change things of this area. */
  may(area: Area): boolean
  /** One transaction over what is kept of the caller's workspace. */
  remember<Result>(work: (memory: Memory) => Promise<Result>): Promise<Result>
}

/** Notes who changed what, in the transaction that changes it. */
export function audit(
  { caller, command }: Pick<ReadyCall, 'caller' | 'command'>,
  memory: Memory,
  before: unknown,
  after: unknown,
): Promise<void> {
  const { personId, name } = caller
  return memory.recordAudit({ personId, name, what: command, before, after })
}
