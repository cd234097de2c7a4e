import { sql } from 'kysely'
import { articleId, type FeedId, feedId } from '../../domain/ids.ts'
import type { Sighting } from '../../domain/sighting.ts'
import { inSlices } from '../slices.ts'
import type { Tx } from '../transaction.ts'

/** The sightings of a feed under these identities, by identity. */
export async function knownItems(
  { db, engine }: Tx,
  id: FeedId,
  identities: readonly string[],
): Promise<ReadonlyMap<string, Sighting>> {
  if (identities.length === 0) return new Map()
  const rows = await db
    .selectFrom('sightings')
    .selectAll()
    .where('feed_id', '=', id)
    .where('identity', 'in', engine.among(identities))
    .execute()
  return new Map(
    rows.map((row) => [
      row.identity,
      {
        feedId: feedId(row.feed_id),
        identity: row.identity,
        articleId: articleId(row.article_id),
        fingerprint: row.fingerprint,
      },
    ]),
  )
}

/** Keeps under which names items stand in their feeds; the latest word about a name counts. */
export async function keepSightings(tx: Tx, sightings: readonly Sighting[]): Promise<void> {
  // One statement must not write the same row twice.
  const once = new Map(sightings.map((each) => [`${each.feedId} ${each.identity}`, each]))
  const rows = [...once.values()].map(
    ({ feedId, identity, articleId, fingerprint }) =>
      [feedId, identity, articleId, fingerprint] as const,
  )
  await inSlices(rows, (some) => writeSightings(tx, some))
}

/** A first fetch brings hundreds of names: as one value they cost a fifth of what they would as rows of values. */
async function writeSightings(
  { db, engine, now }: Tx,
  rows: readonly (readonly string[])[],
): Promise<void> {
  await sql`
    insert into sightings (feed_id, identity, article_id, fingerprint, seen_at_ms)
    select value ->> 0, value ->> 1, value ->> 2, value ->> 3, cast(${now.getTime()} as bigint)
    from ${engine.listed(rows)} where true
    on conflict (feed_id, identity) do update
    set article_id = excluded.article_id, fingerprint = excluded.fingerprint,
      seen_at_ms = excluded.seen_at_ms`.execute(db)
}
