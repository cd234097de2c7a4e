import type { FakeLog } from './fake-log.ts'
import type { Messages } from './messages.ts'
import type { RateLimit } from './rate-limit.ts'
import type { World } from './world.ts'

/** A view that stands before a person, as a modal or as their App Home. */
export type FakeView = {
  readonly id: string
  readonly teamId: string
  readonly userId: string
  hash: string
  view: Readonly<Record<string, unknown>>
}

/** What the methods of the Web API see of the fake. */
export type FakeState = {
  readonly world: World
  readonly log: FakeLog
  readonly messages: Messages
  readonly posts: RateLimit | undefined
  readonly histories: RateLimit
  readonly triggers: Map<
    string,
    { readonly teamId: string; readonly userId: string; untilMs: number }
  >
  readonly modals: Map<string, FakeView>
  readonly homes: Map<string, FakeView>
  /** Codes that an install page gave, each good for one exchange. */
  readonly codes: Map<string, string>
  nowMs(): number
  newId(prefix: string): string
  socketUrl(): string
}
