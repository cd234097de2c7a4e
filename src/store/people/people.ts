import { type PersonId, personId } from '../../domain/ids.ts'
import { orNone, orNull } from '../columns.ts'
import { readJsonOr, writeJson } from '../json.ts'
import type { WorkspaceTx } from '../transaction.ts'

export type Person = {
  readonly personId: PersonId
  readonly name: string
  readonly locale: string | undefined
  readonly timezone: string | undefined
}

/** Notes a person as their platform tells of them today. */
export async function rememberPerson(
  { db, workspaceId }: WorkspaceTx,
  person: Person,
): Promise<void> {
  const columns = {
    name: person.name,
    locale: orNull(person.locale),
    timezone: orNull(person.timezone),
  }
  await db
    .insertInto('people')
    .values({
      workspace_id: workspaceId,
      person_id: person.personId,
      personal_digest_json: null,
      ...columns,
    })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'person_id']).doUpdateSet(columns))
    .execute()
}

export async function listPeople({ db, workspaceId }: WorkspaceTx): Promise<readonly Person[]> {
  const rows = await db
    .selectFrom('people')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .orderBy('name')
    .execute()
  return rows.map((row) => ({
    personId: personId(row.person_id),
    name: row.name,
    locale: orNone(row.locale),
    timezone: orNone(row.timezone),
  }))
}

/** What a person chose for their own digest; `otherwise` for one who chose nothing. */
export async function readPersonalDigest<Value>(
  { db, workspaceId }: WorkspaceTx,
  id: PersonId,
  otherwise: Value,
): Promise<Value> {
  const row = await db
    .selectFrom('people')
    .select('personal_digest_json')
    .where('workspace_id', '=', workspaceId)
    .where('person_id', '=', id)
    .executeTakeFirst()
  return readJsonOr(row?.personal_digest_json ?? null, otherwise)
}

export async function savePersonalDigest(
  { db, workspaceId }: WorkspaceTx,
  id: PersonId,
  chosen: unknown,
): Promise<void> {
  await db
    .updateTable('people')
    .set({ personal_digest_json: writeJson(chosen) })
    .where('workspace_id', '=', workspaceId)
    .where('person_id', '=', id)
    .execute()
}
