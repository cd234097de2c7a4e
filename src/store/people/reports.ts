import { toDate } from '../columns.ts'
import type { WorkspaceTx } from '../transaction.ts'

/** What readers said was wrong: an error in a story, or articles that are not one story. */
export type ReaderReport = {
  readonly kind: 'report' | 'split'
  readonly at: Date
  /** The story's id, or the first of the two articles. */
  readonly about: string
  readonly words: string
}

/** The latest first. */
export async function readerReports(
  { db, workspaceId }: WorkspaceTx,
  since: Date,
  limit: number,
): Promise<readonly ReaderReport[]> {
  const said = await db
    .selectFrom('feedback')
    .select(['about', 'words', 'at_ms'])
    .where('workspace_id', '=', workspaceId)
    .where('kind', '=', 'report')
    .where('at_ms', '>=', since.getTime())
    .orderBy('at_ms', 'desc')
    .limit(limit)
    .execute()
  const split = await db
    .selectFrom('splits')
    .innerJoin('articles as first', 'first.id', 'splits.first_article_id')
    .innerJoin('articles as second', 'second.id', 'splits.second_article_id')
    .select(['splits.first_article_id as about', 'splits.at_ms'])
    .select(['first.title as first_title', 'second.title as second_title'])
    .where('splits.workspace_id', '=', workspaceId)
    .where('splits.at_ms', '>=', since.getTime())
    .orderBy('splits.at_ms', 'desc')
    .limit(limit)
    .execute()
  const reports: readonly ReaderReport[] = [
    ...said.map(({ about, words, at_ms }) => ({
      kind: 'report' as const,
      at: toDate(at_ms),
      about,
      words,
    })),
    ...split.map(({ about, at_ms, first_title, second_title }) => ({
      kind: 'split' as const,
      at: toDate(at_ms),
      about,
      words: `${first_title} · ${second_title}`,
    })),
  ]
  return reports.toSorted((a, b) => b.at.getTime() - a.at.getTime()).slice(0, limit)
}
