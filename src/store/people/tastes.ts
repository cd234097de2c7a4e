import type { PersonId } from '../../domain/ids.ts'
import { idOf, toDate } from '../columns.ts'
import type { WorkspaceTx } from '../transaction.ts'

/** What a person follows or does not want to read; a topic is words, a source the outlet's name, a story its id. */
export type Taste = { readonly kind: 'topic' | 'story' | 'source'; readonly value: string }

export type Follow = Taste & { readonly id: string }
export type Mute = Taste & { readonly id: string; readonly until: Date }

export async function listFollows(
  { db, workspaceId }: WorkspaceTx,
  person: PersonId,
): Promise<readonly Follow[]> {
  const rows = await db
    .selectFrom('follows')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('person_id', '=', person)
    .orderBy('added_at_ms')
    .execute()
  return rows.map(({ id, kind, value }) => ({ id, kind: kind as Taste['kind'], value }))
}

/** The mutes that have not run out. */
export async function listMutes(
  { db, now, workspaceId }: WorkspaceTx,
  person: PersonId,
): Promise<readonly Mute[]> {
  const rows = await db
    .selectFrom('mutes')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('person_id', '=', person)
    .where('until_ms', '>', now.getTime())
    .orderBy('until_ms')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as Taste['kind'],
    value: row.value,
    until: toDate(row.until_ms),
  }))
}

export async function saveFollow(
  { db, now, workspaceId }: WorkspaceTx,
  person: PersonId,
  { kind, value }: Taste,
): Promise<Follow> {
  const id = idOf('follow', person, kind, value)
  await db
    .insertInto('follows')
    .values({
      workspace_id: workspaceId,
      id,
      person_id: person,
      kind,
      value,
      added_at_ms: now.getTime(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return { id, kind, value }
}

export async function saveMute(
  { db, workspaceId }: WorkspaceTx,
  person: PersonId,
  { kind, value }: Taste,
  until: Date,
): Promise<Mute> {
  const id = idOf('mute', person, kind, value)
  const until_ms = until.getTime()
  await db
    .insertInto('mutes')
    .values({ workspace_id: workspaceId, id, person_id: person, kind, value, until_ms })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'id']).doUpdateSet({ until_ms }))
    .execute()
  return { id, kind, value, until }
}

/** Whether there was such a follow or mute of this person to take away. */
export async function removeTaste(
  { db, workspaceId }: WorkspaceTx,
  table: 'follows' | 'mutes',
  person: PersonId,
  id: string,
): Promise<boolean> {
  const removed = await db
    .deleteFrom(table)
    .where('workspace_id', '=', workspaceId)
    .where('person_id', '=', person)
    .where('id', '=', id)
    .executeTakeFirst()
  return removed.numDeletedRows > 0n
}
