import type Database from 'better-sqlite3'
import type { SqliteDatabase } from 'kysely'

/** Enough for all that the bot asks again and again. */
const mostKept = 300
/** Statements with a row of placeholders for each value are rarely the same twice. */
const longestKept = 4_000

/** A database that compiles a statement once: compiling costs as much as most of our statements take. */
export function withKeptStatements(database: Database.Database): SqliteDatabase {
  const kept = new Map<string, Database.Statement>()
  return {
    prepare(text) {
      const known = kept.get(text)
      if (known && !known.busy) return known
      const statement = database.prepare(text)
      if (text.length <= longestKept) keep(kept, text, statement)
      return statement
    },
    close: () => database.close(),
  }
}

function keep(
  kept: Map<string, Database.Statement>,
  text: string,
  statement: Database.Statement,
): void {
  const [oldest] = kept.keys()
  if (kept.size >= mostKept && oldest !== undefined) kept.delete(oldest)
  kept.set(text, statement)
}
