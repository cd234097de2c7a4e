import type { Selectable } from 'kysely'
import type { Article } from '../../domain/article.ts'
import type { Sighting } from '../../domain/sighting.ts'
import type { Tables } from '../tables/tables.ts'
import type { Tx } from '../transaction.ts'
import { changeableColumns } from './articles.ts'
import { bringAgain, bringToFeeds } from './feed-articles.ts'
import { keepSightings } from './sightings.ts'

/** One item of a feed, as a poll brings it. */
export type SeenItem = {
  readonly article: Article
  readonly sightings: readonly Sighting[]
  /** Something to tell; otherwise only its sightings are kept. */
  readonly isNews: boolean
}

/** How many items of a poll turned out to be new, and how many changed. */
export type Remembered = { readonly added: number; readonly revised: number }

/**
 * Keeps the items of one poll: writing the same twice changes nothing. A text that its own feed has changed becomes the
 * next revision, and the one before is kept; another feed's telling of the same article changes nothing.
 */
export async function remember(tx: Tx, items: readonly SeenItem[]): Promise<Remembered> {
  const stored = await findStored(tx, items)
  let added = 0
  let revised = 0
  for (const { article, isNews } of items) {
    const before = stored.get(article.id)
    if (before === undefined && isNews) {
      const row = await add(tx, article)
      if (row) stored.set(article.id, row)
      added += 1
    } else if (before && isRevision(before, article)) {
      stored.set(article.id, await revise(tx, before, article))
      revised += 1
    }
  }
  const news = items.filter(({ isNews }) => isNews).map(({ article }) => article)
  await bringToFeeds(tx, news)
  await keepSightings(
    tx,
    items.flatMap(({ sightings }) => sightings),
  )
  return { added, revised }
}

type StoredArticle = Selectable<Tables['articles']>

/** All in one question: a first fetch brings hundreds of items, of which none is known. */
async function findStored(
  { db, engine }: Tx,
  items: readonly SeenItem[],
): Promise<Map<string, StoredArticle>> {
  const ids = [...new Set(items.map(({ article }) => article.id))]
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('articles')
    .selectAll()
    .where('id', 'in', engine.among(ids))
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

function isRevision(stored: StoredArticle, article: Article): boolean {
  const isChanged = stored.title !== article.title || stored.text !== article.text
  return isChanged && stored.feed_id === article.feedId
}

async function add({ db, engine }: Tx, article: Article): Promise<StoredArticle | undefined> {
  const firstSeenMs = article.firstSeenAt.getTime()
  const row = await db
    .insertInto('articles')
    .values({
      id: article.id,
      feed_id: article.feedId,
      ...changeableColumns(article),
      first_seen_at_ms: firstSeenMs,
      revised_at_ms: firstSeenMs,
      revision: 1,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returningAll()
    .executeTakeFirst()
  if (row) await engine.searchIndex.put(db, row.number, article.title, article.text)
  return row
}

async function revise(tx: Tx, stored: StoredArticle, article: Article): Promise<StoredArticle> {
  const { db, engine, now } = tx
  const { id, revision, title, text } = stored
  await db
    .insertInto('revisions')
    .values({ article_id: id, revision, title, text, replaced_at_ms: now.getTime() })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const changed = {
    ...changeableColumns(article),
    revised_at_ms: now.getTime(),
    revision: revision + 1,
  }
  await db.updateTable('articles').set(changed).where('id', '=', id).execute()
  await engine.searchIndex.put(db, stored.number, article.title, article.text)
  await bringAgain(tx, article.id)
  return { ...stored, ...changed }
}
