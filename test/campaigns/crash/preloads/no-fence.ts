import { Kysely, SqliteDialect } from 'kysely'

/** Loaded before the bot: no write asks any more whether its claim has gone to another process. */
const updates = Object.getPrototypeOf(
  new Kysely<{ any: { fence: number } }>({
    dialect: new SqliteDialect({ database: () => Promise.reject(new Error('unused')) }),
  }).updateTable('any'),
) as { where(...condition: readonly unknown[]): unknown }
const where = updates.where
updates.where = function (...condition) {
  return condition[0] === 'fence' ? this : where.apply(this, [...condition])
}
