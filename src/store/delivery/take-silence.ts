import type { Digest } from '../../domain/digest.ts'
import { type Silence, silenceOf } from '../../domain/silence.ts'
import type { ClaimedSlot } from '../../domain/slot.ts'
import { readJson, writeJson } from '../json.ts'
import type { WorkspaceTx } from '../transaction.ts'

/** So many empty digests in a row are worth a word to the admins. */
const silentAfter = 5

/** Why the digest's channel has had no news for long; undefined while it has, and once it was asked for this silence. */
export async function takeSilence(
  { db, workspaceId }: WorkspaceTx,
  { slot }: Pick<ClaimedSlot, 'slot'>,
): Promise<Silence | undefined> {
  const last = await db
    .selectFrom('slots')
    .select(['due_at_ms', 'state', 'digest_json'])
    .where('workspace_id', '=', workspaceId)
    .where('digest_id', '=', slot.digestId)
    .where('state', 'in', ['recorded', 'empty'])
    .orderBy('due_at_ms', 'desc')
    .limit(silentAfter)
    .execute()
  if (last.length < silentAfter || last.some(({ state }) => state !== 'empty')) return undefined
  const lastNews = await db
    .selectFrom('slots')
    .select(({ fn }) => fn.max('due_at_ms').as('due_at_ms'))
    .where('workspace_id', '=', workspaceId)
    .where('digest_id', '=', slot.digestId)
    .where('state', '=', 'recorded')
    .executeTakeFirst()
  // A silence is known by the digest before it.
  const silence = writeJson(lastNews?.due_at_ms ?? 0)
  const key = `silence:${slot.digestId}`
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('settings')
    .values({ workspace_id: workspaceId, key, value_json: silence })
    .onConflict((conflict) =>
      conflict
        .columns(['workspace_id', 'key'])
        .doUpdateSet({ value_json: silence })
        .where('settings.value_json', '!=', silence),
    )
    .executeTakeFirst()
  if (!numInsertedOrUpdatedRows) return undefined
  return silenceOf(last.map(({ digest_json }) => readJson<Digest>(digest_json ?? 'null').coverage))
}
