import type { CommandDesk } from '../domain/command.ts'
import type { Wishes } from '../domain/wishes.ts'
import type { House } from '../pipeline.ts'
import type { Store } from '../store/store.ts'
import type { Metrics } from '../support/metrics.ts'
import type { Tracer } from '../support/tracing/tracer.ts'
import type { Applied } from './apply-configuration.ts'
import type { Heartbeat } from './heartbeat.ts'
import type { Platforms } from './platforms.ts'
import type { Reading } from './reading.ts'

/** Where commands are brought. */
export type Desks = {
  /** For whoever sits at the machine: the console and the command line. */
  readonly desk: CommandDesk
  /** For people on Slack and Discord, who share it. */
  readonly platformDesk: CommandDesk
}

/** The whole house, joined and not yet at work. */
export type App = {
  readonly store: Store
  readonly heartbeat: Heartbeat
  readonly house: House
  readonly reading: Reading
  readonly platforms: Platforms
  /** Loads the commands; once is enough. */
  openDesks(): Promise<Desks>
  readonly metrics: Metrics
  readonly trace: Tracer
  apply(wishes: Wishes): Promise<Applied>
  /** What `apply` would change. */
  plan(wishes: Wishes): Promise<Applied>
  stop(): Promise<void>
}
