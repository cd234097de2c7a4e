import type { PersonId } from '../../domain/ids.ts'
import type { WorkspaceTx } from '../transaction.ts'

/** What a person has left with us. */
const personal = ['people', 'mutes', 'follows', 'feedback', 'splits'] as const

/** What a workspace has chosen and what was made for it; the installation, with its tokens, is neither. */
const ofWorkspace = [
  ...personal,
  'audit',
  'permissions',
  'feed_subscriptions',
  'subscriptions',
  'filters',
  'settings',
  'spending',
  'slots',
  'seen',
  'told',
  'told_articles',
  'story_traces',
  'deliveries',
  'destinations',
  'messages',
  'model_results',
  'actions',
  'counters',
] as const

/** Tables that only make the bot work; nothing in them is worth taking along. */
const internal: readonly string[] = ['model_results', 'actions', 'counters', 'seen', 'destinations']

type Rows = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>

/** Everything that is kept of a workspace, or of one person in it, table by table. */
export async function exportData(
  { db, workspaceId }: WorkspaceTx,
  person: PersonId | undefined,
): Promise<Rows> {
  const found: Record<string, readonly Readonly<Record<string, unknown>>[]> = {}
  for (const table of person === undefined ? ofWorkspace : ([...personal, 'audit'] as const)) {
    if (internal.includes(table)) continue
    const rows = await db
      .selectFrom(table)
      .selectAll()
      .where('workspace_id', '=', workspaceId)
      .execute()
    found[table] = rows.filter(
      (row) => person === undefined || !('person_id' in row) || row.person_id === person,
    )
  }
  return found
}

/**
 * Deletes for good what is kept of a workspace, or of one person in it; how many rows that were. What a person changed
 * stays in the audit log: the others must be able to see it.
 */
export async function deleteData(
  { db, workspaceId }: WorkspaceTx,
  person: PersonId | undefined,
): Promise<number> {
  let deleted = 0n
  if (person !== undefined) {
    for (const table of personal) {
      const { numDeletedRows } = await db
        .deleteFrom(table)
        .where('workspace_id', '=', workspaceId)
        .where('person_id', '=', person)
        .executeTakeFirst()
      deleted += numDeletedRows
    }
    return Number(deleted)
  }
  for (const table of ofWorkspace) {
    const { numDeletedRows } = await db
      .deleteFrom(table)
      .where('workspace_id', '=', workspaceId)
      .executeTakeFirst()
    deleted += numDeletedRows
  }
  return Number(deleted)
}
