import type { WebClient } from '@slack/web-api'
import type { CommandDesk } from '../../../domain/command.ts'
import type { Clock } from '../../../support/clock.ts'
import type { Log } from '../../../support/log.ts'
import type { Tokens } from '../tokens/tokens.ts'
import type { PersonLook } from './person.ts'
import type { Seen } from './seen.ts'

/** What everything that listens has at hand. */
export type Scene = {
  readonly desk: CommandDesk
  readonly client: WebClient
  readonly tokens: Tokens
  readonly look: PersonLook
  readonly seen: Seen
  readonly clock: Clock
  readonly log: Log
  /** Sends to a `response_url`; false when it was not taken. */
  readonly respond: (url: string, body: object) => Promise<boolean>
  /** The app was removed from a workspace. */
  readonly removed: (teamId: string) => Promise<void>
  /** Work that a stop waits for. */
  readonly follow: (work: Promise<unknown>) => void
}
