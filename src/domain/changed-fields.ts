/** One field that differs between how a thing stood and how it stands. */
export type ChangedField = {
  readonly name: string
  /** As written for people; "–" for nothing. */
  readonly before: string
  readonly after: string
}

/** The fields that differ; who looks after a thing and which ids it has are not among what people ask for. */
export function changedFields(before: unknown, after: unknown): readonly ChangedField[] {
  const [old, now] = [asRecord(before), asRecord(after)]
  const names = [...new Set([...Object.keys(old), ...Object.keys(now)])]
  return names
    .filter((name) => !internal.includes(name))
    .filter((name) => JSON.stringify(old[name]) !== JSON.stringify(now[name]))
    .map((name) => ({ name, before: stateOf(old[name]), after: stateOf(now[name]) }))
}

const internal: readonly string[] = ['id', 'feedId', 'workspaceId', 'managedBy']

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return value !== null && typeof value === 'object' ? (value as Record<string, unknown>) : {}
}

function stateOf(value: unknown): string {
  if (value === undefined || value === null) return '–'
  return typeof value === 'string' ? value : JSON.stringify(value)
}
