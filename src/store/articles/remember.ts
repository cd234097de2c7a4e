import type { Selectable } from 'kysely'
import type { Article } from '../../domain/article.ts'
import type { Sighting } from '../../domain/sighting.ts'
import type { Tables } from '../tables/tables.ts'
import type { Tx } from '../transaction.ts'
import { changeableColumns } from './articles.ts'

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
  let added = 0
  let revised = 0
  for (const { article, sightings, isNews } of items) {
    const stored = await find(tx, article)
    if (stored === undefined && isNews) {
      await add(tx, article)
      added += 1
    } else if (stored && isRevision(stored, article)) {
      await revise(tx, stored, article)
      revised += 1
    }
    await keepSightings(tx, sightings)
  }
  return { added, revised }
}

type StoredArticle = Selectable<Tables['articles']>

function find({ db }: Tx, article: Article): Promise<StoredArticle | undefined> {
  return db.selectFrom('articles').selectAll().where('id', '=', article.id).executeTakeFirst()
}

function isRevision(stored: StoredArticle, article: Article): boolean {
  const isChanged = stored.title !== article.title || stored.text !== article.text
  return isChanged && stored.feed_id === article.feedId
}

async function add({ db, engine }: Tx, article: Article): Promise<void> {
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
    .returning('number')
    .executeTakeFirst()
  if (row) await engine.searchIndex.put(db, row.number, article.title, article.text)
}

async function revise({ db, engine, now }: Tx, stored: StoredArticle, article: Article) {
  const { id, revision, title, text } = stored
  await db
    .insertInto('revisions')
    .values({ article_id: id, revision, title, text, replaced_at_ms: now.getTime() })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await db
    .updateTable('articles')
    .set({ ...changeableColumns(article), revised_at_ms: now.getTime(), revision: revision + 1 })
    .where('id', '=', id)
    .execute()
  await engine.searchIndex.put(db, stored.number, article.title, article.text)
}

async function keepSightings({ db, now }: Tx, sightings: readonly Sighting[]): Promise<void> {
  // One statement must not write the same row twice.
  const once = new Map(sightings.map((sighting) => [sighting.identity, sighting]))
  if (once.size === 0) return
  await db
    .insertInto('sightings')
    .values(
      [...once.values()].map((sighting) => ({
        feed_id: sighting.feedId,
        identity: sighting.identity,
        article_id: sighting.articleId,
        fingerprint: sighting.fingerprint,
        seen_at_ms: now.getTime(),
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['feed_id', 'identity']).doUpdateSet((row) => ({
        article_id: row.ref('excluded.article_id'),
        fingerprint: row.ref('excluded.fingerprint'),
        // A changed item counts as come in again; one that stands there as before does not.
        seen_at_ms: row
          .case()
          .when('sightings.fingerprint', '=', row.ref('excluded.fingerprint'))
          .then(row.ref('sightings.seen_at_ms'))
          .else(row.ref('excluded.seen_at_ms'))
          .end(),
      })),
    )
    .execute()
}
