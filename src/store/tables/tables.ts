import type { DeliveryTables } from './delivery.ts'
import type { SharedTables } from './shared.ts'
import type { WorkspaceTables } from './workspace.ts'

type OwnedTables = WorkspaceTables & DeliveryTables

export type Tables = SharedTables & OwnedTables & { schema_versions: SchemaVersionTable }

type SchemaVersionTable = {
  version: number
  name: string
  /** The oldest version of the program's schema that can still work on this one. */
  works_with: number
  applied_at_ms: number
}

/** Every table that belongs to a workspace; the database and the guard both rest on this list. */
const owned: Readonly<Record<keyof OwnedTables, true>> = {
  workspaces: true,
  installations: true,
  people: true,
  permissions: true,
  feed_subscriptions: true,
  subscriptions: true,
  filters: true,
  mutes: true,
  follows: true,
  feedback: true,
  splits: true,
  audit: true,
  actions: true,
  arrivals: true,
  counters: true,
  spending: true,
  model_results: true,
  settings: true,
  slots: true,
  deliveries: true,
  destinations: true,
  seen: true,
  told: true,
  told_articles: true,
  story_traces: true,
  messages: true,
}

export const workspaceTables = Object.keys(owned) as readonly (keyof OwnedTables)[]

export function isWorkspaceTable(name: string): boolean {
  return Object.hasOwn(owned, name)
}
