import type { Selectable } from 'kysely'
import type { Feed } from '../../domain/feed.ts'
import { feedId } from '../../domain/ids.ts'
import { idOf, orNone } from '../columns.ts'
import type { Tables } from '../tables/tables.ts'
import type { Tx } from '../transaction.ts'

export function toFeed(row: Selectable<Tables['feeds']>): Feed {
  return {
    id: feedId(row.id),
    url: row.url,
    title: row.title,
    homeUrl: orNone(row.home_url),
  }
}

/** The feed at this URL, new or known before; a new one is due at once. Its title is the host's name until its first fetch. */
export async function rememberFeed({ db, now }: Tx, url: string): Promise<Feed> {
  await db
    .insertInto('feeds')
    .values({
      id: idOf('feed', url),
      url,
      title: URL.parse(url)?.hostname ?? url,
      home_url: null,
      poll_state_json: null,
      next_check_at_ms: now.getTime(),
      lease_until_ms: 0,
      fence: 0,
      added_at_ms: now.getTime(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const row = await db.selectFrom('feeds').selectAll().where('url', '=', url).executeTakeFirst()
  // The id is taken by a feed that has moved to another address since.
  return row ? toFeed(row) : getMovedFeed({ db }, url)
}

async function getMovedFeed({ db }: Pick<Tx, 'db'>, url: string): Promise<Feed> {
  const row = await db
    .selectFrom('feeds')
    .selectAll()
    .where('id', '=', idOf('feed', url))
    .executeTakeFirstOrThrow()
  return toFeed(row)
}
