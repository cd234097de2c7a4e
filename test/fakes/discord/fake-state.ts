import type { FakeLog } from '../slack/fake-log.ts'
import type { Faults } from '../slack/faults.ts'
import type { World } from './world.ts'

export type Json = Readonly<Record<string, unknown>>

export type FakeMessage = {
  readonly id: string
  readonly channelId: string
  readonly authorId: string
  body: Json
  readonly nonce: string | undefined
  readonly atMs: number
  /** Seen by the person alone who caused it. */
  readonly ephemeralTo: string | undefined
  editedAtMs: number | undefined
  isDeleted: boolean
  readonly files: readonly FakeFile[]
}

export type FakeFile = { readonly name: string; readonly text: string }

/** One thing that a person did, and what the app answered. */
export type FakeInteraction = {
  readonly id: string
  readonly token: string
  readonly type: number
  readonly userId: string
  readonly channelId: string
  readonly atMs: number
  /** The message whose component was pressed. */
  readonly messageId: string | undefined
  /** The first answer: its type and data. */
  answer:
    | { readonly type: number; readonly data: Json | undefined; readonly atMs: number }
    | undefined
  /** The message that the first answer became. */
  originalId: string | undefined
  /** Everything the app said later, oldest first. */
  readonly followUps: string[]
}

export type FakeState = {
  readonly world: World
  readonly log: FakeLog
  readonly faults: Faults
  readonly messages: Map<string, FakeMessage>
  readonly interactions: Map<string, FakeInteraction>
  /** The commands as registered, global ones under ''. */
  readonly commands: Map<string, readonly Json[]>
  readonly identifies: { readonly atMs: number }[]
  nowMs(): number
  newId(): string
  gatewayUrl(): string
}

/** An answer of the API. */
export type Answer = {
  readonly status: number
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

export type RestCall = {
  readonly method: string
  readonly path: string
  readonly query: URLSearchParams
  readonly params: readonly string[]
  readonly body: Json
  readonly files: readonly FakeFile[]
  readonly state: FakeState
}
