import type { FakeState } from './fake-state.ts'
import type { Workspace } from './world.ts'

export type Json = Readonly<Record<string, unknown>>

/** One call of the Web API: its arguments, and the workspace whose token it brought. */
export type Call = {
  readonly method: string
  readonly args: Json
  readonly workspace: Workspace
}

/** `ok` is left out where it is true. */
export type Method = {
  /** Any one of these scopes; none is needed when empty. */
  readonly scopes: readonly string[]
  run(call: Call, state: FakeState): Json
}

export const fail = (error: string): Json & { readonly ok: false } => ({ ok: false, error })
