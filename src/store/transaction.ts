import type { RawBuilder, Transaction } from 'kysely'
import type { WorkspaceId } from '../domain/ids.ts'
import type { Engine } from './engine.ts'
import type { Tables } from './tables/tables.ts'

/**
 * An open transaction. The functions of the store get this and nothing else, so that none can reach the connection
 * outside it: on SQLite that would wait for itself for ever.
 */
export type Tx = {
  readonly db: Transaction<Tables>
  readonly engine: Engine
  readonly now: Date
  /** The time that leases are counted by. */
  readonly leaseNowMs: RawBuilder<number>
  /** The process that claims belong to, as it is on record; undefined for programs that show no sign of life. */
  readonly owner: string | undefined
}

/** A transaction over the rows of one workspace. */
export type WorkspaceTx = Tx & { readonly workspaceId: WorkspaceId }

/** A transaction over the rows of all workspaces: for claiming, retention and the operator. */
export type EverywhereTx = Tx & { readonly everywhere: true }
