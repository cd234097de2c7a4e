import type { PersonId } from '../../domain/ids.ts'
import { inSlices } from '../slices.ts'
import type { WorkspaceTx } from '../transaction.ts'

/** Two articles that do not belong together, by their ids. */
export type SplitPair = readonly [string, string]

/** Keeps articles apart for good: "not the same story". Saying it again changes nothing. */
export async function keepApart(
  { db, now, workspaceId }: WorkspaceTx,
  personId: PersonId,
  pairs: readonly SplitPair[],
): Promise<void> {
  const once = new Map(
    pairs.filter(([a, b]) => a !== b).map((pair) => [pair.toSorted().join('\n'), pair]),
  )
  const rows = [...once.values()].map((pair) => {
    const [first = '', second = ''] = pair.toSorted()
    return {
      workspace_id: workspaceId,
      first_article_id: first,
      second_article_id: second,
      person_id: personId,
      at_ms: now.getTime(),
    }
  })
  await inSlices(rows, (some) =>
    db
      .insertInto('splits')
      .values(some)
      .onConflict((conflict) => conflict.doNothing())
      .execute(),
  )
}

/** All pairs of a workspace that somebody has split. */
export async function apartPairs({ db, workspaceId }: WorkspaceTx): Promise<readonly SplitPair[]> {
  const rows = await db
    .selectFrom('splits')
    .select(['first_article_id', 'second_article_id'])
    .where('workspace_id', '=', workspaceId)
    .execute()
  return rows.map((row) => [row.first_article_id, row.second_article_id])
}

/** Takes back that two articles do not belong together. */
export async function putTogether(
  { db, workspaceId }: WorkspaceTx,
  pair: SplitPair,
): Promise<void> {
  const [first = '', second = ''] = pair.toSorted()
  await db
    .deleteFrom('splits')
    .where('workspace_id', '=', workspaceId)
    .where('first_article_id', '=', first)
    .where('second_article_id', '=', second)
    .execute()
}
