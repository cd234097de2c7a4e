import { type PersonId, personId } from '../../domain/ids.ts'
import { redact } from '../../support/redact.ts'
import { newId, toDate } from '../columns.ts'
import { readJson, writeJson } from '../json.ts'
import type { WorkspaceTx } from '../transaction.ts'

/** Who changed what, and how it stood before and after; `undefined` where there was or is nothing. */
export type AuditEntry = {
  readonly personId: PersonId
  readonly name: string
  /** The command as typed: "feeds add". */
  readonly what: string
  readonly before: unknown
  readonly after: unknown
}

/** Secrets in addresses are left out: the log is shown to all admins, and kept for long. */
export async function recordAudit(
  { db, now, workspaceId }: WorkspaceTx,
  { personId: person, name, what, before, after }: AuditEntry,
): Promise<void> {
  await db
    .insertInto('audit')
    .values({
      workspace_id: workspaceId,
      id: newId(),
      person_id: person,
      name,
      what,
      before_json: redact(writeJson(before)),
      after_json: redact(writeJson(after)),
      at_ms: now.getTime(),
    })
    .execute()
}

/** The newest entries first. */
export async function listAudit(
  { db, workspaceId }: WorkspaceTx,
  limit: number,
): Promise<readonly (AuditEntry & { readonly at: Date })[]> {
  const rows = await db
    .selectFrom('audit')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .orderBy('at_ms', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    personId: personId(row.person_id),
    name: row.name,
    what: row.what,
    before: readJson(row.before_json),
    after: readJson(row.after_json),
    at: toDate(row.at_ms),
  }))
}
