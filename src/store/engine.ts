import type { Dialect, Kysely, RawBuilder, SelectQueryBuilder, Transaction } from 'kysely'
import type { WorkspaceId } from '../domain/ids.ts'
import type { SearchIndex } from './search-index.ts'
import type { Tables } from './tables/tables.ts'

/** What a transaction may see: nothing that belongs to a workspace, one workspace, or all of them. */
export type Scope =
  | { readonly kind: 'shared' }
  | { readonly kind: 'workspace'; readonly workspaceId: WorkspaceId }
  | { readonly kind: 'everywhere'; readonly isStill?: true }

/** Something wrong with the engine's settings, in words with its mend; nobody should start on a fatal one. */
export type EngineFault = { readonly words: string; readonly isFatal: boolean }

/** What a database takes; `logBytes` is what SQLite has written and not yet put into its place. */
export type Measure = {
  readonly bytes: number
  readonly logBytes?: number
  readonly freeBytes?: number
}

/** All that SQLite and PostgreSQL do differently; no other file asks which one it is. */
export type Engine = {
  readonly name: 'SQLite' | 'PostgreSQL'
  readonly dialect: Dialect
  readonly searchIndex: SearchIndex
  /** Whether other processes may be at work on the same database. */
  readonly isShared: boolean
  /** The column that numbers rows in the order of their arrival. */
  readonly numberedKey: string
  /** Ends the declaration of a table whose rows are found by their key alone and stand in its order, where that can be. */
  readonly keptByKey: string
  /** Lets several processes claim rows at once; SQLite has one writer and needs nothing. */
  skipLocked<DB, TB extends keyof DB, Row>(
    query: SelectQueryBuilder<DB, TB, Row>,
  ): SelectQueryBuilder<DB, TB, Row>
  /** The values as one operand of `in`: a single bound value, so that there is no limit to how many. */
  among(values: readonly string[]): RawBuilder<string>
  /** Rows to select from, as one bound value: `value ->> 0` is the first column as text. */
  listed(rows: readonly (readonly string[])[]): RawBuilder<unknown>
  /** Milliseconds since 1970 as leases count them: the database's own where several machines share it. */
  leaseNowMs(hostNow: Date): RawBuilder<number>
  /** Tells the database whose rows a transaction may touch; SQLite has no such guard of its own. */
  enter(db: Transaction<Tables>, scope: Scope): Promise<void>
  hasTable(db: Kysely<Tables>, name: string): Promise<boolean>
  /** Keeps two migrations from running at once; held until the transaction ends. */
  lockSchema(db: Transaction<Tables>): Promise<void>
  /** Statements that make the database itself refuse rows of another workspace. */
  guardStatements(workspaceTables: readonly string[]): readonly string[]
  /** Whether another try of the same transaction can succeed: it lost a race between transactions. */
  isLostRace(error: unknown): boolean
  /** Checks that the engine is set as it must be. */
  faults(db: Kysely<Tables>): Promise<readonly EngineFault[]>
  /** Whether what is stored is whole; each fault in words. */
  integrityFaults(db: Kysely<Tables>): Promise<readonly string[]>
  /** How many bytes the database takes, and what an operator may want to know of it beside that. */
  measure(db: Kysely<Tables>): Promise<Measure>
  /** After numbered rows came from elsewhere: the next one is numbered behind them. */
  numberOn(db: Kysely<Tables>): Promise<void>
  /** Lets go of what lies outside the connection, such as the lock file. */
  release(): void
}
