import type { PersonId } from '../../domain/ids.ts'
import type { Follow, Mute, Subject } from '../../domain/mute.ts'
import { idOf, toDate } from '../columns.ts'
import type { WorkspaceTx } from '../transaction.ts'

export type KeptFollow = Follow & { readonly id: string }
export type KeptMute = Mute & { readonly id: string }

function toSubject({ kind, value }: { readonly kind: string; readonly value: string }): Subject {
  if (kind === 'story') return { kind, storyId: value }
  return kind === 'source' ? { kind, publisher: value } : { kind: 'topic', words: value }
}

function toColumns(subject: Subject) {
  switch (subject.kind) {
    case 'topic':
      return { kind: subject.kind, value: subject.words }
    case 'story':
      return { kind: subject.kind, value: subject.storyId }
    case 'source':
      return { kind: subject.kind, value: subject.publisher }
  }
}

export async function listFollows(
  { db, workspaceId }: WorkspaceTx,
  person: PersonId,
): Promise<readonly KeptFollow[]> {
  const rows = await db
    .selectFrom('follows')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('person_id', '=', person)
    .orderBy('added_at_ms')
    .execute()
  return rows.map((row) => ({ id: row.id, subject: toSubject(row) }))
}

/** The mutes that have not run out. */
export async function listMutes(
  { db, now, workspaceId }: WorkspaceTx,
  person: PersonId,
): Promise<readonly KeptMute[]> {
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
    subject: toSubject(row),
    until: toDate(row.until_ms),
  }))
}

export async function saveFollow(
  { db, now, workspaceId }: WorkspaceTx,
  person: PersonId,
  subject: Subject,
): Promise<KeptFollow> {
  const { kind, value } = toColumns(subject)
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
  return { id, subject }
}

export async function saveMute(
  { db, workspaceId }: WorkspaceTx,
  person: PersonId,
  subject: Subject,
  until: Date,
): Promise<KeptMute> {
  const { kind, value } = toColumns(subject)
  const id = idOf('mute', person, kind, value)
  const until_ms = until.getTime()
  await db
    .insertInto('mutes')
    .values({ workspace_id: workspaceId, id, person_id: person, kind, value, until_ms })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'id']).doUpdateSet({ until_ms }))
    .execute()
  return { id, subject, until }
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
