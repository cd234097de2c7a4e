import type { EverywhereTx } from '../transaction.ts'

/** A feed has at most 5,000 items that are looked at, each known by at most four names. */
const mostStanding = 20_000
const keptMs = 180 * 86_400_000

/**
 * Deletes some of what was seen in one feed long ago and cannot stand in it any more: a sighting that goes too early
 * would make an old item news again.
 */
export async function forgetSightings(
  { db, engine, now }: EverywhereTx,
  feedId: string,
  limit: number,
): Promise<number> {
  const oldest = await db
    .selectFrom('sightings')
    .select('seen_at_ms')
    .where('feed_id', '=', feedId)
    .orderBy('seen_at_ms', 'desc')
    .offset(mostStanding)
    .limit(1)
    .executeTakeFirst()
  if (oldest === undefined) return 0
  const before = Math.min(oldest.seen_at_ms, now.getTime() - keptMs)
  const rows = await db
    .selectFrom('sightings')
    .select('identity')
    .where('feed_id', '=', feedId)
    .where('seen_at_ms', '<', before)
    .limit(limit)
    .execute()
  if (rows.length === 0) return 0
  await db
    .deleteFrom('sightings')
    .where('feed_id', '=', feedId)
    .where('identity', 'in', engine.among(rows.map(({ identity }) => identity)))
    .execute()
  return rows.length
}

const lookedKey = 'upkeep:sightings'
const dayMs = 86_400_000

/** Whether nobody has looked through the sightings for a day; from now on somebody has. */
export async function takeDailyLook({ db, now }: EverywhereTx): Promise<boolean> {
  const until_ms = now.getTime() + dayMs
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('kept_values')
    .values({ key: lookedKey, value_json: 'null', until_ms })
    .onConflict((conflict) =>
      conflict
        .column('key')
        .doUpdateSet({ until_ms })
        .where('kept_values.until_ms', '<=', now.getTime()),
    )
    .executeTakeFirst()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** The feeds after `after` in the order of their ids, some at a time. */
export async function nextFeeds(
  { db }: EverywhereTx,
  after: string,
  limit: number,
): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('feeds')
    .select('id')
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(({ id }) => id)
}
