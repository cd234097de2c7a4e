import type { WorkspaceId } from '../domain/ids.ts'
import type { EverywhereTx, Tx, WorkspaceTx } from './transaction.ts'

/**
 * The database. Everything happens in a transaction of one of three scopes; the functions beside this file, by noun,
 * say what can be done in it. Keep the work short, and never wait in it for anything but the transaction: on SQLite
 * everybody else waits. A transaction inside another is a `BugError`. Work may run again after a lost race, so it
 * changes nothing outside the transaction.
 */
export type Store = {
  readonly engineName: 'SQLite' | 'PostgreSQL'
  /** Public data that all workspaces share; a workspace's table is out of reach. */
  shared<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result>
  /** The rows of one workspace, and public data. */
  inWorkspace<Result>(
    workspaceId: WorkspaceId,
    work: (tx: WorkspaceTx) => Promise<Result>,
  ): Promise<Result>
  /** The rows of all workspaces: for claiming what is due, for retention and for the operator. */
  everywhere<Result>(work: (tx: EverywhereTx) => Promise<Result>): Promise<Result>
  /** All rows as they stand at one instant, for copies and counts; nothing may be written. */
  snapshot<Result>(work: (tx: EverywhereTx) => Promise<Result>): Promise<Result>
  close(): Promise<void>
  [Symbol.asyncDispose](): Promise<void>
}
