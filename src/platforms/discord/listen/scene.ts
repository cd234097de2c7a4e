import type { CommandDesk } from '../../../domain/command.ts'
import type { Clock } from '../../../support/clock.ts'
import type { Log } from '../../../support/log.ts'
import type { Seen } from './seen.ts'

/** What listening needs of the rest. */
export type Scene = {
  readonly desk: CommandDesk
  readonly clock: Clock
  readonly log: Log
  /** What was done already. */
  readonly seen: Seen
  /** The text of an attachment. */
  readAttachment(url: string): Promise<string>
  /** Runs while nobody waits for it; a stop does. */
  follow(work: Promise<unknown>): void
}
