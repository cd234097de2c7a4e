import type { Engine } from '../engine.ts'

/** One numbered step of the schema. Steps only ever add; what is no longer needed goes one release later. */
export type Migration = {
  readonly version: number
  readonly name: string
  /** The oldest schema version whose program still works after this step. */
  readonly worksWith: number
  statements(engine: Engine): Iterable<string>
}
