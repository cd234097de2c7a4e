import type { Kysely } from 'kysely'
import { UnusableError } from '../../domain/errors.ts'
import type { Tables } from '../tables/tables.ts'

/**
 * Refuses a database that is only partly filled, and one whose contents have gone to another: a bot on either would post
 * what another bot posts too.
 */
export async function refuseTransferred(db: Kysely<Tables>): Promise<void> {
  const rows = await db.selectFrom('transfers').selectAll().execute()
  const into = rows.find(({ direction, done_at_ms }) => direction === 'in' && done_at_ms === null)
  if (into) {
    throw new UnusableError(
      `The database is being filled from ${into.other} and is not whole yet: give the same command again to go on.`,
    )
  }
  const away = rows.find(({ direction }) => direction === 'out')
  if (away) {
    throw new UnusableError(
      `What was in this database has been moved to ${away.other}: set DATABASE_URL to that one. ` +
        'To go back for good, run "dateline move --back" here; what happened there since is not in it.',
    )
  }
}
